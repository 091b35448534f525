import { expect } from '@open-wc/testing';
import { pressKey } from './press-key.ts';
import { stage, type Staging } from './stage.ts';
import { findDeep } from './stories/find-deep.ts';
import { goOffline } from './stories/show-widget.ts';
import { clearPlace } from './stories/clear-place.ts';
import { rest, until } from './until.ts';

type Staged = ReturnType<typeof stage>;
let shown: Staged | null = null;

async function show(attributes: Record<string, string> = {}, sample: Staging['sample'] = {}): Promise<Staged> {
  shown = stage({ widget: 'search-page', attributes, sample });
  await customElements.whenDefined(shown.element.localName);
  await until(() => root().querySelector('.hit, .line, acme-empty'));
  await rest();
  return shown;
}
const root = (): ShadowRoot => shown?.element.shadowRoot as ShadowRoot; // Lit makes it open.
const hits = (): HTMLElement[] => [...root().querySelectorAll<HTMLElement>('.hit')];
const lines = (): string[] => [...root().querySelectorAll('.line .title')].map((one) => one.textContent ?? '');
const calls = (name: string): unknown[] =>
  shown?.sample.calls.filter((one) => one.name === name).map(({ input }) => input) ?? [];
const field = (): HTMLElement => findDeep(root(), '.field');
const type = async (text: string): Promise<void> => {
  field().dispatchEvent(new CustomEvent('search', { detail: text, bubbles: true }));
  await rest();
};
const heading = (): string => root().querySelector('acme-empty')?.getAttribute('heading') ?? '';

beforeEach(() => document.body.append(document.createElement('main')));
afterEach(() => {
  shown?.instance.destroy();
  clearPlace(document.body.querySelector('main') ?? document.body);
  document.querySelector('main')?.remove();
});

describe('the page of the search', () => {
  it('shows what is found of all nouns, marks it, and says where else the words stand', async () => {
    await show({ text: 'brandt' });
    expect(hits()).to.have.length(9);
    expect([...hits()[0]!.querySelectorAll('mark')].map((one) => one.textContent)).to.deep.equal([
      'Brandt',
      'Brandt',
      'brandt',
    ]);
    expect(root().querySelector('.of')?.textContent).to.equal('Website');
    expect(root().querySelector('[role=status]')?.textContent).to.equal('9 results');
    expect(root().querySelector('.badge.warning')?.textContent).to.equal('Archived');
  });

  it('shows one noun by its tab, and keeps the counts of the others', async () => {
    await show({ text: 'brandt' });
    findDeep(root(), 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: 'lead' }));
    await until(() => hits().length === 2);
    const tabs = findDeep<HTMLElement & { tabs: { count: string }[] }>(root(), 'acme-tabs');
    expect(tabs.tabs.map(({ count }) => count)).to.include.members(['9', '2', '1']);
    expect((shown!.element as HTMLElement & { viewQuery: { value: string } }).viewQuery.value).to.equal(
      'q=brandt&in=lead',
    );
  });

  it('counts all nouns when an address leads to one of them', async () => {
    shown = stage({ widget: 'search-page', attributes: {}, sample: {} });
    await customElements.whenDefined(shown.element.localName);
    (shown.element as HTMLElement & { viewQuery: { value: string } }).viewQuery.value = 'q=brandt&in=task';
    await until(() => hits().length === 1 && root().querySelector('acme-tabs'));
    const tabs = findDeep<HTMLElement & { tabs: { count: string }[] }>(root(), 'acme-tabs');
    expect(tabs.tabs[0]?.count).to.equal('9');
  });

  it('is walked by the keyboard: from the field through the hits and back, and to the field by a slash', async () => {
    await show({ text: 'brandt' });
    field().focus();
    pressKey(findDeep(field().shadowRoot as ShadowRoot, 'input'), 'ArrowDown');
    await rest();
    expect(root().activeElement).to.equal(hits()[0]);
    pressKey(hits()[0], 'End');
    expect(root().activeElement).to.equal(hits().at(-1));
    pressKey(hits().at(-1), 'Home');
    pressKey(hits()[0], 'ArrowUp');
    expect(root().activeElement).to.equal(field());
    field().blur();
    pressKey(document.body, '/');
    await rest();
    expect(root().activeElement).to.equal(field());
  });

  it('opens a hit where its record is shown, and remembers the search', async () => {
    await show({ text: 'brandt' });
    const paths: string[] = [];
    shown!.element.addEventListener('acme-navigate', (event) => {
      event.preventDefault();
      paths.push((event as CustomEvent<{ path: string }>).detail.path);
    });
    for (const at of [0, 2, 4]) hits()[at]!.click();
    await rest();
    expect(paths.map((path) => path.replaceAll(/0{20,}/g, ''))).to.deep.equal([
      '/leads/lea_',
      '/inbox/cnv_',
      '/leads/lea_1/page',
    ]);
    expect(calls('search.remember')).to.deep.equal([{ text: 'brandt', hits: 9 }]);
  });

  it('says that nothing was found, notes it, and offers to clear the search', async () => {
    await show({ text: 'nowhere' });
    expect(heading()).to.equal('Nothing found for “nowhere”');
    await until(() => calls('search.remember').length === 1);
    expect(calls('search.remember')).to.deep.equal([{ text: 'nowhere', hits: 0 }]);
    findDeep(root(), 'acme-empty acme-button').click();
    await until(() => lines().length > 0);
    await type('…');
    expect(calls('search.query')).to.have.length(1);
    expect(heading()).to.equal('Nothing found for “…”');
  });

  it('offers saved and recent searches, and what nobody found to who manages the workspace', async () => {
    await show();
    expect(lines()).to.include.members(['Cold chain', 'Freight in Venlo', 'brandt']);
    expect(lines()).not.to.include('price list 2027');
    expect(calls('search.misses')).to.have.length(0);
    root().querySelectorAll<HTMLElement>('.line')[2]!.click();
    await until(() => hits().length === 9);
    shown!.instance.destroy();
    document.querySelector('main')?.replaceChildren();
    await show({}, { permissions: ['workspace.read', 'workspace.manage'] });
    await until(() => lines().includes('price list 2027'));
  });

  it('forgets one search or all, and removes a saved one', async () => {
    await show();
    const remove = (label: string): void => findDeep(root(), `acme-button[label="${label}"]`).click();
    remove('Forget “brandt”');
    await until(() => !lines().includes('brandt'));
    remove('Remove “Cold chain”');
    await until(() => !lines().includes('Cold chain'));
    expect(calls('search.forget')).to.deep.equal([{ text: 'brandt' }]);
    expect(calls('search.removeSaved')).to.deep.equal([{ id: 'svs_1' }]);
  });

  it('keeps a search under a name, once', async () => {
    await show({ text: 'brandt' });
    findDeep(root(), '.bar acme-button').click();
    await until(() => root().querySelector('acme-save-search'));
    await rest();
    root()
      .querySelector('acme-save-search')!
      .dispatchEvent(new CustomEvent('save', { detail: { name: 'Brandt', shared: true } }));
    await until(() => !root().querySelector('acme-save-search'));
    expect(calls('search.save')).to.deep.equal([{ name: 'Brandt', text: 'brandt', shared: true }]);
    await until(() => findDeep(root(), '.bar acme-button').hasAttribute('disabled'));
  });

  it('says what failed, that nobody may search, and that it is offline', async () => {
    await show(
      { text: 'brandt' },
      { fail: Object.assign(new Error('down'), { status: 503, code: 'internal.unavailable' }) },
    );
    expect(root().querySelector('[part=error]')).not.to.equal(null);
    shown!.instance.destroy();
    document.querySelector('main')?.replaceChildren();
    await show({ text: 'brandt' }, { permissions: [] });
    expect(root().querySelector('[part=no-permission]')).not.to.equal(null);
    shown!.instance.destroy();
    document.querySelector('main')?.replaceChildren();
    await show({ text: 'brandt' });
    goOffline();
    await until(() => root().querySelector('[part=offline]'));
    expect(hits()).to.have.length(9);
  });
});
