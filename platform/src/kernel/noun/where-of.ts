import { snakeCase, type DescribedNoun, type Ending, type Field, type Fields } from '@tabard/contract';
import { asksForTime, filterFieldsOf, settleFilter } from '@tabard/contract/filters';
import { conditionOf, type FilterColumn, type FilterColumns } from '../condition-of.ts';
import { fail } from '../fail.ts';
import type { ReadScope } from '../tenancy.ts';
import { comparable } from './select-of.ts';
import type { Store } from './store-of.ts';

/**
 * The SQL condition of a filter over a noun's table under its alias; pushes its values. Days begin by the workspace's clock, which is
 * asked for only where the filter speaks of time. `path` is where the filter stands in what was given.
 * @throws Failure `filter.invalid` that names every place where the filter is wrong.
 */
export async function whereOf<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  where: unknown,
  values: unknown[],
  path = 'where',
): Promise<string> {
  const own = store.custom && JSON.stringify(where).includes('"custom.') ? await store.custom(scope) : undefined;
  const fields = { ...filterFieldsOf(store.noun), ...store.related?.fields, ...own?.fields };
  const timeZone = asksForTime(where, fields) ? await workspaceZone(scope) : 'UTC';
  const { check, faults } = settleFilter(where, fields, { now: Date.now(), timeZone }, path);
  return check
    ? conditionOf(check, { ...columnsOf(store), ...store.related?.columns, ...own?.columns }, values)
    : fail('filter.invalid', { details: faults });
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
