import { expect } from '@open-wc/testing';
import { pressKey } from './press-key.ts';
import { customFields } from './sample-custom-fields.ts';
import { stage } from './stage.ts';
import { findDeep } from './stories/find-deep.ts';
import { rest, until } from './until.ts';

type Staged = ReturnType<typeof stage>;
let shown: Staged | null = null;
const root = (): ShadowRoot => shown?.element.shadowRoot as ShadowRoot; // Lit makes it open
const form = (): ShadowRoot => findDeep(root(), 'acme-custom-field-form').shadowRoot as ShadowRoot; // the same
const sent = (name: string): unknown => shown?.sample.calls.findLast((call) => call.name === name)?.input;
const fields = customFields.map((field, position) => ({ ...field, position }));

async function show(archived = false): Promise<void> {
  const items = fields.map((field) => ({ ...field, archivedAt: archived ? field.createdAt : null }));
  const answers = {
    'customFields.list': () => ({ items, nextCursor: null }),
    'customFields.get': () => items[0],
    'customFields.uses': () => ({ leads: 12, segments: [], campaigns: [], templates: [] }),
    'customFields.create': (input: object) => ({ ...items[0], ...input }),
    'customFields.arrange': () => ({ count: 2 }),
    'customFields.remove': ({ id }: { id: string }) => ({ id }),
  };
  const permissions = ['workspace.read', 'custom_field.read', 'custom_field.manage'];
  shown = stage({ widget: 'custom-field-list', sample: { answers, permissions } });
  await customElements.whenDefined(shown.element.localName);
  await until(() => findDeep(root(), '.line[data-index="0"]'));
}
async function write(control: Element, words: string): Promise<void> {
  const native = control.shadowRoot?.querySelector('input, select') as HTMLInputElement; // it has one
  native.value = words;
  native.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  native.dispatchEvent(new Event('change', { bubbles: true }));
  await rest();
}

beforeEach(() => document.body.append(document.createElement('main')));
afterEach(() => {
  shown?.instance.destroy();
  document.querySelector('main')?.remove();
});

describe('custom fields', () => {
  it('get a key from their label that none has yet, and options that have ids', async () => {
    await show();
    findDeep(root(), '.bar [icon=plus]').click();
    await until(() => form().querySelector('form acme-select'));
    await rest();
    await write(findDeep(form(), '[name=label]'), 'Größe der Fléet!');
    expect(findDeep<HTMLInputElement>(form(), '[name=key]').value).to.equal('grosse_der_fleet');
    await write(findDeep(form(), '[name=label]'), 'Lane');
    expect(findDeep<HTMLInputElement>(form(), '[name=key]').value).to.equal('lane_2');
    await write(findDeep(form(), 'form > acme-select'), 'choice');
    const rows = (): ShadowRoot => findDeep(form(), 'acme-option-rows').shadowRoot as ShadowRoot; // Lit makes it open
    for (const [at, words] of ['Small', 'Large'].entries()) {
      findDeep(rows(), '.add').click();
      await rest();
      await write(rows().querySelectorAll('.name')[at] as Element, words);
    }
    findDeep(form(), 'acme-dialog[side] > [slot=footer][variant=primary]').click();
    await until(() => sent('customFields.create'));
    expect(sent('customFields.create')).to.deep.equal({
      label: 'Lane',
      key: 'lane_2',
      type: 'choice',
      options: [
        { id: 'small', label: 'Small', color: null },
        { id: 'large', label: 'Large', color: null },
      ],
    });
  });

  it('are put into their order by keys', async () => {
    await show();
    findDeep(root(), '.bar [icon=bullets]').click();
    await until(() => findDeep(root(), 'acme-sort-list', 'li'));
    await rest();
    const handles = (): HTMLElement[] => [
      ...(findDeep(root(), 'acme-sort-list').shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>('.handle'), // the same
    ];
    handles()[0]?.focus();
    pressKey(handles()[0], 'ArrowDown');
    await rest();
    pressKey(handles()[7], 'Home');
    await rest();
    findDeep(root(), 'acme-dialog:has(acme-sort-list) [slot=footer][variant=primary]').click();
    await until(() => sent('customFields.arrange'));
    const ids = fields.map(({ id }) => id);
    expect(sent('customFields.arrange')).to.deep.equal({ ids: [ids[7], ids[1], ids[0], ...ids.slice(2, 7)] });
  });

  it('are deleted for good only from the archive, and after a question', async () => {
    await show(true);
    findDeep(root(), '.line[data-index="0"]').click();
    await until(() => findDeep(form(), 'section [icon=trash]'));
    await rest();
    findDeep(form(), 'section [icon=trash]').click();
    await rest();
    expect(sent('customFields.remove')).to.equal(undefined);
    findDeep(form(), '.question [slot=footer][variant=primary]').click();
    await until(() => sent('customFields.remove'));
    expect(sent('customFields.remove')).to.deep.equal({ id: fields[0]?.id });
  });
});
