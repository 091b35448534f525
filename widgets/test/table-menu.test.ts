import { expect } from '@open-wc/testing';
import { onPage, showWidget } from './stage-shown.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

describe('the menu of columns', () => {
  it('says which of them there is no room for, and offers none where rows are cards', async () => {
    const { element, root } = await showWidget({ widget: 'campaign-list' });
    await customElements.whenDefined('acme-table-menu');
    const menu = (): Element | undefined => [...everyDeep(root)].find((one) => one.localName === 'acme-table-menu');
    const without = (): string[] =>
      [...(menu()?.shadowRoot?.querySelectorAll('li:has(small) .cut') ?? [])].map((label) => label.textContent ?? '');
    const heads = (): string => findDeep(root, 'acme-table').shadowRoot?.querySelector('.head')?.textContent ?? '';
    element.style.inlineSize = '1400px';
    await until(() => menu() && heads().includes('Opened'));
    await until(() => without().length === 0);
    element.style.inlineSize = '680px';
    await until(() => without().length > 0);
    await settle(root);
    for (const label of without()) expect(heads()).not.to.include(label);
    element.style.inlineSize = '390px';
    await until(() => !menu());
    element.style.inlineSize = '1400px';
    await until(() => menu() && without().length === 0);
  });

  it('is there on a phone where cards can be sorted, with nothing else in it', async () => {
    const { element, root } = await showWidget({ widget: 'lead-table' });
    await customElements.whenDefined('acme-table-menu');
    element.style.inlineSize = '390px';
    const menu = (selector: string): Element | null | undefined =>
      [...everyDeep(root)].find((one) => one.localName === 'acme-table-menu')?.shadowRoot?.querySelector(selector);
    await until(() => menu('.panel') && !menu('li'));
    expect(menu('select[aria-label="Sort by"]')).to.be.instanceOf(HTMLSelectElement);
  });
});
