import { isCleanText } from '@tabard/contract';
import { fail } from './fail.ts';

/** The place where the next page starts, as an opaque text. */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What may stand at each place of a cursor, as the database will read it. */
const places = {
  uuid: (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  /** As `toISOString` writes it: a day that the calendar has, of a year that the database has. */
  time: (text: string) => /^(?!0000)\d{4}-/.test(text) && new Date(Date.parse(text) || 0).toISOString() === text,
  text: isCleanText,
  number: (text: string) => /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= 2_147_483_648,
  whole: (text: string) => /^-?\d{1,16}$/.test(text),
  /** A day that the calendar has, or the one after all others. */
  day: (text: string) =>
    text === 'infinity' ||
    (/^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && new Date(Date.parse(text) || 0).toISOString().startsWith(text)),
} as const;
export type CursorPlace = keyof typeof places;

/** Reads a cursor back whose values are of these kinds; anything else is the caller's mistake and never reaches SQL. */
export function decodeCursor<const P extends readonly CursorPlace[]>(
  cursor: string,
  kinds: P,
): { -readonly [K in keyof P]: string } {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      kinds.every((kind, index) => typeof values[index] === 'string' && places[kind](values[index]))
    )
      return values as { -readonly [K in keyof P]: string }; // as many strings as kinds, looked at just above
  } catch {
    // Falls through to the same answer as a cursor of the wrong shape.
  }
  return refuseCursor();
}

/** Ends the call: what was given as a cursor is none. */
export const refuseCursor = (): never =>
  fail('request.invalid', {
    details: [{ path: 'cursor', message: 'This cursor is not one of ours. Start again without it.' }],
  });

/** Cuts a page from rows that were read with one more than the limit. */
export function pageFrom<R, T>(
  rows: R[],
  limit: number,
  shape: (row: R) => T,
  cursorOf: (row: R) => readonly string[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(shape),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
