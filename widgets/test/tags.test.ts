import { expect } from '@open-wc/testing';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

type Shown = Awaited<ReturnType<typeof showWidget>>;

describe('the tags of a lead', () => {
  const picker = (root: ShadowRoot): HTMLElement => findDeep(root, 'acme-lead-form', 'acme-tag-picker');
  const field = (root: ShadowRoot): HTMLInputElement => findDeep<HTMLInputElement>(root, 'acme-tag-picker', 'input');
  const options = (root: ShadowRoot): (string | undefined)[] =>
    [...(picker(root).shadowRoot?.querySelectorAll('.option') ?? [])].map((one) =>
      one.querySelector('span')?.textContent?.trim(),
    );
  const chips = (root: ShadowRoot): (string | null)[] =>
    [...(picker(root).shadowRoot?.querySelectorAll('acme-chip') ?? [])].map((chip) => chip.getAttribute('label'));
  const press = (root: ShadowRoot, key: string): boolean =>
    field(root).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

  async function write(root: ShadowRoot, words: string): Promise<void> {
    field(root).focus();
    field(root).value = words;
    field(root).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => options(root).length > 0);
  }
  async function open(): Promise<Shown> {
    const shown = await showWidget({ widget: 'lead-table' });
    findDeep(shown.root, 'acme-table', '.line[data-index="0"]').click();
    await until(() => picker(shown.root));
    await settle(shown.root);
    return shown;
  }

  it('are found by typing, taken by the keyboard, and made where there is none', async () => {
    const { root, sample } = await open();
    const before = chips(root);
    await write(root, 'fre');
    expect(options(root)).to.deep.equal(['freight', 'Create “fre”']);
    press(root, 'Enter');
    await until(() => chips(root).includes('freight'));
    await write(root, 'brand new');
    expect(options(root)).to.deep.equal(['Create “brand new”']);
    press(root, 'Enter');
    await until(() => chips(root).includes('brand new'));
    press(root, 'Escape');
    findDeep(root, 'acme-lead-form', '[slot=footer][variant=primary]').click();
    await until(() => sample.calls.some(({ name }) => name === 'leads.update'));
    const stored = sample.calls.findLast(({ name }) => name === 'leads.update')?.input;
    expect(stored).to.deep.include({ tags: [...before, 'freight', 'brand new'] });
  });

  it('stand in their colours, and a closed list leaves the drawer open', async () => {
    const { root } = await open();
    await write(root, 'broker');
    press(root, 'Enter');
    await until(() => chips(root).includes('broker'));
    expect(picker(root).shadowRoot?.querySelector('acme-chip[label=broker]')?.getAttribute('tone')).to.equal('info');
    await write(root, 'x');
    press(root, 'Escape');
    await settle(root);
    expect(options(root)).to.have.length(0);
    expect(findDeep(root, 'acme-lead-form').hasAttribute('open')).to.equal(true);
  });
});

describe('the list of tags', () => {
  it('merges one into another after saying what that does', async () => {
    const { root, sample } = await showWidget({ widget: 'tag-list' });
    const menu = findDeep(root, 'acme-table', '.line[data-index="0"] acme-menu');
    menu.dispatchEvent(new CustomEvent('choose', { detail: 'merge' }));
    await until(() => root.querySelector('acme-tag-merge')?.shadowRoot);
    await settle(root);
    const dialog = findDeep(root, 'acme-tag-merge');
    const box = findDeep<HTMLElement & { value: string }>(dialog.shadowRoot as ShadowRoot, 'acme-combobox');
    box.value = 'tag_1';
    box.dispatchEvent(new Event('change'));
    await settle(root);
    findDeep(dialog.shadowRoot as ShadowRoot, '[variant=primary]').click();
    await until(() => sample.calls.some(({ name }) => name === 'tags.merge'));
    expect(sample.calls.find(({ name }) => name === 'tags.merge')?.input).to.deep.equal({
      id: 'tag_0',
      intoId: 'tag_1',
    });
  });

  it('says how far a change in its leads is, and asks before it takes a tag off all of them', async () => {
    const { root, sample } = await showWidget({ widget: 'tag-list' });
    expect(findDeep(root, 'acme-table').shadowRoot?.textContent).to.contain('Renaming: 18,000 of 42,180');
    findDeep(root, 'acme-table', '.line[data-index="1"] acme-menu').dispatchEvent(
      new CustomEvent('choose', { detail: 'remove' }),
    );
    await settle(root);
    expect(sample.calls.some(({ name }) => name === 'tags.remove')).to.equal(false);
    findDeep(root, '.question [variant=primary]').click();
    await until(() => sample.calls.some(({ name }) => name === 'tags.remove'));
  });
});
