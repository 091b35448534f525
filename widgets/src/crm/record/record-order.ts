/** The order in which records were last looked through: ids as a list showed them. */
const orders = new Map<string, readonly string[]>();

/** Keeps the order of a list from which somebody opens a record. */
export function noteOrder(noun: string, ids: readonly string[]): void {
  orders.set(noun, ids);
}

/** What stands before and after a record in the list that it was opened from. */
export interface Neighbours {
  before: string | null;
  after: string | null;
  /** Its place from 1 on, and how many there are; 0 where no list is known. */
  place: number;
  of: number;
}

/** The neighbours of a record. */
export function neighboursOf(noun: string, id: string): Neighbours {
  const ids = orders.get(noun) ?? [];
  const at = ids.indexOf(id);
  return at < 0
    ? { before: null, after: null, place: 0, of: 0 }
    : { before: ids[at - 1] ?? null, after: ids[at + 1] ?? null, place: at + 1, of: ids.length };
}
