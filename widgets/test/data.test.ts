import { expect } from '@open-wc/testing';
import type { LeadFilter } from '@tabard/contract';
import { SparseRows } from '../src/base/sparse-rows.ts';
import { conditionsOf, filterOf } from '../src/crm/lead-table/lead-filter.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { appears, clear, showWidget } from './stage-shown.ts';
import { pressKey } from './press-key.ts';
import type { Staged, Staging } from './stage.ts';
import { rest, until, wait } from './until.ts';

before(() => document.body.append(document.createElement('main')));
afterEach(clear);

const lines = (root: ShadowRoot): HTMLElement[] => [
  ...(findDeep(root, 'acme-table').shadowRoot?.querySelectorAll<HTMLElement>('.rows .line') ?? []),
];
const numbered = (at: number): { id: string } => ({ id: `r${at}` });

describe('a million leads', () => {
  const million: Staging = { widget: 'lead-table', sample: { leads: 1_000_000 } };
  const listed = ({ sample }: Staged) =>
    sample.calls.filter(({ name }) => name === 'leads.list').map(({ input }) => input);
  const scrollerOf = (root: ShadowRoot): HTMLElement => findDeep(root, 'acme-table', '.scroll');

  it('keep the page below some hundred rows and jump to any place with one question', async () => {
    const { root, ...shown } = await showWidget(million);
    for (const part of [0.25, 0.5, 0.9]) {
      const scroller = scrollerOf(root);
      scroller.scrollTop = scroller.scrollHeight * part;
      await rest(80);
      expect(lines(root)).to.have.length.below(60);
      expect(lines(root).some((line) => line.classList.contains('coming'))).to.equal(false);
    }
    expect(listed(shown)).to.have.length.below(6);
  });

  it('end where the last one is, asked for from the end', async () => {
    const { root, ...shown } = await showWidget(million);
    lines(root)[0]?.focus();
    pressKey(lines(root)[0], 'End');
    await rest(80);
    expect(lines(root).at(-1)?.getAttribute('aria-rowindex')).to.equal('1000001');
    expect(lines(root).at(-1)?.dataset['index']).to.equal('999999');
    expect(listed(shown).at(-1)).to.include({ direction: 'asc' });
    const line = lines(root).at(-1)?.getBoundingClientRect();
    const scroller = scrollerOf(root);
    // A scroll bar may lie below the rows.
    const bottom = scroller.getBoundingClientRect().top + scroller.clientTop + scroller.clientHeight;
    expect(line?.bottom).to.be.within(bottom - 3, bottom + 1);
  });

  it('move row by row where the list is squeezed, and lose no row on the way', async () => {
    const { root } = await showWidget(million);
    const scroller = scrollerOf(root);
    scroller.scrollTop = scroller.scrollHeight / 2;
    await rest(250);
    const first = (): number => {
      const top = scroller.getBoundingClientRect().top + 36;
      const line = lines(root).find((one) => one.getBoundingClientRect().bottom > top + 1);
      return Number(line?.dataset['index']);
    };
    const from = first();
    for (let step = 0; step < 10; step++) {
      scroller.scrollTop += 44;
      await wait(20);
    }
    await rest(250);
    expect(first() - from).to.be.within(9, 11);
  });

  it('are forgotten behind: what is kept does not grow with what was seen', () => {
    let rows = new SparseRows<{ id: string }>();
    for (let start = 0; start < 60_000; start += 60) {
      const items = Array.from({ length: 60 }, (_, at) => numbered(start + at));
      rows = rows.with({ start, items, anchor: { position: start + 60, cursor: `c${start}` }, last: false });
    }
    expect(rows.segments.reduce((sum, { items }) => sum + items.length, 0)).to.be.at.most(1600);
    expect(rows.at(59_999)?.id).to.equal('r59999');
    expect(rows.at(10)).to.equal(undefined);
    expect(rows.gapIn(0, 20)).to.deep.include({ from: 0 });
  });

  it('start over where the list turns out to have moved', () => {
    const chunk = (start: number, first: number) => ({
      start,
      items: [0, 1, 2].map((at) => numbered(first + at)),
      anchor: null,
      last: false,
    });
    const rows = new SparseRows<{ id: string }>().with(chunk(0, 0)).with(chunk(3, 2));
    expect([rows.at(0), rows.at(3)?.id]).to.deep.equal([undefined, 'r2']);
  });
});

describe('leads that are archived', () => {
  const names = (root: ShadowRoot): (string | undefined)[] =>
    lines(root).map((line) => line.querySelector('.strong')?.textContent);
  const choose = async (root: ShadowRoot, ...at: number[]): Promise<void> => {
    for (const index of at) findDeep(root, `.line[data-index="${index}"] .tick input`).click();
    await settle(root);
  };

  it('leave at once, come back with words when it fails, and stay chosen', async () => {
    const sample: NonNullable<Staging['sample']> = {};
    const { root } = await showWidget({ widget: 'lead-table', sample });
    const [first, second] = names(root);
    await choose(root, 0);
    sample.fail = Object.assign(new Error('The database is being moved.'), {
      status: 503,
      code: 'internal.unavailable',
    });
    sample.delayMs = 300;
    findDeep(root, 'acme-lead-selection-bar', '[icon=archive]').click();
    expect(await appears(() => names(root)[0] === second)).to.equal(true);
    expect(await appears(() => names(root)[0] === first)).to.equal(true);
    const said = (): string => findDeep(root, 'acme-toaster').shadowRoot?.textContent ?? '';
    expect(await appears(() => said().includes('Something went wrong on our side.'))).to.equal(true);
    expect(findDeep(root, 'acme-lead-selection-bar').shadowRoot?.textContent).to.contain('1 selected');
  });

  it('can be brought back, and all that match go at once', async () => {
    const { root, sample } = await showWidget({ widget: 'lead-table', sample: { leads: 2500 } });
    findDeep(root, 'acme-table', '.head .tick input').click();
    await settle(root);
    expect(findDeep(root, 'acme-lead-selection-bar').shadowRoot?.textContent).to.contain('2,500 selected');
    findDeep(root, 'acme-lead-selection-bar', '[icon=archive]').click();
    const inputs = (name: string): unknown[] =>
      sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    await until(() => inputs('bulkOperations.start').length === 1);
    expect(inputs('bulkOperations.start')).to.deep.equal([{ filter: {}, except: [], action: { kind: 'archive' } }]);
    await until(() => findDeep(root, 'acme-toaster').shadowRoot?.textContent?.includes('2,500 leads archived'));
    const undo = [...(findDeep(root, 'acme-toaster').shadowRoot?.querySelectorAll('button, acme-button') ?? [])].find(
      (one) => one.textContent?.trim() === 'Undo',
    ) as HTMLElement | undefined;
    undo?.click();
    await until(() => inputs('bulkOperations.undo').length === 1);
    await until(() => findDeep(root, 'acme-toaster').shadowRoot?.textContent?.includes('Undone for 2,500 leads'));
  });

  it('are not touched while there is no connection, and it says so', async () => {
    const { root, sample, element } = await showWidget({ widget: 'lead-table' });
    await choose(root, 0);
    (element as HTMLElement & { session: { noteReach: (reached: boolean) => void } }).session.noteReach(false);
    findDeep(root, 'acme-lead-selection-bar', '[icon=archive]').click();
    expect(await appears(() => /offline/i.test(findDeep(root, 'acme-toaster').shadowRoot?.textContent ?? ''))).to.equal(
      true,
    );
    expect(sample.calls.some(({ name }) => name === 'bulkOperations.start')).to.equal(false);
  });
});

describe('a filter', () => {
  it('survives the way from the platform to chips and back', () => {
    const filters: LeadFilter[] = [
      {},
      { status: ['new', 'replied'], company: 'Brandt', country: 'Spain', tag: 'x', archived: true },
      { search: 'lena', importId: 'imp_00000000000070008000000000000000' },
    ];
    for (const filter of filters) expect(filterOf(conditionsOf(filter), filter.search)).to.deep.equal(filter);
  });

  it('of the host is asked for, told when it changes, and clears what was chosen', async () => {
    const { root, element, sample } = await showWidget({ widget: 'lead-table' });
    const leads = element as HTMLElement & { filter: LeadFilter };
    const told: LeadFilter[] = [];
    element.addEventListener('acme-change-filter', (event) =>
      told.push((event as CustomEvent<{ filter: LeadFilter }>).detail.filter),
    );
    leads.filter = { company: 'Puerto Sur' };
    await settle(root);
    const asked = sample.calls.findLast(({ name }) => name === 'leads.list')?.input as { filter: LeadFilter };
    expect(asked.filter).to.deep.equal({ company: 'Puerto Sur' });
    findDeep(root, 'acme-filter-bar', '.drop').click();
    await settle(root);
    expect(told).to.deep.equal([{}]);
  });
});

describe('the columns of a list', () => {
  for (const widget of ['lead-table', 'campaign-list', 'template-list'] as const) {
    it(`are arranged by their reader, and the host hears of it: ${widget}`, async () => {
      const { element, root } = await showWidget({ widget });
      const heads = (): string[] =>
        [...(findDeep(root, 'acme-table').shadowRoot?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].map(
          (head) => head.dataset['column'] ?? '',
        );
      const told: unknown[] = [];
      element.addEventListener('acme-change-layout', (event) => told.push((event as CustomEvent).detail));
      await customElements.whenDefined('acme-table-menu');
      await settle(root);
      const [, second = ''] = heads();
      findDeep(root, 'acme-table-menu', 'input').click();
      const density = findDeep<HTMLSelectElement>(root, 'acme-table-menu', 'select:has([value=compact])');
      density.value = 'compact';
      density.dispatchEvent(new Event('change'));
      await settle(root);
      expect(heads()).not.to.include(second);
      expect(findDeep(root, 'acme-table').getAttribute('density')).to.equal('compact');
      expect(told.at(-1)).to.deep.equal({ layout: { hidden: [second] }, density: 'compact' });
    });
  }
});

describe('fifty thousand conversations', () => {
  it('are a window too, in which keys move and archiving comes back when it fails', async () => {
    const sample: NonNullable<Staging['sample']> = { conversations: 50_000 };
    const { root, element } = await showWidget({ widget: 'inbox', sample });
    const inbox = element as HTMLElement & { conversationId: string };
    const threads = (): HTMLElement[] => [
      ...(findDeep(root, 'acme-thread-list').shadowRoot?.querySelectorAll<HTMLElement>('.rows .thread') ?? []),
    ];
    expect(threads()).to.have.length.below(40);
    expect(inbox.conversationId).to.equal('cnv_0');
    pressKey(element, 'j');
    await settle(root);
    expect(inbox.conversationId).to.equal('cnv_1');
    expect(threads()[1]?.getAttribute('aria-current')).to.equal('true');
    const scroller = findDeep(root, 'acme-thread-list', '.threads');
    scroller.scrollTop = scroller.scrollHeight / 2;
    await rest(80);
    expect(threads().some((one) => one.classList.contains('coming'))).to.equal(false);
    scroller.scrollTop = 0;
    await rest(80);
    sample.fail = Object.assign(new Error('Not now.'), { status: 503, code: 'internal.unavailable' });
    const open = inbox.conversationId;
    pressKey(element, 'e');
    expect(
      await appears(() => /went wrong on our side/.test(findDeep(root, 'acme-toaster').shadowRoot?.textContent ?? '')),
    ).to.equal(true);
    expect(await appears(() => threads()[1]?.textContent?.length !== 0)).to.equal(true);
    expect(open).to.equal('cnv_1');
  });
});

describe('a thread', () => {
  const mail = (lines: number): string => '<p>One more line of a long mail.</p>'.repeat(lines);
  const scrollerOf = (root: ShadowRoot): HTMLElement => findDeep(root, 'acme-thread-view', '.messages');
  const lastOf = (root: ShadowRoot): DOMRect =>
    [...scrollerOf(root).querySelectorAll('.message')].at(-1)?.getBoundingClientRect() ?? new DOMRect();
  const showLong = async (last: string): Promise<{ root: ShadowRoot }> => {
    const { root, sample, element } = await showWidget({ widget: 'inbox' });
    const thread = sample.conversations[1];
    const [first, second] = thread?.messages ?? [];
    if (!thread || !first || !second) throw new Error('The sample has no second thread.');
    const messages = [
      { ...first, html: mail(40) },
      { ...second, html: last },
    ];
    sample.conversations[1] = { ...thread, messages };
    pressKey(element, 'j');
    await settle(root);
    return { root };
  };

  it('keeps its newest message in sight while frames grow, until the reader scrolls away', async () => {
    const { root } = await showLong(mail(2));
    const scroller = scrollerOf(root);
    const frame = findDeep(root, 'acme-mail-frame');
    expect(lastOf(root).bottom).to.be.below(scroller.getBoundingClientRect().bottom);
    frame.style.setProperty('min-block-size', '3000px');
    await settle(root);
    expect(lastOf(root).bottom).to.be.below(scroller.getBoundingClientRect().bottom);
    scroller.scrollTop = 100;
    await settle(root);
    frame.style.setProperty('min-block-size', '4000px');
    await settle(root);
    expect(scroller.scrollTop).to.equal(100);
  });

  it('begins at the beginning of a newest message that is higher than the room', async () => {
    const { root } = await showLong(mail(80));
    const box = scrollerOf(root).getBoundingClientRect();
    expect(lastOf(root).height).to.be.above(box.height);
    expect(lastOf(root).top).to.be.within(box.top, box.top + 20);
  });

  it('shows a mail under a policy of its own, which refuses what any cleaning may have missed', async () => {
    const { root } = await showLong(mail(1));
    const frame = findDeep(root, 'acme-mail-frame').shadowRoot?.querySelector('iframe');
    await until(() => frame?.contentDocument?.querySelector('meta'));
    const inner = frame?.contentDocument;
    if (!inner) throw new Error('The mail has no frame.');
    const shown = (page: Document, src: string): HTMLImageElement => {
      const image = page.createElement('img');
      image.src = src;
      return image;
    };
    // What a page without scripts has refused is not told to everybody: WebKit's says nothing. So the picture is looked at.
    const remote = `${new URL('/widgets/test/screenshots/analytics-overview/empty.png', location.href)}?${performance.now()}`;
    const refused = shown(inner, remote);
    const own = shown(inner, 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7');
    const elsewhere = shown(document, remote);
    await until(() => own.naturalWidth > 0 && elsewhere.naturalWidth > 0);
    await rest();
    expect(refused.naturalWidth).to.equal(0);
  });
});
