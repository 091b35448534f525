import { snakeCase, type DescribedNoun, type Ending, type Field, type Fields } from '@tabard/contract';
import {
  asksForTime,
  filterFieldsOf,
  settleFilter,
  type FilterCheck,
  type FilterFields,
} from '@tabard/contract/filters';
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
  return conditionOf(check, { ...columns, ...(await linkedColumns(store, scope, check, columns)) }, values, among);
}

/** The columns of fields whose values stand in tables of their own, with the ids of the words that a filter asks for. */
async function linkedColumns<N extends DescribedNoun, F extends Fields, E extends Ending>(
  { noun, linked }: Store<N, F, E>,
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  check: FilterCheck,
  columns: FilterColumns,
): Promise<FilterColumns> {
  const found: Record<string, FilterColumn> = {};
  for (const [name, { idsOf, ...rows }] of Object.entries(linked)) {
    const column = columns[name];
    const words = idsOf ? askedOf(check, name) : [];
    const ids = idsOf && words.length > 0 ? { ids: await idsOf(scope, words) } : {};
    const bare = { type: 'references', sql: '', ...(noun.fields[name]?.of && { of: noun.fields[name].of }) } as const;
    found[name] = { ...(column && column.type !== 'relation' ? column : bare), linked: { ...rows, ...ids } };
  }
  return found;
}

/** The values that a filter asks a list for. */
function askedOf(check: FilterCheck, name: string): string[] {
  if (check.check === 'all' || check.check === 'any') return check.of.flatMap((one) => askedOf(one, name));
  if (check.check === 'not') return askedOf(check.of, name);
  return check.check === 'has' && check.field === name ? [...check.values] : [];
}

/**
 * The conditions that a list's plain filter asks of fields whose values are words with ids of their own, and the rest of the filter; pushes
 * their values. The words are looked up first: a planner that knows which one is meant knows how many have it.
 */
export async function wordsOf<N extends DescribedNoun, F extends Fields, E extends Ending, P extends object>(
  store: Store<N, F, E>,
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  filter: P | undefined,
  values: unknown[],
): Promise<{ rest: P | undefined; conditions: string[] }> {
  const conditions: string[] = [];
  const rest: Record<string, unknown> = { ...filter };
  for (const [field, { idsOf }] of Object.entries(store.linked)) {
    const fact = store.noun.fields[field]?.facts.filter;
    const name = typeof fact === 'string' ? fact : field;
    const word = rest[name];
    if (!idsOf || typeof word !== 'string') continue;
    delete rest[name];
    const check: FilterCheck = { check: 'has', field, values: [word], every: false };
    conditions.push(conditionOf(check, await linkedColumns(store, scope, check, columnsOf(store)), values));
  }
  return { rest: filter && (rest as P), conditions }; // what was taken out is optional
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
    const bare = `${alias}.${snakeCase(name)}`;
    // A number is compared as it is: what stands for none is below every other.
    const sql = field && type !== 'number' ? comparable(alias, name, field) : bare;
    return [
      [
        name,
        {
          type,
          sql,
          ...(sql !== bare && { bare }),
          ...(type === 'number' && { as: 'int8' }),
          ...(field?.of && { of: field.of }),
        },
      ],
    ];
  });
  return Object.fromEntries(columns);
}
