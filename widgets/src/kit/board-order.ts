import type { BoardCard } from './board-card.ts';

/** Where a card comes to lie: in which column, and right below which card; `null` for on top. */
export interface Landing {
  column: string;
  after: string | null;
}

/** Which column a card is in, those that are on their way where they go. */
export const columnOf = (card: BoardCard, moved: ReadonlyMap<string, Landing>): string =>
  moved.get(card.id)?.column ?? card.column;

/** The cards of a column in their order, with those that are on their way to it where they will lie. */
export function cardsIn(
  columnId: string,
  cards: readonly BoardCard[],
  moved: ReadonlyMap<string, Landing>,
): readonly BoardCard[] {
  if (moved.size === 0) return cards.filter((card) => card.column === columnId);
  const here = cards.filter((card) => card.column === columnId && !moved.has(card.id));
  for (const [id, { column, after }] of moved) {
    const card = column === columnId && cards.find((one) => one.id === id);
    if (!card) continue;
    const at = after === null ? -1 : here.findIndex((one) => one.id === after);
    here.splice(at + 1, 0, card);
  }
  return here;
}

/** One place further up or down among the cards of a column, for the card in the hand. */
export function stepWithin(
  column: readonly BoardCard[],
  heldId: string,
  after: string | null,
  step: number,
): { after: string | null; place: number; count: number } {
  const others = column.filter(({ id }) => id !== heldId);
  const now = others.findIndex(({ id }) => id === after) + 1;
  const place = Math.max(0, Math.min(others.length, now + step));
  return { after: others[place - 1]?.id ?? null, place: place + 1, count: others.length + 1 };
}

/** The card right above another one in its column; `null` on top. */
export function above(column: readonly BoardCard[], id: string): string | null {
  const at = column.findIndex((card) => card.id === id);
  return column[at - 1]?.id ?? null;
}

/** Where a card shows that what is in the hand comes right beside it. */
export function markOf(after: string | null, id: string, at: number): 'below' | 'above' | '' {
  if (after === id) return 'below';
  return after === null && at === 0 ? 'above' : '';
}

/** The card that lies right above a height on the page, by what is drawn of a column; `null` for on top. */
export function aboveHeight(column: HTMLElement | null, y: number, heldId: string): string | null {
  let after: string | null = null;
  for (const card of column?.querySelectorAll<HTMLElement>('.card') ?? []) {
    const { top, height } = card.getBoundingClientRect();
    const id = card.dataset['card'] ?? '';
    if (id === heldId) continue;
    if (top + height / 2 > y) return after ?? card.dataset['above'] ?? null;
    after = id;
  }
  return after;
}
