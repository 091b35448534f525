import { expect } from '@open-wc/testing';
import type { Segment } from '@tabard/contract/crm/segment';
import type { FilterBuilder } from '../src/crm/filter/filter-builder.ts';
import { sampleSegments } from './sample-segments.ts';
import { stage } from './stage.ts';
import { findDeep } from './stories/find-deep.ts';
import { rest, textOf, until } from './until.ts';

type Staged = ReturnType<typeof stage>;
let shown: Staged | null = null;
const root = (): ShadowRoot => shown?.element.shadowRoot as ShadowRoot; // Lit makes it open
const form = (): ShadowRoot => findDeep(root(), 'acme-segment-form').shadowRoot as ShadowRoot; // the same
const sent = (name: string): unknown => shown?.sample.calls.findLast((call) => call.name === name)?.input;

const answers = {
  'segments.list': () => ({ items: sampleSegments, nextCursor: null }),
  'segments.get': () => sampleSegments[0],
  'segments.create': (input: object) => ({ ...sampleSegments[0], ...input }),
  'segments.update': (input: object) => ({ ...sampleSegments[0], ...input }),
};

async function show(more: Record<string, (input: never) => unknown> = {}): Promise<void> {
  shown = stage({ widget: 'segment-list', sample: { answers: { ...answers, ...more } } });
  await customElements.whenDefined(shown.element.localName);
  await until(() => findDeep(root(), '.line[data-index="0"]'));
}
async function add(): Promise<void> {
  findDeep(root(), '.bar [icon=plus]').click();
  await until(() => findDeep(form(), 'acme-filter-builder', '.part'));
  await rest();
}
async function write(name: string, words: string): Promise<void> {
  const native = findDeep(form(), `[name=${name}]`).shadowRoot?.querySelector('input') as HTMLInputElement; // it has one
  native.value = words;
  native.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await rest();
}
async function save(): Promise<void> {
  findDeep(form(), '[slot=footer][variant=primary]').click();
  await rest();
}

beforeEach(() => document.body.append(document.createElement('main')));
afterEach(() => {
  shown?.instance.destroy();
  document.querySelector('main')?.remove();
});

describe('segments', () => {
  it('are saved with their conditions, and not before there are some', async () => {
    await show();
    await add();
    await write('name', 'New ones');
    await save();
    expect(sent('segments.create')).to.equal(undefined);
    const where: Segment['where'] = { all: [{ field: 'status', op: 'is', value: 'new' }] };
    findDeep<FilterBuilder>(form(), 'acme-filter-builder').dispatchEvent(
      new CustomEvent('build', { detail: { filter: where, complete: true } }),
    );
    await until(() => findDeep(form(), '.preview li'));
    expect(textOf(findDeep(root(), 'acme-segment-form'))).to.contain('match');
    await save();
    expect(sent('segments.create')).to.deep.equal({ name: 'New ones', where });
  });

  it('can be renamed without touching their conditions', async () => {
    await show();
    findDeep(root(), '.line[data-index="0"]').click();
    await until(() => findDeep(form(), 'acme-filter-builder', '.part'));
    await write('name', 'Warmer');
    await save();
    expect(sent('segments.update')).to.deep.equal({ id: 'seg_0', name: 'Warmer' });
  });

  it('say which drafts keep them from the archive', async () => {
    await show({
      'segments.archive': () => {
        throw Object.assign(new Error('In use.'), {
          status: 409,
          code: 'segment.in_use',
          details: [{ path: 'ids', reason: 'segment.in_use', name: 'Spring', message: 'The draft "Spring" uses it.' }],
        });
      },
    });
    findDeep(root(), '.line[data-index="0"]').click();
    await until(() => findDeep(form(), 'acme-filter-builder', '.part'));
    findDeep(form(), '[slot=footer][icon=archive]').click();
    await until(() => textOf(findDeep(root(), 'acme-toaster')).includes('“Spring”'));
  });
});
