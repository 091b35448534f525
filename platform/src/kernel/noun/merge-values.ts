import { snakeCase, type DescribedNoun, type Ending, type Field, type Fields, type Uuid } from '@tabard/contract';
import type { WriteScope } from '../tenancy.ts';
import type { Store } from './store-of.ts';

/** What a merge changed of the record that stayed, by column. */
export type Changed = Record<string, { before: unknown; after: unknown }>;

const written = (value: unknown): string => JSON.stringify(value ?? null);
/** Whether two values are the same, as they are kept. */
export const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other);

/** Writes what was changed of a record, as it was after or before; nothing where nothing was. */
export async function writeChanged<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  { em, sql, workspaceId }: WriteScope,
  id: Uuid,
  changed: Changed,
  which: 'before' | 'after',
): Promise<void> {
  await em.flush();
  const kinds = new Map(Object.entries<Field>(store.noun.fields).map(([key, { kind }]) => [snakeCase(key), kind]));
  const values: unknown[] = [workspaceId, id];
  const sets = Object.entries(changed).map(([column, one]) => {
    const isJson = kinds.get(column) === 'record';
    return `"${column}" = $${values.push(isJson ? written(one[which]) : one[which])}${isJson ? '::jsonb' : ''}`;
  });
  if (sets.length === 0) return;
  await sql(
    `update ${store.table} set ${sets.join(', ')}, updated_at = now() where workspace_id = $1 and id = $2`,
    values,
  ).catch(store.refuseConflict);
}

/**
 * What goes back of a record when a merge is taken back: what is as the merge left it; of lists what the other one brought; of custom
 * fields those keys that nobody has written since. `now` is the row as JSON.
 */
export function goingBack(
  changed: Changed,
  now: Readonly<Record<string, unknown>>,
  always: readonly string[] = [],
): Changed {
  return Object.fromEntries(
    Object.entries(changed).flatMap(([column, { before, after }]) => {
      const current = now[column] ?? null;
      if (Array.isArray(before) && Array.isArray(after) && Array.isArray(current)) {
        const had = new Set(before.map(written));
        const brought = new Set(after.map(written).filter((one) => !had.has(one)));
        const given = new Set(after.map(written));
        const lost = before.filter((one) => !given.has(written(one)));
        return [[column, { before: [...current.filter((one) => !brought.has(written(one))), ...lost], after }]];
      }
      if (isPlainObject(before) && isPlainObject(after) && isPlainObject(current))
        return [[column, { before: keysBack(before, after, current), after }]];
      return always.includes(column) || isSame(current, after) ? [[column, { before, after }]] : [];
    }),
  );
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

function keysBack(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  now: Record<string, unknown>,
): Record<string, unknown> {
  const result = { ...now };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isSame(before[key], after[key]) || !isSame(now[key], after[key])) continue;
    if (Object.hasOwn(before, key)) result[key] = before[key];
    else delete result[key];
  }
  return result;
}
