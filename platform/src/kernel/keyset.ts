import type { Page } from '@tabard/contract';
import { decodeCursor, pageFrom, type CursorPlace } from './page.ts';
import type { ReadScope } from './tenancy.ts';
import type { Prepared } from './tenant-query.ts';

/** What one part of an order compares, and how a row's place in it is written into a cursor. */
export interface OrderTerm<R> {
  sql: string;
  kind: CursorPlace;
  of: (row: R) => string;
}

const sqlTypes: Readonly<Record<CursorPlace, string>> = {
  time: 'timestamptz',
  text: 'text',
  uuid: 'uuid',
  number: 'int4',
  whole: 'int8',
  day: 'date',
};

/** A list that is read page by page, each from where the last one ended. */
export interface Keyset<R, T> {
  /** Columns of a row. */
  columns: string;
  /** The table and its alias, with what it is joined to. */
  from: string;
  /** Conditions of every page; all must hold. They push their values. */
  where: string[];
  values: unknown[];
  /** From the most to the least important; the last one has no ties. */
  order: readonly [OrderTerm<R>, ...OrderTerm<R>[]];
  direction: 'asc' | 'desc';
  shape: (row: R) => T;
  /** The statement around that of the page, for what is read once for all its rows; it gives them under the table's alias. */
  around?: (page: string) => string;
  /** For lists that can be entered anywhere: SQL of the id, and of the condition that leads the primary key. */
  jump?: { id: string; workspace: string };
  /** How its statement is kept. */
  prepared?: Prepared;
}

/** One page of a list in one round trip, by comparing with the last row of the page before: its cost does not grow with the place. */
export async function readPage<R extends object, T>(
  { read }: Pick<ReadScope, 'read'>,
  { cursor, limit, skip = 0 }: { cursor?: string; limit: number; skip?: number },
  list: Keyset<R, T>,
): Promise<Page<T>> {
  const { order, direction, values, jump } = list;
  const where = [...list.where];
  if (cursor !== undefined) {
    const place = decodeCursor(
      cursor,
      order.map(({ kind }) => kind),
    ).map((value, index) => `$${values.push(value)}::${sqlTypes[order[index]?.kind ?? 'text']}`);
    const terms = order.map(({ sql }) => sql).join(', ');
    where.push(`(${terms}) ${direction === 'asc' ? '>' : '<'} (${place.join(', ')})`);
  }
  const inOrder = `order by ${order.map(({ sql }) => `${sql} ${direction}`).join(', ')}`;
  const page = `from ${list.from} where ${where.join(' and ')} ${inOrder} limit ${limit + 1}`;
  const text =
    !jump || skip === 0
      ? `select ${list.columns} ${page}`
      : // Ids alone first: those before the page are counted in the index.
        `select ${list.columns} from ${list.from}
          where ${jump.workspace} and ${jump.id} = any (array (select ${jump.id} ${page} offset $${values.push(skip)})) ${inOrder}`;
  const rows = await read<R>(list.around ? `${list.around(text)} ${inOrder}` : text, values, list.prepared);
  return pageFrom(rows, limit, list.shape, (row) => order.map(({ of }) => of(row)));
}

/** The order of most lists: by the time they came, the newest first. */
export const newestFirst = <R extends { id: string; created_at: Date }>(alias: string) => ({
  order: [
    { sql: `${alias}.created_at`, kind: 'time', of: (row: R) => row.created_at.toISOString() },
    { sql: `${alias}.id`, kind: 'uuid', of: (row: R) => row.id },
  ] as [OrderTerm<R>, OrderTerm<R>],
  direction: 'desc' as const,
});

/** In the order of ids, which is that of time. */
export const byId = <R extends { id: string }>(direction: 'asc' | 'desc') => ({
  order: [{ sql: 'id', kind: 'uuid', of: (row: R) => row.id }] as [OrderTerm<R>],
  direction,
});
