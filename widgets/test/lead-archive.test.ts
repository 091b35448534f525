import { expect } from '@open-wc/testing';
import type { LeadFilter } from '@tabard/contract';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

describe('archived leads', () => {
  it('are brought back from among those in the archive, with a way back', async () => {
    const { root, sample, element } = await showWidget({ widget: 'lead-table' });
    (element as HTMLElement & { filter: LeadFilter }).filter = { archived: true };
    await settle(root);
    findDeep(root, 'acme-table', '.line[data-index="0"] .tick input').click();
    await settle(root);
    const act = findDeep(root, 'acme-lead-selection-bar', '[icon=archive]');
    expect(act.textContent?.trim()).to.equal('Restore');
    act.click();
    const toast = (): string => findDeep(root, 'acme-toaster').shadowRoot?.textContent ?? '';
    await until(() => toast().includes('1 lead restored'));
    const asked = (name: string): number => sample.calls.filter((call) => call.name === name).length;
    expect(asked('bulkOperations.start')).to.equal(1);
    [...(findDeep(root, 'acme-toaster').shadowRoot?.querySelectorAll<HTMLElement>('button, acme-button') ?? [])]
      .find((one) => one.textContent?.trim() === 'Undo')
      ?.click();
    await until(() => asked('bulkOperations.undo') === 1);
  });

  it('are archived from the drawer of one, with a way back', async () => {
    const { root, sample } = await showWidget({ widget: 'lead-table' });
    findDeep(root, 'acme-table', '.line[data-index="0"]').click();
    await settle(root);
    const form = (): HTMLElement => findDeep(root, 'acme-lead-form');
    const act = (): HTMLElement | null | undefined =>
      form().shadowRoot?.querySelector<HTMLElement>('acme-button[icon=archive]');
    await until(act);
    act()?.click();
    const asked = (name: string): number => sample.calls.filter((call) => call.name === name).length;
    const toast = (): string => findDeep(root, 'acme-toaster').shadowRoot?.textContent ?? '';
    await until(() => toast().includes('1 lead archived'));
    expect(asked('leads.archive')).to.equal(1);
    await until(() => !form().hasAttribute('open'));
    [...(findDeep(root, 'acme-toaster').shadowRoot?.querySelectorAll<HTMLElement>('button, acme-button') ?? [])]
      .find((one) => one.textContent?.trim() === 'Undo')
      ?.click();
    await until(() => asked('leads.restore') === 1);
  });
});
