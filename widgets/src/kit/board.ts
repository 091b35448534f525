import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import type { Tone } from './badge.ts';
import { boardCard, type BoardCard } from './board-card.ts';
import { badgeMarkStyles } from './badge-mark.ts';
import { marksStyles } from './marks.styles.ts';
import { boardCardStyles } from './board-card.styles.ts';
import { boardStyles } from './board.styles.ts';
import { walkBoard } from './board-walk.ts';
import { boardWords as say } from './board-labels.ts';
import { boardColumn } from './board-column.ts';
import { BoardHand } from './board-hand.ts';
import { cardsIn, columnOf, markOf, type Landing } from './board-order.ts';
import { boardStages, columnInView, showColumn } from './board-stages.ts';
import { BoardWindows } from './board-windows.ts';
import { Button } from './button.ts';
import { CardDrag } from './drag-card.ts';
import { kitStyles } from './kit.styles.ts';
import { Menu } from './menu.ts';
import { Tabs } from './tabs.ts';

export interface BoardColumn {
  id: string;
  label: string;
  tone?: Tone;
  /** How many there are in all, loaded or not. */
  count?: number | null;
  /** There are more than are here. */
  more?: boolean;
  busy?: boolean;
}
/**
 * Cards in columns that can be moved between them. A move shows at once and goes back, with words, when it fails; a column
 * that cannot take a card says why while the card is in the hand. The order inside a column belongs to who gives the cards, unless they are
 * `placed`. Of the columns of a `staged` one only what is in view is drawn.
 *
 * Keys: arrows move between cards, Home and End to the first and last of a column, Enter opens; Space picks up, then the arrows
 * choose a column, Space or Enter puts down and Escape cancels. The small button on a card moves it by a menu instead. A finger
 * lifts a card by resting on it.
 *
 * @event open-card - `detail` is the card.
 * @event need-more - `detail` is the id of the column.
 * @csspart column - One column.
 * @csspart card - One card.
 */
export class Board extends PrefixedElement {
  static override tag = 'board';
  static override uses = [Button, Menu, Tabs];
  static override styles = [kitStyles, badgeMarkStyles, marksStyles, boardCardStyles, boardStyles];

  @property({ attribute: false }) columns: readonly BoardColumn[] = [];
  @property({ attribute: false }) cards: readonly BoardCard[] = [];
  @property() label = '';
  /** Whether a card may go to a column; if not, why, in a sentence. */
  @property({ attribute: false }) allows: (card: BoardCard, columnId: string) => true | string = () => true;
  /** Makes the move; `false` or a throw puts the card back. By the time it answers, `cards` should say the same. */
  @property({ attribute: false }) move:
    | ((card: BoardCard, columnId: string, after: string | null) => Promise<boolean>)
    | null = null;
  /** Cards are put at a place within a column, not only into one. */
  @property({ type: Boolean }) placed = false;
  /** More cards are asked for as the end of a column comes into view; where there is little room one column at a time is shown. */
  @property({ type: Boolean }) staged = false;
  /** What the cards of a column come to, such as money; follows a move at once. */
  @property({ attribute: false }) sumOf: ((cards: readonly BoardCard[], column: BoardColumn) => string) | null = null;
  /** Writes counts as the reader is used to. */
  @property({ attribute: false }) format: (count: number) => string = String;
  @state() private moved: ReadonlyMap<string, Landing> = new Map();
  @state() private active = '';
  @state() private spoken = '';
  @state() private back = '';
  @state() private shown = '';
  @query('.columns') private row!: HTMLElement;
  @query('.ghost') private ghost!: HTMLElement;
  @query('.menu') private menu!: Menu;
  #refocus = '';
  #looked = 0;
  #menuCard: BoardCard | null = null;

  readonly #drag = new CardDrag(this, () => ({
    row: this.row,
    ghost: this.ghost,
    lift: (id) => {
      const card = this.cards.find((one) => one.id === id);
      return card ? this.#lift(card, 'pointer') : false;
    },
    over: (column, y) => this.#hand.pointAt(column, y),
    drop: () => this.#hand.drop(),
    cancel: () => this.#hand.cancel(),
  }));
  readonly #hand: BoardHand = new BoardHand(() => ({
    columns: this.columns,
    placed: this.placed,
    format: this.format,
    cardsOf: (id) => this.#cardsOf(id),
    columnOf: (card) => this.#columnOf(card),
    sectionOf: (id) => this.#section(id),
    refusal: (card, to) => this.#refusal(card, to),
    reveal: (id) => void this.#reveal(id),
    say: (words) => (this.spoken = words),
    changed: () => this.requestUpdate(),
    send: (card, to, byKey) => void this.#send(card, to, byKey),
  }));

  readonly #windows = new BoardWindows(this, {
    scrollerOf: (id) => this.#section(id)?.querySelector<HTMLElement>('.list') ?? null,
    cardsOf: (id) => this.#cardsOf(id),
    nearEnd: (id) => {
      if (this.staged && this.columns.some((one) => one.id === id && one.more && !one.busy)) this.tell('need-more', id);
    },
  });
  #lanes = new Map<string, readonly BoardCard[]>();

  #section(columnId: string): HTMLElement | null {
    return this.row?.querySelector<HTMLElement>(`[data-column="${CSS.escape(columnId)}"]`) ?? null;
  }
  #columnOf(card: BoardCard): string {
    return columnOf(card, this.moved);
  }
  #cardsOf(columnId: string): readonly BoardCard[] {
    const known = this.#lanes.get(columnId);
    if (known) return known;
    const here = cardsIn(columnId, this.cards, this.moved);
    this.#lanes.set(columnId, here);
    return here;
  }
  #labelOf(columnId: string): string {
    return this.columns.find((column) => column.id === columnId)?.label ?? '';
  }
  #refusal(card: BoardCard, to: string): string {
    const allowed = to === this.#columnOf(card) || this.allows(card, to);
    return allowed === true ? '' : allowed;
  }

  #lift(card: BoardCard, by: 'key' | 'pointer'): boolean {
    if (!this.move || this.moved.has(card.id)) return false;
    this.active = card.id;
    this.#hand.lift(card, by);
    return true;
  }

  async #send(card: BoardCard, to: Landing, focus: boolean): Promise<void> {
    const from = card.column;
    this.moved = new Map([...this.moved, [card.id, to]]);
    this.spoken = say.moved(card.title, this.#labelOf(to.column));
    if (focus) this.#refocus = card.id;
    let done = false;
    try {
      done = (await this.move?.(card, to.column, to.after)) ?? false;
    } catch {
      // Who moves says what went wrong; the board puts back.
    }
    const now = this.shadowRoot?.activeElement;
    if (focus && (!now || now.closest('.card')?.getAttribute('data-card') === card.id)) this.#refocus = card.id;
    this.moved = new Map([...this.moved].filter(([id]) => id !== card.id));
    if (done) return;
    this.back = card.id;
    this.spoken = say.rolledBack(card.title, this.#labelOf(from));
  }

  protected override willUpdate(): void {
    this.#lanes = new Map();
    this.#windows.keep(this.columns.map(({ id }) => id));
  }

  protected override updated(): void {
    if (!this.#refocus) return;
    const id = this.#refocus;
    const card = this.row.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] .open`);
    // Out of view it is not drawn yet; it is as soon as it was brought there.
    if (!card && this.#looked++ < 4 && this.#reveal(id)) return;
    [this.#refocus, this.#looked] = ['', 0];
    card?.focus();
  }

  /** Brings a card into view; false where it is not there. */
  #reveal(id: string): boolean {
    const card = this.cards.find((one) => one.id === id);
    if (!card || !this.staged) return false;
    const column = this.#columnOf(card);
    this.#windows.of(column).reveal(this.#cardsOf(column).indexOf(card));
    return true;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const card = this.cards.find((one) => one.id === this.active);
    const onCard = event.composedPath().some((one) => one instanceof Element && one.matches('.open'));
    if (!card || !onCard || event.ctrlKey || event.metaKey || event.altKey) return;
    const rtl = getComputedStyle(this).direction === 'rtl';
    if (this.#hand.held ? this.#hand.carry(event.key, rtl) : this.#walk(card, event.key, rtl)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  #walk(card: BoardCard, key: string, rtl: boolean): boolean {
    if (key === ' ') return this.#lift(card, 'key');
    const columns = this.columns.map((column) => this.#cardsOf(column.id));
    const column = columns.findIndex((cards) => cards.includes(card));
    const from = { column, row: columns[column]?.indexOf(card) ?? 0 };
    const sizes = columns.map((cards) => cards.length);
    const to = walkBoard(sizes, from, key, rtl);
    const next = to && columns[to.column]?.[to.row];
    if (!next) return false;
    [this.active, this.#refocus] = [next.id, next.id];
    this.requestUpdate();
    return true;
  }

  #openMenu(card: BoardCard, button: HTMLElement): void {
    this.#menuCard = card;
    this.menu.items = this.columns
      .filter((column) => column.id !== this.#columnOf(card))
      .map(({ id, label }) => {
        const reason = this.#refusal(card, id);
        return { id, label, ...(reason && { disabled: true, reason }) };
      });
    void this.menu.openAt(button);
  }

  #card(card: BoardCard, at: number, { first, count }: { first: boolean; count: number }): TemplateResult {
    const { id } = card;
    const column = this.#columnOf(card);
    const { held } = this.#hand;
    const over = this.placed && held && !this.#refusal(held.card, column) ? held.over : null;
    const state = {
      reached: this.active === id || first,
      movable: this.move !== null,
      waiting: this.moved.has(id),
      lifted: held?.card.id === id,
      back: this.back === id,
      mark: over?.column === column ? markOf(over.after, id, at) : ('' as const),
      above: this.#cardsOf(column)[at - 1]?.id ?? null,
      place: at + 1,
      count,
    };
    return boardCard(card, state, {
      focus: () => (this.active = id),
      blur: () => this.#hand.held?.by === 'key' && this.#hand.cancel(),
      open: () => this.tell('open-card', card),
      menu: (button) => this.#openMenu(card, button),
    });
  }

  #column(column: BoardColumn, at: number, firstId: string): TemplateResult {
    const { id, count } = column;
    const here = this.#cardsOf(id);
    const { held } = this.#hand;
    // The count follows a move before the platform does.
    const shift = here.length - this.cards.filter((card) => card.column === id).length;
    const inAll = typeof count === 'number' ? count + shift : here.length;
    return boardColumn(column, {
      at,
      here,
      drawn: this.staged ? this.#windows.of(id).drawn : here.map((_, place) => place),
      count: this.format(inAll),
      sum: this.sumOf?.(here, column) ?? null,
      why: held ? this.#refusal(held.card, id) : '',
      over: held?.over?.column === id && id !== this.#columnOf(held.card),
      card: (card, place) =>
        this.#card(card, place, {
          first: card.id === firstId,
          count: inAll,
        }),
      further: this.staged ? null : () => this.tell('need-more', id),
    });
  }

  readonly #onSwipe = (): void => {
    if (this.staged) this.shown = columnInView(this.row);
  };

  override render(): unknown {
    const known = this.cards.some((card) => card.id === this.active);
    const first = known ? '' : (this.columns.flatMap((column) => this.#cardsOf(column.id))[0]?.id ?? '');
    return html`<p class="visually-hidden" id="how">${this.placed ? say.howPlaced() : say.how()}</p>
      ${this.staged ? boardStages(this, this.shown, (id) => showColumn(this.row, (this.shown = id))) : ''}
      <div
        class="columns ${this.staged ? 'staged' : ''}"
        role="group"
        aria-label=${this.label}
        @keydown=${this.#onKey}
        @pointerdown=${this.#drag.press}
        @scroll=${this.#onSwipe}
      >
        ${this.columns.map((column, at) => this.#column(column, at, first))}
      </div>
      <x-menu
        class="menu"
        bare
        label=${msg('Move to')}
        @choose=${(event: CustomEvent<string>) => this.#menuCard && void this.#send(this.#menuCard, { column: event.detail, after: null }, true)}
      ></x-menu>
      <div class="ghost" popover="manual" aria-hidden="true"></div>
      <div class="visually-hidden" role="status" aria-live="assertive">${this.spoken}</div>`;
  }
}
