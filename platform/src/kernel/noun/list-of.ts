import { pageOf, snakeCase, type DescribedNoun, type Ending, type Fields, type Page } from '@tabard/contract';
import { z } from 'zod';
import { readPage, type OrderTerm } from '../keyset.ts';
import { workspaceQuery } from '../rpc.ts';
import type { ReadScope } from '../tenancy.ts';
import { comparable, noId, selectOf, type Selection } from './select-of.ts';
import type { RowOf, Seen, Store } from './store-of.ts';
import { whereOf, wordsOf } from './where-of.ts';

/** Pages that are asked for most; their statements are kept, what filters make is too manifold. */
const usualLimits = new Set([25, 50, 100]);

type ListInput<N extends DescribedNoun, F extends Fields, E extends Ending> = {
  cursor?: string;
  limit: number;
  skip: number;
  sort: string;
  direction: 'asc' | 'desc';
  filter?: Selection<N, F, E>;
  /** In the language of filters; looked at against the noun's fields. */
  where?: unknown;
};

interface ListOptions {
  /** Each order has an index: the pages that are asked for most are planned once, to be read off it. */
  inOrder?: boolean;
  /** The condition of a search, where it is not the usual one; pushes its values. */
  search?: (scope: ReadScope, text: string, values: unknown[]) => string;
  /** Further conditions of every row; pushes their values. */
  within?: (values: unknown[]) => string[];
}

/** What is shown of rows besides the noun's own columns. */
export interface More<R, T> {
  /** The statement around that of the rows, which gives them with more columns, under the noun's alias. */
  around: (rows: string) => string;
  shape: (row: R) => T;
}

/** One page of a noun by filter and order, with what `more` says. */
export async function listRows<
  N extends DescribedNoun,
  F extends Fields,
  E extends Ending,
  R extends RowOf<F, E> = RowOf<F, E>,
  T = Seen<N, F, E>,
>(
  store: Store<N, F, E>,
  scope: ReadScope,
  input: ListInput<N, F, E>,
  { inOrder = false, search, within }: ListOptions = {},
  more?: More<R, T>,
): Promise<Page<T>> {
  const { alias, table } = store;
  const { sort, direction, limit, cursor, skip, filter, where: asked } = input;
  const values: unknown[] = [scope.workspaceId];
  const text = search && (filter as { search?: string } | undefined)?.search; // every noun's filter has it
  const { rest, conditions } = await wordsOf(store, scope, filter, values);
  const where = [selectOf(store, text ? ({ ...rest, search: undefined } as typeof filter) : rest, values)];
  where.push(...conditions);
  if (text) where.push(search(scope, text, values));
  if (within) where.push(...within(values));
  if (store.visible) where.push(store.visible(scope, values));
  if (asked !== undefined) where.push(await whereOf(store, scope, asked, values));
  const plain = Object.keys(filter ?? {}).length === 0 && asked === undefined;
  const usual = inOrder && plain && skip === 0 && usualLimits.has(limit);
  return readPage<R, T>(scope, input, {
    columns: store.columns,
    from: `${table} ${alias}`,
    where,
    values,
    jump: { id: `${alias}.id`, workspace: `${alias}.workspace_id = $1` },
    order: [orderOf(store, sort), { sql: `${alias}.id`, kind: 'uuid', of: (row) => row.id }],
    direction,
    ...(more ?? { shape: store.shape as unknown as (row: R) => T }), // then a row is the noun's own
    ...(usual
      ? { prepared: { name: `${table} ${sort} ${direction} ${limit} ${cursor ? 'on' : ''}`, inOrder: true } }
      : {}),
  });
}

function orderOf<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  sort: string,
): OrderTerm<RowOf<F, E>> {
  const { alias, noun } = store;
  if (sort === 'created_at')
    return { sql: `${alias}.created_at`, kind: 'time', of: (row) => row.created_at.toISOString() };
  const [key, described] = Object.entries(noun.fields).find(([name]) => snakeCase(name) === sort)!; // from the enum of sorts
  const at = (row: RowOf<F, E>) => (row as Record<string, unknown>)[sort]; // a column of the row
  if (described.kind === 'integer')
    return {
      sql: comparable(alias, key, described),
      kind: 'number',
      of: (row) => String((at(row) as number | null) ?? -2_147_483_648),
    };
  if (described.kind === 'reference')
    return { sql: comparable(alias, key, described), kind: 'uuid', of: (row) => (at(row) as string | null) ?? noId };
  if (described.kind === 'amount')
    return { sql: comparable(alias, key, described), kind: 'whole', of: (row) => String(at(row)) };
  if (described.kind === 'day')
    return {
      sql: comparable(alias, key, described),
      kind: 'day',
      of: (row) => (at(row) as string | null) ?? 'infinity',
    };
  return described.kind === 'moment'
    ? { sql: comparable(alias, key, described), kind: 'time', of: (row) => (at(row) as Date).toISOString() }
    : { sql: comparable(alias, key, described), kind: 'text', of: (row) => (at(row) as string | null) ?? '' };
}

/** A procedure: one page of a noun by filter and order, newest first unless told otherwise. */
export const listOf = <N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  options?: ListOptions,
) =>
  workspaceQuery({
    permission: store.read,
    input: store.noun.listInput,
    output: pageOf(store.noun.output),
    handler: (scope, input) => listRows(store, scope, input as ListInput<N, F, E>, options) as never, // the schema of this noun
  });

/** A procedure: how many a filter takes. */
export const countOf = <N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  {
    known,
  }: {
    /** How many a question takes whose answer is kept somewhere; null where it has to be counted. */
    known?: (scope: ReadScope, asked: { filter?: object | undefined; where?: unknown }) => Promise<number | null>;
  } = {},
) =>
  workspaceQuery({
    permission: store.read,
    input: store.noun.countInput,
    output: z.object({ count: z.int().describe('How many the filter takes.') }),
    async handler(scope, { filter, where }) {
      const kept = await known?.(scope, { filter, where });
      if (kept !== undefined && kept !== null) return { count: kept };
      const values: unknown[] = [scope.workspaceId];
      const { rest, conditions } = await wordsOf(store, scope, filter as Selection<N, F, E>, values); // the schema of this noun
      conditions.push(selectOf(store, rest, values));
      if (store.visible) conditions.push(store.visible(scope, values));
      if (where !== undefined) conditions.push(await whereOf(store, scope, where, values));
      const [row] = await scope.read<{ count: string }>(
        `select count(*) from ${store.table} ${store.alias} where ${conditions.join(' and ')}`,
        values,
      );
      return { count: Number(row?.count ?? 0) };
    },
  });

/** Reads one, live or archived, with the columns that `more` adds; `null` when there is none. */
export async function readOne<
  N extends DescribedNoun,
  F extends Fields,
  E extends Ending,
  R extends RowOf<F, E> = RowOf<F, E>,
>(store: Store<N, F, E>, scope: ReadScope, id: string, more?: More<R, unknown>): Promise<R | null> {
  const { alias, table, columns, visible } = store;
  const values: unknown[] = [scope.workspaceId, id];
  const seen = visible ? ` and ${visible(scope, values)}` : '';
  const text = `select ${columns} from ${table} ${alias} where ${alias}.workspace_id = $1 and ${alias}.id = $2${seen}`;
  const [row] = await scope.read<R>(more ? more.around(text) : text, values);
  return row ?? null;
}
