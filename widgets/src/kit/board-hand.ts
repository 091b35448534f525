import type { BoardCard } from './board-card.ts';
import type { BoardColumn } from './board.ts';
import { boardWords as say } from './board-labels.ts';
import { above, aboveHeight, stepWithin, type Landing } from './board-order.ts';
import { asideStep } from './board-walk.ts';

/** What a board tells of itself to the hand over it. */
interface HandField {
  columns: readonly BoardColumn[];
  /** Whether cards are put at a place within a column. */
  placed: boolean;
  format: (count: number) => string;
  cardsOf: (columnId: string) => readonly BoardCard[];
  columnOf: (card: BoardCard) => string;
  sectionOf: (columnId: string) => HTMLElement | null;
  /** Why a card may not go to a column; empty where it may. */
  refusal: (card: BoardCard, to: string) => string;
  /** Brings a card into view. */
  reveal: (id: string) => void;
  say: (words: string) => void;
  /** What is in the hand, or where it is, changed. */
  changed: () => void;
  send: (card: BoardCard, to: Landing, byKey: boolean) => void;
}
interface Held {
  card: BoardCard;
  over: Landing | null;
  by: 'key' | 'pointer';
}

/** A card in the hand, of a pointer or of the keyboard: where it is over, and what is said of that. Both hands put down alike. */
export class BoardHand {
  held: Held | null = null;
  readonly #field: () => HandField;

  constructor(field: () => HandField) {
    this.#field = field;
  }

  #hold(held: Held | null): void {
    this.held = held;
    this.#field().changed();
  }
  #labelOf(columnId: string): string {
    return this.#field().columns.find((column) => column.id === columnId)?.label ?? '';
  }
  /** The card right above it, where it lies now. */
  #aboveNow({ id }: BoardCard, column: string): string | null {
    return above(this.#field().cardsOf(column), id);
  }

  lift(card: BoardCard, by: Held['by']): void {
    const field = this.#field();
    const column = field.columnOf(card);
    this.#hold({ card, over: { column, after: this.#aboveNow(card, column) }, by });
    field.say((field.placed ? say.liftedPlaced : say.lifted)(card.title, this.#labelOf(column)));
  }

  /** The pointer is over a column, or none, at this height of the page. */
  pointAt(column: string | null, y: number): void {
    const { held } = this;
    const { placed, sectionOf } = this.#field();
    if (!held) return;
    const after = placed && column ? aboveHeight(sectionOf(column), y, held.card.id) : null;
    const isSame = held.over?.column === (column ?? undefined) && (!placed || held.over?.after === after);
    if (!isSame) this.#over(column ? { column, after } : null);
  }

  #over(over: Landing | null): void {
    if (!this.held) return;
    const { columns, placed, refusal, sectionOf, say: speak } = this.#field();
    const { card, by, over: before } = this.held;
    this.#hold({ card, by, over });
    const why = over ? refusal(card, over.column) : '';
    const place = columns.findIndex((column) => column.id === over?.column);
    if (!over) speak(say.nowhere());
    else if (why) speak(say.refused(this.#labelOf(over.column), why));
    else if (placed) speak(this.#placeWords(over, card));
    else speak(say.over(this.#labelOf(over.column), place + 1, columns.length));
    if (by === 'key' && over && over.column !== before?.column)
      sectionOf(over.column)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #placeWords({ column, after }: Landing, { id }: BoardCard): string {
    const { columns, cardsOf, format } = this.#field();
    const { place, count } = stepWithin(cardsOf(column), id, after, 0);
    const inAll = columns.find((one) => one.id === column)?.count ?? 0;
    return say.place(this.#labelOf(column), format(place), format(Math.max(count, inAll)));
  }

  drop(): void {
    const { held } = this;
    if (!held) return;
    const { placed, refusal, columnOf, send, say: speak } = this.#field();
    const { card, over, by } = held;
    const column = columnOf(card);
    const stays = over?.column === column && (!placed || over.after === this.#aboveNow(card, column));
    if (!over || stays) return this.cancel();
    const why = refusal(card, over.column);
    if (why) {
      speak(say.refused(this.#labelOf(over.column), why));
      // In the hand of the keyboard it stays, to be taken elsewhere.
      if (by === 'pointer') this.#hold(null);
      return;
    }
    this.#hold(null);
    send(card, over, by === 'key');
  }

  cancel(): void {
    if (!this.held) return;
    const { card } = this.held;
    this.#hold(null);
    const { columnOf, say: speak } = this.#field();
    speak(say.cancelled(card.title, this.#labelOf(columnOf(card))));
  }

  /** A key while a card is in the hand; false when it is not for the board. */
  carry(key: string, rtl: boolean): boolean {
    const { columns, placed, cardsOf, reveal } = this.#field();
    const aside = asideStep(key, rtl);
    if (key === 'Escape') this.cancel();
    else if (key === ' ' || key === 'Enter') this.drop();
    else if (aside) {
      const at = columns.findIndex((column) => column.id === this.held?.over?.column) + aside;
      const next = columns[Math.max(0, Math.min(columns.length - 1, at))];
      if (next && next.id !== this.held?.over?.column) this.#over({ column: next.id, after: null });
    } else if (placed && this.held?.over && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const { card, over } = this.held;
      const { after } = stepWithin(cardsOf(over.column), card.id, over.after, key === 'ArrowDown' ? 1 : -1);
      this.#over({ column: over.column, after });
      if (after) reveal(after);
    } else return key.startsWith('Arrow');
    return true;
  }
}
