const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
/** Figures of the part of a place that stands for a moment. */
const WIDTH = 9;
/** A moment far ahead: places count down to it, so that what comes later stands further up. */
const END = 100_000_000_000_000;
/** How far below the last one the next comes, with room between the two. */
const STEP = 36 ** 3;

const placeAt = (number: number): string => `${number.toString(36).padStart(WIDTH, '0')}i`;

/** The place on top of a stage whose first deal has the place `first`: as a rule above all that were there before, without growing longer. */
export function rankOnTop(now: number, first: string | null): string {
  const place = placeAt(END - now);
  return first === null || place < first ? place : rankBetween(null, first);
}

/** The place at the end of a stage whose last deal has the place `last`. */
export function rankAtEnd(last: string): string {
  const place = placeAt(Number.parseInt(last.slice(0, WIDTH).padEnd(WIDTH, '0'), 36) + STEP);
  return place > last && place.length === WIDTH + 1 ? place : rankBetween(last, null);
}

/** So many places in order, the first one where a deal that comes now would stand, with room between all of them. */
export const rankEvenly = (now: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => placeAt(END - now + at * STEP));

/** Places that are longer than this are given anew, with all others of their stage. */
export const longestRank = 200;

/**
 * A place between two, `null` for no end: the shortest text that is greater than the one and less than the other. Places use digits and
 * small letters alone, which every database orders alike, and never end in `0`.
 */
export function rankBetween(above: string | null, below: string | null): string {
  if (above !== null && below !== null && above >= below)
    throw new RangeError(`There is no place between ${above} and ${below}.`);
  return middle(above ?? '', below);
}

function middle(above: string, below: string | null): string {
  if (below !== null) {
    let same = 0;
    while (same < below.length && (above[same] ?? '0') === below[same]) same += 1;
    if (same > 0) return below.slice(0, same) + middle(above.slice(same), below.slice(same));
  }
  const from = above ? digits.indexOf(above[0]!) : 0;
  const until = below === null ? digits.length : digits.indexOf(below[0]!);
  if (until - from > 1) return digits[Math.ceil((from + until) / 2)]!;
  if (below !== null && below.length > 1) return below[0]!;
  return digits[from]! + middle(above.slice(1), null);
}
