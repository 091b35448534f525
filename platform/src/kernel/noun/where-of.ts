import { snakeCase, type DescribedNoun, type Ending, type Field, type Fields } from '@tabard/contract';
import { asksForTime, filterFieldsOf, settleFilter, type FilterFields } from '@tabard/contract/filters';
import { conditionOf, type FilterColumn, type FilterColumns } from '../condition-of.ts';
import { fail } from '../fail.ts';
import type { ReadScope } from '../tenancy.ts';
import { comparable } from './select-of.ts';
import type { Store } from './store-of.ts';

interface WhereOptions {
  /** Where the filter stands in what was given. */
  path?: string;
  /** SQL of the ids of the records that are looked at, where they are few. */
  among?: string;
  /** Fields that cannot be asked for here. */
  without?: readonly string[];
}

/**
 * The SQL condition of a filter over a noun's table under its alias; pushes its values. Days begin by the workspace's clock, which is
 * asked for only where the filter speaks of time.
 * @throws Failure `filter.invalid` that names every place where the filter is wrong.
 */
export async function whereOf<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  where: unknown,
  values: unknown[],
  { path = 'where', among, without = [] }: WhereOptions = {},
): Promise<string> {
  const own = await store.custom?.(scope, where, values);
  const every = Object.entries({ ...filterFieldsOf(store.noun), ...store.related?.fields, ...own?.fields });
  const fields: FilterFields = Object.fromEntries(every.filter(([name]) => !without.includes(name)));
  const timeZone = asksForTime(where, fields) ? await workspaceZone(scope) : 'UTC';
  const clock = { now: Date.now(), timeZone };
  const { check, faults } = settleFilter(where, fields, clock, path);
  if (!check) return fail('filter.invalid', { details: faults });
  const columns = { ...columnsOf(store), ...store.related?.columns, ...own?.columns };
  return conditionOf(check, columns, values, among);
}

/** The clock by which a workspace's days begin. */
async function workspaceZone({ read, workspaceId }: Pick<ReadScope, 'read' | 'workspaceId'>): Promise<string> {
  const [workspace] = await read<{ time_zone: string }>('select time_zone from workspace where id = $1', [workspaceId]);
  return workspace?.time_zone ?? 'UTC';
}

/** The columns that filters of a noun can ask for. */
function columnsOf<N extends DescribedNoun, F extends Fields, E extends Ending>({
  noun,
  alias,
}: Store<N, F, E>): FilterColumns {
  const columns = Object.entries(filterFieldsOf(noun)).flatMap(([name, { type }]): [string, FilterColumn][] => {
    if (type === 'relation') return [];
    if (name === 'custom.*') return [[name, { type, sql: `${alias}.custom` }]];
    const field: Field | undefined = Object.hasOwn(noun.fields, name) ? noun.fields[name] : undefined;
    const sql = field ? comparable(alias, name, field) : `${alias}.${snakeCase(name)}`;
    return [[name, { type, sql, ...(type === 'number' && { as: 'int8' }), ...(field?.of && { of: field.of }) }]];
  });
  return Object.fromEntries(columns);
}
