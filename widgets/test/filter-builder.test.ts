import { expect } from '@open-wc/testing';
import { filterKey, type Filter, type WrittenFilter } from '@tabard/contract/filters';
import type { FilterBuilder } from '../src/crm/filter/filter-builder.ts';
import { rootOf, written } from '../src/crm/filter/filter-parts.ts';
import type { Combobox } from '../src/kit/combobox.ts';
import { pressKey } from './press-key.ts';
import { withCustomFields } from './sample-custom-fields.ts';
import { stage } from './stage.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { rest, until } from './until.ts';

type Staged = ReturnType<typeof stage>;
type Table = HTMLElement & { where: WrittenFilter | null; viewQuery: { value: string } };
let shown: Staged | null = null;

const root = (): ShadowRoot => shown?.element.shadowRoot as ShadowRoot; // Lit makes it open
const table = (): Table => shown?.element as Table; // what is staged
const builder = (): FilterBuilder => findDeep<FilterBuilder>(root(), 'acme-filter-builder');
const within = (): ShadowRoot => builder().shadowRoot as ShadowRoot; // the same of the builder
const asked = (name: string): unknown =>
  (shown?.sample.calls.findLast((call) => call.name === name)?.input as { where?: unknown } | undefined)?.where;
const errors = (): string[] =>
  [...everyDeep(within())].filter((one) => one.matches('.error, .problem')).map((one) => one.textContent?.trim() ?? '');

async function show(where: WrittenFilter | null = null): Promise<void> {
  shown = stage({ widget: 'lead-table', sample: { answers: withCustomFields() } });
  await customElements.whenDefined(shown.element.localName);
  await until(() => findDeep(root(), '.line[data-index="0"]'));
  table().where = where;
  await rest();
}
async function open(): Promise<void> {
  await until(() => findDeep(root(), 'acme-filter-bar', '.add button'));
  findDeep(root(), 'acme-filter-bar', '.add button').click();
  await rest();
  findDeep(root(), 'acme-filter-bar', '.more').click();
  await until(() => builder().shadowRoot?.querySelector('.part'));
  await rest();
}
/** Types into a list that is narrowed by typing and takes the first that is left. */
async function pick(box: Combobox, words: string): Promise<void> {
  const native = box.shadowRoot?.querySelector('input') as HTMLInputElement; // it has one
  native.focus();
  native.value = words;
  native.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await rest();
  pressKey(native, 'Enter');
  await rest();
}
async function write(control: Element, words: string): Promise<void> {
  const native = control.shadowRoot?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (!native) throw new Error('There is nothing to write into.');
  native.value = words;
  native.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  native.dispatchEvent(new Event('change', { bubbles: true }));
  await rest();
}
async function act(part: Element, word: string): Promise<void> {
  const menu = part.querySelector('.acts') as HTMLElement; // every part has one
  menu.dispatchEvent(new CustomEvent('choose', { detail: word }));
  await rest();
}
const parts = (): HTMLElement[] => [...within().querySelectorAll<HTMLElement>('.part')];
async function apply(): Promise<void> {
  findDeep(root(), 'acme-filter-dialog', '[slot=footer][variant=primary]').click();
  await rest();
}

beforeEach(() => document.body.append(document.createElement('main')));
afterEach(() => {
  shown?.instance.destroy();
  document.querySelector('main')?.remove();
});

const opened = {
  relation: 'mailEvents',
  quantifier: 'at_least',
  count: 2,
  where: { all: [{ field: 'type', op: 'is', value: 'opened' }] },
} as const;

describe('a filter in a builder', () => {
  it('says the same as it did when it was read, whatever its groups', () => {
    const one = { field: 'company', op: 'is', value: 'A' } as const;
    const filters: Filter[] = [
      one,
      opened,
      { all: [] },
      { not: one },
      { not: { all: [one, opened] } },
      { not: { not: { any: [one] } } },
      { any: [one, { all: [one, { not: { any: [one, opened] } }] }] },
      { version: 1, all: [{ relation: 'mailEvents', quantifier: 'none' }] },
    ];
    for (const filter of filters)
      expect(filterKey(written(rootOf(filter), 'where').filter as Filter)).to.equal(filterKey(filter));
  });

  it('is written by typing, and the list, its count and its address go by it', async () => {
    await show();
    await open();
    await pick(findDeep<Combobox>(parts()[0] as never, 'acme-combobox'), 'comp');
    expect(findDeep<Combobox>(parts()[0] as never, 'acme-combobox').value).to.equal('company');
    const [, operator] = parts()[0]?.children ?? [];
    await write(operator as Element, 'contains');
    await write(parts()[0]?.querySelector('.value > *') as Element, 'spedition');
    await apply();
    const where = { all: [{ field: 'company', op: 'contains', value: 'spedition' }] };
    expect(table().where).to.deep.equal(where);
    expect(asked('leads.list')).to.deep.equal(where);
    expect(asked('leads.count')).to.deep.equal(where);
    const query = new URLSearchParams(table().viewQuery.value);
    expect(JSON.parse(query.get('where') ?? '')).to.deep.equal(where);
    table().where = null;
    await rest();
    table().viewQuery.value = query.toString();
    await rest();
    expect(table().where).to.deep.equal(where);
    const chip = findDeep(root(), 'acme-lead-conditions', '.edit');
    expect(chip.textContent?.trim()).to.equal('Company contains spedition');
    pressKey(chip, 'Delete');
    await rest();
    expect(table().where).to.equal(null);
  });

  it('says beside a condition what is wrong with it, and what is missing only when it is to be used', async () => {
    await show({
      all: [
        { field: 'company', op: 'is' },
        { field: 'gone', op: 'is', value: 'x' },
      ],
    });
    findDeep(root(), 'acme-lead-conditions', '.edit').click();
    await until(() => parts().length === 2);
    await rest();
    expect(errors()).to.deep.equal(['There is no such field any more. Take it out or choose another one.']);
    await act(parts()[1] as Element, 'remove');
    await write(parts()[0]?.querySelector('.value > *') as Element, '');
    await apply();
    expect(errors()).to.deep.equal(['Fill this in.']);
    expect(findDeep<HTMLElement & { open: boolean }>(root(), 'acme-filter-dialog').open).to.equal(true);
  });

  it('takes parts twice, the other way round, into a group, and away', async () => {
    await show({ all: [{ field: 'company', op: 'contains', value: 'a' }, opened] });
    findDeep(root(), 'acme-lead-conditions', '.edit').click();
    await until(() => parts().length > 1);
    await act(parts()[0] as Element, 'copy');
    await act(parts()[0] as Element, 'negate');
    await act(parts()[1] as Element, 'nest');
    const relation = parts().find((part) => part.querySelector('.group')) as Element;
    await act(relation, 'negate');
    await apply();
    expect(table().where).to.deep.equal({
      all: [
        { field: 'company', op: 'not_contains', value: 'a' },
        { any: [{ field: 'company', op: 'contains', value: 'a' }] },
        { not: { any: [opened] } },
      ],
    });
  });
});
