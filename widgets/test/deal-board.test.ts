import { expect } from '@open-wc/testing';
import { dealAnswers } from './sample-deals.ts';
import { stage, type Staging } from './stage.ts';
import { pressKey } from './press-key.ts';
import { findDeep } from './stories/find-deep.ts';
import { rest, until } from './until.ts';

type Staged = ReturnType<typeof stage>;
let shown: Staged | null = null;

async function show(sample: Staging['sample'] = {}): Promise<Staged> {
  shown = stage({ widget: 'deal-board', attributes: {}, sample });
  await customElements.whenDefined(shown.element.localName);
  await until(() => board().querySelector('[data-card]'));
  await rest();
  return shown;
}
const root = (): ShadowRoot => shown?.element.shadowRoot as ShadowRoot; // Lit makes it open.
const board = (): ShadowRoot => findDeep(root(), 'acme-board').shadowRoot as ShadowRoot;
const cardsIn = (column: string): string[] =>
  [...board().querySelectorAll<HTMLElement>(`[data-column="${column}"] [data-card]`)].map(
    (one) => one.dataset['card'] ?? '',
  );
const press = async (key: string): Promise<void> => {
  pressKey(board().activeElement, key);
  await rest();
};
const spoken = (): string => board().querySelector('[role=status]')?.textContent ?? '';
const moves = (): unknown[] =>
  shown?.sample.calls.filter(({ name }) => name === 'deals.move').map(({ input }) => input) ?? [];

/** Takes a card by the mouse to the lower half of another one, and lets go. */
async function drag(from: string, to: string): Promise<void> {
  const card = board().querySelector<HTMLElement>(`[data-card="${from}"]`)!;
  const target = board().querySelector<HTMLElement>(`[data-card="${to}"]`)!;
  const at = (element: HTMLElement, part: number) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { clientX: left + width / 2, clientY: top + height * part };
  };
  const fire = (type: string, on: EventTarget, place: object): void => {
    const event = { bubbles: true, composed: true, pointerId: 1, pointerType: 'mouse', button: 0, ...place };
    on.dispatchEvent(new PointerEvent(type, event));
  };
  fire('pointerdown', card, at(card, 0.5));
  fire('pointermove', window, at(card, 0.7));
  fire('pointermove', window, at(target, 0.8));
  await rest();
  fire('pointerup', window, at(target, 0.8));
  await rest();
}

beforeEach(() => document.body.append(document.createElement('main')));
afterEach(() => {
  shown?.instance.destroy();
  document.querySelector('main')?.remove();
});

describe('the board of deals', () => {
  it('puts a card at the same place by pointer and by keyboard', async () => {
    await show();
    const [first = ''] = cardsIn('pst_0');
    const [, second = ''] = cardsIn('pst_1');
    await drag(first, second);
    await until(() => moves().length === 1);
    const byPointer = moves()[0];
    const afterPointer = cardsIn('pst_1').slice(0, 4);
    shown?.instance.destroy();
    document.querySelector('main')?.replaceChildren();

    await show();
    findDeep(board(), `[data-card="${first}"] .open`).focus();
    await press(' ');
    await press('ArrowRight');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(spoken()).to.equal('Qualified, place 3 of 11.');
    await press(' ');
    await until(() => moves().length === 1);
    expect(moves()[0]).to.deep.equal(byPointer);
    expect(byPointer).to.deep.equal({ id: first, stageId: 'pst_1', fromStageId: 'pst_0', afterId: second });
    expect(cardsIn('pst_1').slice(0, 4)).to.deep.equal(afterPointer);
    expect(afterPointer[2]).to.equal(first);
  });

  it('sorts within a stage by keyboard, and says each place', async () => {
    await show();
    const [first = '', second = '', third = ''] = cardsIn('pst_0');
    findDeep(board(), `[data-card="${first}"] .open`).focus();
    await press(' ');
    await press('ArrowDown');
    expect(spoken()).to.equal('New, place 2 of 9.');
    await press(' ');
    await until(() => moves().length === 1);
    expect(cardsIn('pst_0').slice(0, 3)).to.deep.equal([second, first, third]);
  });

  it('draws a bounded number of cards however many there are, and goes on by itself where one scrolls', async () => {
    await show({ answers: dealAnswers(false, 10_000) });
    const drawn = (): number => board().querySelectorAll('[data-card]').length;
    const list = board().querySelector<HTMLElement>('[data-column="pst_0"] .list')!;
    expect(drawn()).to.be.lessThan(150);
    const lists = (): number => shown?.sample.calls.filter(({ name }) => name === 'deals.list').length ?? 0;
    const before = lists();
    for (let pages = 0; pages < 6; pages += 1) {
      list.scrollTop = list.scrollHeight;
      list.dispatchEvent(new Event('scroll'));
      const asked = lists();
      await until(() => lists() > asked || pages > 0);
      await rest();
    }
    expect(lists()).to.be.greaterThan(before + 2);
    expect(drawn()).to.be.lessThan(150);
    // A move draws no more than that either, and asks for the moved deal alone.
    const calls = shown!.sample.calls.length;
    const [first = ''] = cardsIn('pst_1');
    findDeep(board(), `[data-card="${first}"] .open`).focus();
    for (const key of [' ', 'ArrowRight', ' ']) await press(key);
    await until(() => moves().length === 1);
    await rest();
    const further = shown!.sample.calls.slice(calls).map(({ name }) => name);
    expect(further.filter((name) => name === 'deals.list')).to.deep.equal([]);
    expect(drawn()).to.be.lessThan(150);
  });

  it('puts a card back, and reads the board again, where somebody else moved the deal first', async () => {
    const refused = Object.assign(new Error('moved'), { status: 409, code: 'deal.moved' });
    await show({
      answers: {
        ...dealAnswers(),
        'deals.move': () => {
          throw refused;
        },
      },
    });
    const [first = ''] = cardsIn('pst_0');
    const before = shown!.sample.calls.filter(({ name }) => name === 'deals.list').length;
    findDeep(board(), `[data-card="${first}"] .open`).focus();
    for (const key of [' ', 'ArrowRight', ' ']) await press(key);
    await until(() => /could not be moved/.test(spoken()));
    expect(cardsIn('pst_0')[0]).to.equal(first);
    await until(() => shown!.sample.calls.filter(({ name }) => name === 'deals.list').length > before);
  });

  it('asks why before a deal is won, and takes a move back', async () => {
    await show();
    const [first = ''] = cardsIn('pst_3');
    findDeep(board(), `[data-card="${first}"] .open`).focus();
    for (const key of [' ', 'ArrowRight', ' ']) await press(key);
    const dialog = () => findDeep(root(), 'acme-close-deal').shadowRoot as ShadowRoot;
    await until(() => /is won/.test(dialog().querySelector('acme-dialog')?.getAttribute('heading') ?? ''));
    expect(moves()).to.deep.equal([]);
    findDeep(dialog(), 'acme-button[variant=primary]').click();
    await until(() => moves().length === 1);
    expect(moves()[0]).to.deep.equal({ id: first, stageId: 'pst_4', fromStageId: 'pst_3', reasonId: null, note: '' });
    await until(() => cardsIn('pst_4').includes(first));
    await until(() => findDeep(root(), 'acme-toaster', '.act'));
    findDeep(root(), 'acme-toaster', '.act').click();
    await until(() => moves().length === 2);
    expect(moves()[1]).to.deep.equal({ id: first, stageId: 'pst_3', fromStageId: 'pst_4' });
  });

  it('shows what somebody else did', async () => {
    await show();
    const before = shown!.sample.calls.filter(({ name }) => name === 'deals.list').length;
    shown!.sample.emit({
      id: '9',
      at: new Date().toISOString(),
      type: 'deal.stage_changed',
      data: {
        dealId: 'dea_0',
        fromStageId: 'pst_0',
        toStageId: 'pst_1',
        from: 'New',
        to: 'Qualified',
      },
    });
    await until(() => shown!.sample.calls.filter(({ name }) => name === 'deals.list').length > before);
  });

  /** The drawer of the first deal. */
  async function openFirst(sample?: Staging['sample']): Promise<ShadowRoot> {
    await show(sample);
    findDeep(board(), '[data-card="dea_0"] .open').click();
    await until(() => findDeep(root(), 'acme-deal-form', 'acme-tabs'));
    await rest();
    return findDeep(root(), 'acme-deal-form').shadowRoot as ShadowRoot;
  }
  const tabsOf = (form: ShadowRoot): string[] =>
    findDeep<HTMLElement & { tabs: { id: string }[] }>(form, 'acme-tabs').tabs.map(({ id }) => id);
  const askedFor = (call: string) => shown!.sample.calls.filter(({ name }) => name === call);

  it('shows in the drawer of a deal what was noted, what was said and what is to be done', async () => {
    const form = await openFirst();
    expect(tabsOf(form)).to.deep.equal([
      'details',
      'products',
      'moves',
      'activity',
      'notes',
      'activities',
      'tasks',
      'files',
    ]);
    for (const [view, call] of [
      ['notes', 'notes.list'],
      ['activities', 'loggedActivities.list'],
      ['tasks', 'tasks.list'],
      ['files', 'files.list'],
    ] as const) {
      findDeep(form, 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: view }));
      await until(() => askedFor(call).length > 0);
      for (const { input } of askedFor(call)) expect(input).to.deep.include({ subject: { noun: 'deal', id: 'dea_0' } });
    }
  });

  it('has no tab in the drawer for what one may not read', async () => {
    const form = await openFirst({ permissions: ['workspace.read', 'deal.read', 'pipeline.read', 'task.read'] });
    expect(tabsOf(form).slice(4)).to.deep.equal(['tasks']);
    expect(form.querySelector('[name=campaignId]')).to.equal(null);
  });

  it('names the campaign that a deal is owed to, and takes another or none', async () => {
    const form = await openFirst();
    const field = () =>
      findDeep<HTMLElement & { value: string; options: { label: string }[] }>(form, '[name=campaignId]');
    await until(() => field().options.length === 1);
    expect(field().value).to.equal('cmp_0');
    expect(field().options[0]!.label).not.to.equal('');
    field().value = '';
    field().dispatchEvent(new Event('change'));
    await rest();
    form.querySelector('form')!.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await until(() => askedFor('deals.update').length > 0);
    expect(askedFor('deals.update')[0]!.input).to.deep.include({ id: 'dea_0', campaignId: null });
  });
});
