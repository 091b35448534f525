import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { fail } from './fail.ts';
import { refuseCursor } from './page.ts';

/** What may differ from page to page: a cursor is a place, from which a list can be walked both ways. */
const perPage: ReadonlySet<string> = new Set(['cursor', 'limit', 'skip', 'direction']);

/** Answers a look. The cursors of a list belong to what was asked for. */
export function answer<I extends z.ZodType, T>(
  { input: schema }: { input: I },
  path: string,
  input: unknown,
  handle: (input: z.output<I>) => Promise<T>,
): Promise<T> {
  const asked = input as z.output<I>; // parsed by this very schema
  const isList = 'shape' in schema && 'cursor' in (schema.shape as object);
  return isList ? bindCursor(path, asked as object, handle as (input: object) => Promise<T>) : handle(asked);
}

interface ListInput {
  cursor?: string | undefined;
}

/**
 * Gives one page of a list whose cursors are good for this list alone, in this sort and with this filter: elsewhere their place means
 * nothing.
 */
export async function bindCursor<I extends ListInput, P>(
  procedure: string,
  input: I,
  list: (input: I) => Promise<P>,
): Promise<P> {
  const mark = markOf(procedure, input);
  const page = (await list(
    input.cursor === undefined ? input : { ...input, cursor: placeOf(input.cursor, mark) },
  )) as P & {
    nextCursor: string | null; // whatever takes a cursor gives one
  };
  return { ...page, nextCursor: page.nextCursor === null ? null : `${page.nextCursor}.${mark}` };
}

function placeOf(cursor: string, mark: string): string {
  const [place, marked, ...rest] = cursor.split('.');
  if (!place || marked === undefined || rest.length > 0) return refuseCursor();
  return marked === mark ? place : fail('request.cursor_mismatch');
}

function markOf(procedure: string, input: object): string {
  const asked = Object.entries(input).filter(([name]) => !perPage.has(name));
  return createHash('sha256')
    .update(JSON.stringify([procedure, ordered(Object.fromEntries(asked)) ?? null]))
    .digest('base64url')
    .slice(0, 10);
}

/** The same for inputs that ask for the same: fields in one order, without those that say nothing. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).flatMap(([name, part]): [string, unknown][] => {
    const told = ordered(part);
    return told === undefined ? [] : [[name, told]];
  });
  return fields.length > 0 ? Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1))) : undefined;
}
