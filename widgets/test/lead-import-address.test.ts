import { expect } from '@open-wc/testing';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { front, place, show, useApp, words } from './show-app.ts';
import { until } from './until.ts';

useApp();

describe('an import from its own address', () => {
  it('shows the leads that came in when it is asked to, in the list beneath', async () => {
    const { app, root, sample } = await show({ attributes: { route: '/leads/import' } });
    await until(() => root.querySelector('acme-lead-import-wizard'));
    const wizard = (): ShadowRoot => findDeep(root, 'acme-lead-import-wizard').shadowRoot as ShadowRoot;
    const press = (label: string): void => {
      const buttons = [...wizard().querySelectorAll<HTMLElement>('acme-button')];
      buttons.find(({ textContent }) => textContent?.trim() === label)?.click();
    };
    await until(() => wizard().querySelector('acme-text-area'));
    (wizard().querySelector('acme-text-area') as HTMLElement & { value: string }).value = 'email\nx@y.example';
    press('Use these rows');
    await until(() => words(wizard()).includes('Start import'));
    press('Start import');
    for (let at = 0; at < 3; at++) {
      await settle(place);
      const data = { leadImportId: 'imp_0', state: 'running', progress: 0.5, read: 1 } as const;
      sample.emit({ id: `e${at}`, type: 'lead_import.progressed', at: '', data });
    }
    await until(() => words(wizard()).includes('The import is complete.'));
    press('Show these leads');
    await settle(place);
    expect(root.querySelector('acme-lead-import-wizard')).to.equal(null);
    expect(app.route).to.equal('/leads');
    const table = findDeep<HTMLElement & { filter: unknown }>(front(root), 'acme-lead-table');
    expect(table.filter).to.deep.equal({ importId: 'imp_0' });
  });
});
