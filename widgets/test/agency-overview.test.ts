import { expect } from '@open-wc/testing';
import { textOf } from './until.ts';
import { words } from './look-inside.ts';
import { ALL } from './sample-records.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

describe('the overview of an agency', () => {
  const show = async (permissions: readonly string[] = [...ALL, 'organization.read', 'organization.manage']) => {
    const shown = await showWidget({ widget: 'agency-overview', sample: { permissions: [...permissions] as never } });
    const asked = () => shown.sample.calls.filter(({ name }) => name === 'rollUps.overview').map(({ input }) => input);
    const table = () => shown.root.querySelector('acme-table')?.shadowRoot as ShadowRoot;
    return { ...shown, asked, table };
  };

  it('shows where something is wrong first, and what it is', async () => {
    const { root, table } = await show();
    const [first, second] = [0, 1].map((row) => table().querySelector(`.line[data-index="${row}"]`)!);
    expect(first!.textContent).to.contain('Lighthouse Insurance').and.to.contain('Complaints +1');
    expect(second!.textContent).to.contain('Mailbox trouble');
    expect(first!.querySelector('[title*="refuse such a sender"]')).to.not.equal(null);
    const [trouble] = root.querySelectorAll('acme-figure');
    expect(textOf(trouble!)).to.contain('4').and.to.contain('of 6');
  });

  it('asks for another period and for names, which stand in the address of the view', async () => {
    const { root, asked } = await show();
    root.querySelector('acme-tabs')!.dispatchEvent(new CustomEvent('choose', { detail: '7' }));
    await settle(root);
    findDeep(root, 'acme-search').dispatchEvent(new CustomEvent('search', { detail: 'solar' }));
    await until(() => asked().length === 3);
    await settle(root);
    expect(asked().at(-1)).to.deep.equal({ organizationId: 'org_0', days: 7, search: 'solar' });
    expect(words(root)).to.contain('Breeze Solar').and.not.to.contain('Quay Logistics');
  });

  it('opens a client by its line, unless the host does it', async () => {
    const { element, table } = await show();
    let opened: unknown;
    element.addEventListener('acme-open-place', (event) => {
      event.preventDefault();
      opened = (event as CustomEvent).detail;
    });
    table().querySelector<HTMLElement>('.line[data-index="1"]')!.click();
    expect(opened).to.deep.equal({ workspaceId: 'wsp_3', organizationId: 'org_1', name: 'Quay Logistics' });
  });

  it('is closed to those who administer no organization', async () => {
    const { root, asked } = await show(ALL);
    expect([root.querySelector('acme-table'), asked()]).to.deep.equal([null, []]);
  });
});
