import { expect } from '@open-wc/testing';
import { byText, words } from './look-inside.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { until } from './until.ts';

onPage();

describe('the page of a draft', () => {
  it('is archived from there and brought back, with a way back each time', async () => {
    const { root, sample } = await showWidget({ widget: 'campaign-editor', attributes: { 'campaign-id': 'cmp_4' } });
    const archive = (): unknown =>
      findDeep(root, 'acme-menu.further').dispatchEvent(new CustomEvent('choose', { detail: 'archive' }));
    const restored = (): unknown[] =>
      sample.calls.filter(({ name }) => name === 'campaigns.restore').map(({ input }) => input);
    const says = (tag: string, text: string): boolean =>
      [...everyDeep(root)].some((one) => one.localName.endsWith(tag) && one.textContent?.trim() === text);
    archive();
    await until(() => words(root).includes('1 archived') && says('button', 'Undo'));
    byText(root, 'button', 'Undo').click();
    await until(() => restored().length === 1);
    await until(() => !says('acme-button', 'Restore'));
    archive();
    await until(() => says('acme-button', 'Restore'));
    byText(root, 'acme-button', 'Restore').click();
    await until(() => words(root).includes('1 restored'));
    expect(restored()).to.deep.equal([{ ids: ['cmp_4'] }, { ids: ['cmp_4'] }]);
  });

  it('is archived by nobody before it is saved', async () => {
    const { root } = await showWidget({ widget: 'campaign-editor' });
    await until(() => words(root).includes('Before launch'));
    expect([...everyDeep(root)].some((one) => one.matches('acme-menu.further'))).to.equal(false);
  });
});
