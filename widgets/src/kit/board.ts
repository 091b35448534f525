import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import type { Tone } from './badge.ts';
import { boardCard, type BoardCard } from './board-card.ts';
import { badgeMarkStyles } from './badge-mark.ts';
import { marksStyles } from './marks.styles.ts';
import { boardCardStyles } from './board-card.styles.ts';
import { boardStyles } from './board.styles.ts';
import { asideStep, walkBoard } from './board-walk.ts';
import { boardWords as say } from './board-labels.ts';
import { Button } from './button.ts';
import { CardDrag } from './drag-card.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';
import { Menu } from './menu.ts';

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
interface Held {
  card: BoardCard;
  over: string | null;
  by: 'key' | 'pointer';
}

/**
 * Cards in columns that can be moved between them. A move shows at once and goes back, with words, when it fails; a column
 * that cannot take a card says why while the card is in the hand. The order inside a column belongs to who gives the cards.
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
  static override uses = [Button, Menu];
  static override styles = [kitStyles, badgeMarkStyles, marksStyles, boardCardStyles, boardStyles];

  @property({ attribute: false }) columns: readonly BoardColumn[] = [];
  @property({ attribute: false }) cards: readonly BoardCard[] = [];
  @property() label = '';
  /** Whether a card may go to a column; if not, why, in a sentence. */
  @property({ attribute: false }) allows: (card: BoardCard, columnId: string) => true | string = () => true;
  /** Makes the move; `false` or a throw puts the card back. By the time it answers, `cards` should say the same. */
  @property({ attribute: false }) move: ((card: BoardCard, columnId: string) => Promise<boolean>) | null = null;
  /** What the cards of a column come to, such as money; follows a move at once. */
  @property({ attribute: false }) sumOf: ((cards: readonly BoardCard[], column: BoardColumn) => string) | null = null;
  /** Writes counts as the reader is used to. */
  @property({ attribute: false }) format: (count: number) => string = String;
  @state() private moved: ReadonlyMap<string, string> = new Map();
  @state() private active = '';
  @state() private held: Held | null = null;
  @state() private spoken = '';
  @state() private back = '';
  @query('.columns') private row!: HTMLElement;
  @query('.ghost') private ghost!: HTMLElement;
  @query('.menu') private menu!: Menu;
  #refocus = '';
  #menuCard: BoardCard | null = null;

  readonly #drag = new CardDrag(this, () => ({
    row: this.row,
    ghost: this.ghost,
    lift: (id) => {
      const card = this.cards.find((one) => one.id === id);
      return card ? this.#lift(card, 'pointer') : false;
    },
    over: (column) => this.#over(column),
    drop: () => this.#drop(),
    cancel: () => this.#cancel(),
  }));

  #columnOf(card: BoardCard): string {
    return this.moved.get(card.id) ?? card.column;
  }
  /** Those that just came stand on top, where one sees them. */
  #cardsOf(columnId: string): readonly BoardCard[] {
    const here = this.cards.filter((card) => this.#columnOf(card) === columnId);
    const arrived = here.filter((card) => card.column !== columnId);
    return arrived.length === 0 ? here : [...arrived, ...here.filter((card) => card.column === columnId)];
  }
  #labelOf(columnId: string): string {
    return this.columns.find((column) => column.id === columnId)?.label ?? '';
  }
  #refusal(card: BoardCard, to: string): string {
    const allowed = to === this.#columnOf(card) || this.allows(card, to);
    return allowed === true ? '' : allowed;
  }

  #lift(card: BoardCard, by: Held['by']): boolean {
    if (!this.move || this.moved.has(card.id)) return false;
    this.active = card.id;
    this.held = { card, over: this.#columnOf(card), by };
    this.spoken = say.lifted(card.title, this.#labelOf(this.#columnOf(card)));
    return true;
  }

  #over(columnId: string | null): void {
    if (!this.held) return;
    this.held = { ...this.held, over: columnId };
    const why = columnId ? this.#refusal(this.held.card, columnId) : '';
    const place = this.columns.findIndex((column) => column.id === columnId);
    if (!columnId) this.spoken = say.nowhere();
    else if (why) this.spoken = say.refused(this.#labelOf(columnId), why);
    else this.spoken = say.over(this.#labelOf(columnId), place + 1, this.columns.length);
    if (this.held.by === 'key') {
      const section = this.row.querySelectorAll('.column')[place];
      section?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  #drop(): void {
    const { held } = this;
    if (!held) return;
    const { card, over, by } = held;
    if (!over || over === this.#columnOf(card)) return this.#cancel();
    const why = this.#refusal(card, over);
    if (why) {
      this.spoken = say.refused(this.#labelOf(over), why);
      // In the hand of the keyboard it stays, to be taken elsewhere.
      if (by === 'pointer') this.held = null;
      return;
    }
    this.held = null;
    void this.#send(card, over, by === 'key');
  }

  #cancel(): void {
    if (!this.held) return;
    const { card } = this.held;
    this.held = null;
    this.spoken = say.cancelled(card.title, this.#labelOf(this.#columnOf(card)));
  }

  async #send(card: BoardCard, to: string, focus: boolean): Promise<void> {
    const from = card.column;
    this.moved = new Map([...this.moved, [card.id, to]]);
    this.spoken = say.moved(card.title, this.#labelOf(to));
    if (focus) this.#refocus = card.id;
    let done = false;
    try {
      done = (await this.move?.(card, to)) ?? false;
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

  protected override updated(): void {
    if (!this.#refocus) return;
    const id = this.#refocus;
    this.#refocus = '';
    this.row.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] .open`)?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const card = this.cards.find((one) => one.id === this.active);
    const onCard = event.composedPath().some((one) => one instanceof Element && one.matches('.open'));
    if (!card || !onCard || event.ctrlKey || event.metaKey || event.altKey) return;
    const rtl = getComputedStyle(this).direction === 'rtl';
    if (this.held ? this.#carry(event.key, rtl) : this.#walk(card, event.key, rtl)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  /** A key while a card is in the hand; false when it is not for the board. */
  #carry(key: string, rtl: boolean): boolean {
    const aside = asideStep(key, rtl);
    if (key === 'Escape') this.#cancel();
    else if (key === ' ' || key === 'Enter') this.#drop();
    else if (aside) {
      const at = this.columns.findIndex((column) => column.id === this.held?.over) + aside;
      const next = this.columns[Math.max(0, Math.min(this.columns.length - 1, at))];
      if (next) this.#over(next.id);
    } else return key.startsWith('Arrow');
    return true;
  }

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

  #card(card: BoardCard, first: boolean): TemplateResult {
    const { id } = card;
    const state = {
      reached: this.active === id || first,
      movable: this.move !== null,
      waiting: this.moved.has(id),
      lifted: this.held?.card.id === id,
      back: this.back === id,
    };
    return boardCard(card, state, {
      focus: () => (this.active = id),
      blur: () => this.held?.by === 'key' && this.#cancel(),
      open: () => this.tell('open-card', card),
      menu: (button) => this.#openMenu(card, button),
    });
  }

  #column(column: BoardColumn, at: number, firstId: string): TemplateResult {
    const { id, label, tone, count, more, busy } = column;
    const here = this.#cardsOf(id);
    const why = this.held ? this.#refusal(this.held.card, id) : '';
    // The count follows a move before the platform does.
    const shift = here.length - this.cards.filter((card) => card.column === id).length;
    const inAll = typeof count === 'number' ? count + shift : here.length;
    const over = this.held?.over === id && this.held.over !== this.#columnOf(this.held.card);
    return html`<section
      class="column ${why ? 'refused' : ''} ${over ? 'over' : ''}"
      part="column"
      data-column=${id}
      aria-labelledby="column-${at} count-${at}"
    >
      <header class=${tone ?? 'neutral'}>
        <h2 id="column-${at}"><i></i><span class="cut">${label}</span></h2>
        <span class="count" id="count-${at}">${this.format(inAll)}</span>
        ${this.sumOf ? html`<span class="sum">${this.sumOf(here, column)}</span>` : ''}
      </header>
      ${why ? html`<p class="why">${icon('lock')}<span>${why}</span></p>` : ''}
      <ul role="list" tabindex="-1">
        ${repeat(
          here,
          (card) => card.id,
          (card) => this.#card(card, card.id === firstId),
        )}
        ${here.length === 0 ? html`<li class="nothing">${msg('Nothing here')}</li>` : ''}
      </ul>
      ${more ? html`<div class="further"><x-button size="small" variant="quiet" ?busy=${busy ?? false} @click=${() => this.tell('need-more', id)}>${msg('Show more')}</x-button></div>` : ''}
    </section>`;
  }

  override render(): unknown {
    const known = this.cards.some((card) => card.id === this.active);
    const first = known ? '' : (this.columns.flatMap((column) => this.#cardsOf(column.id))[0]?.id ?? '');
    return html`<p class="visually-hidden" id="how">${say.how()}</p>
      <div
        class="columns"
        role="group"
        aria-label=${this.label}
        @keydown=${this.#onKey}
        @pointerdown=${this.#drag.press}
      >
        ${this.columns.map((column, at) => this.#column(column, at, first))}
      </div>
      <x-menu
        class="menu"
        bare
        label=${msg('Move to')}
        @choose=${(event: CustomEvent<string>) => this.#menuCard && void this.#send(this.#menuCard, event.detail, true)}
      ></x-menu>
      <div class="ghost" popover="manual" aria-hidden="true"></div>
      <div class="visually-hidden" role="status" aria-live="assertive">${this.spoken}</div>`;
  }
}
