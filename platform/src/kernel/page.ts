import { fail } from './fail.ts';

/** The place where the next page starts, as an opaque text. */
export function encodeCursor(values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor of `length` values back; anything else is the caller's mistake. */
export function decodeCursor(cursor: string, length: number): (string | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => value === null || typeof value === 'string')
    )
      return values;
  } catch {
    // Falls through to the same answer as a cursor of the wrong shape.
  }
  return fail('request.invalid', {
    details: [{ path: 'cursor', message: 'This cursor is not one of ours. Start again without it.' }],
  });
}

/** Cuts a page from rows that were read with one more than the limit. */
export function pageFrom<R, T>(
  rows: R[],
  limit: number,
  shape: (row: R) => T,
  cursorOf: (row: R) => readonly (string | null)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(shape),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
