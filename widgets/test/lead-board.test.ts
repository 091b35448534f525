import { expect } from '@open-wc/testing';
import { stage, type Staging } from './stage.ts';
import { pressKey } from './press-key.ts';
import { findDeep } from './stories/find-deep.ts';
import { rest } from './until.ts';

type Staged = ReturnType<typeof stage>;
let shown: Staged | null = null;

async function show(attributes: Record<string, string> = {}, sample: Staging['sample'] = {}): Promise<Staged> {
  shown = stage({ widget: 'lead-board', attributes, sample });
  await customElements.whenDefined(shown.element.localName);
  await rest();
  return shown;
}
const root = (): ShadowRoot => shown?.element.shadowRoot as ShadowRoot; // Lit makes it open.
const board = (): ShadowRoot => findDeep(root(), 'acme-board').shadowRoot as ShadowRoot;
const namesIn = (column: string): string[] =>
  [...board().querySelectorAll(`[data-column="${column}"] .open`)].map((one) => one.textContent?.trim() ?? '');
const countOf = (column: string): string =>
  board().querySelector(`[data-column="${column}"] .count`)?.textContent ?? '';
const press = async (key: string): Promise<void> => {
  pressKey(board().activeElement, key);
  await rest();
};
async function carry(from: string, steps: number): Promise<void> {
  findDeep(board(), `[data-column="${from}"] .open`).focus();
  await press(' ');
  for (let step = 0; step < steps; step++) await press('ArrowRight');
  await press(' ');
}
const spoken = (): string => board().querySelector('[role=status]')?.textContent ?? '';
const acts = (): string[] =>
  shown?.sample.calls.map(({ name }) => name).filter((name) => /leads\.(update|archive|restore)/.test(name)) ?? [];

beforeEach(() => document.body.append(document.createElement('main')));
afterEach(() => {
  shown?.instance.destroy();
  document.querySelector('main')?.remove();
});

describe('lead board', () => {
  it('shows each status with its count, a page at a time', async () => {
    await show();
    expect(namesIn('new')).to.have.length(20);
    expect(countOf('new')).to.equal('69');
    findDeep(board(), '[data-column=new] .further acme-button').click();
    await rest();
    expect(namesIn('new')).to.have.length(40);
  });

  it('refuses to give a status by hand, and says how a lead gets there', async () => {
    await show();
    await carry('new', 2);
    expect(spoken()).to.equal('Replied: not possible. A lead comes here by answering.');
    expect(acts()).to.deep.equal([]);
  });

  it('archives by a move and brings back by undoing it', async () => {
    await show();
    const [first] = namesIn('new');
    await carry('new', 5);
    await rest();
    expect(namesIn('archived')).to.deep.equal([first]);
    expect([countOf('new'), countOf('archived')]).to.deep.equal(['68', '1']);
    findDeep(root(), 'acme-toaster', '.act').click();
    await rest();
    expect(acts()).to.deep.equal(['leads.archive', 'leads.restore']);
  });

  it('moves between stages by their tags, and keeps every other tag', async () => {
    await show({ stages: 'Qualified, Meeting, Won' });
    await carry('Qualified', 1);
    await rest();
    const asked = shown?.sample.calls.find(({ name }) => name === 'leads.update')?.input as { tags: string[] };
    expect(asked.tags).to.deep.equal(['Rotterdam', 'Meeting']);
    expect(namesIn('Meeting')[0]).to.equal('Lena Brandt');
  });

  it('puts a lead back when the platform refuses, with its words', async () => {
    const sample: NonNullable<Staging['sample']> = {};
    await show({}, sample);
    const before = namesIn('new');
    sample.fail = Object.assign(new Error('In the words of the platform.'), {
      status: 429,
      code: 'rate_limit.exceeded',
    });
    await carry('new', 5);
    await rest();
    expect(namesIn('new')).to.deep.equal(before);
    expect([countOf('new'), countOf('archived')]).to.deep.equal(['69', '0']);
    expect(findDeep(root(), 'acme-toaster', '.toast').textContent).to.contain(
      'That was too often. Wait a moment and try again.',
    );
  });

  it('lets the host keep a lead where it is', async () => {
    const { element } = await show();
    element.addEventListener('acme-move-lead', (event) => event.preventDefault());
    const before = namesIn('new');
    await carry('new', 5);
    await rest();
    expect(acts()).to.deep.equal([]);
    expect(namesIn('new')).to.deep.equal(before);
  });

  it('moves nothing for people who may only read', async () => {
    await show({}, { permissions: ['workspace.read', 'lead.read'] });
    expect(board().querySelector('.move')).to.equal(null);
    findDeep(board(), '[data-column=new] .open').focus();
    await press(' ');
    expect(spoken()).to.equal('');
  });

  it('has an address for the lead it shows, there and back', async () => {
    const { element } = await show();
    const paths: string[] = [];
    element.addEventListener('acme-navigate', (event) =>
      paths.push((event as CustomEvent<{ path: string }>).detail.path),
    );
    const opener = findDeep(board(), '[data-column=new] .open');
    opener.focus();
    opener.click();
    await customElements.whenDefined('acme-lead-form');
    await rest();
    const dialog = findDeep<HTMLDialogElement>(root(), 'acme-lead-form', 'acme-dialog', 'dialog');
    expect(dialog.open).to.equal(true);
    dialog.close();
    await rest();
    expect(paths).to.deep.equal(['/leads/lea_000000', '/leads']);
    expect(board().activeElement).to.equal(opener);
  });
});
