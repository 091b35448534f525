import { fromPublicId, type IdKind } from '@tabard/contract';
import type { FilterCheck, FilterType } from '@tabard/contract/filters';

/** Where a field is found in SQL. A column with values that are never text is compared as its own type, so that an index of it is used. */
export interface FilterColumn {
  type: FilterType;
  /** The column, or what is compared in its place. */
  sql: string;
  /** The column itself, where something else is compared in its place; it tells whether there is a value. */
  bare?: string;
  /** The type of what it is compared with, where that is not the usual one of its type. */
  as?: string;
  /** What the ids of a reference are of. */
  of?: IdKind;
  /** The column of an amount's currency. */
  currency?: string;
  /** A list that is kept as rows of their own: those of `sql`'s record, with the condition that they are of this workspace. */
  rows?: RowsOfList;
  /** Under which key of `sql`, which is JSON then, its value stands. One of another type counts as none. */
  key?: string;
  /** Where each value of a list stands as a row of its own, too. */
  linked?: LinkedRows;
  /** The column stands in a table of its own, with one row for each record that has values there. */
  beside?: { id: string; from: string; owner: string };
}
/**
 * A table of which record has which value, each by its id, which an index answers under a policy: it finds the few that have a value, and
 * tells of each record of an order whether it has one. Asked where all of a filter must hold; elsewhere the list itself is looked at,
 * because every record is read there.
 */
export interface LinkedRows {
  /** The id of the record. */
  sql: string;
  /** The table with an alias of its own, and the condition that its rows are of this workspace. */
  from: string;
  /** What in it names the record, and the value. */
  owner: string;
  value: string;
  /** The ids of values that are words. One that is not there is nobody's. */
  ids?: ReadonlyMap<string, string>;
}
/** A list whose values are rows of a table with an alias of its own. */
export interface RowsOfList {
  from: string;
  /** What in them names the record, and what the value. */
  owner: string;
  value: string;
  /** SQL that stands for values that have no rows, by the values. */
  instead?: ReadonlyMap<string, string>;
}
/** Where the records of a relation are found in SQL. */
export interface RelatedRows {
  type: 'relation';
  /** The id of the record that they belong to. */
  sql: string;
  /** Their table with an alias of its own, and the condition that they are of this workspace. */
  from: string;
  /** What in them names the record that they belong to. */
  owner: string;
  columns: FilterColumns;
}
/** A column for each field that a filter can ask for; that of `custom.*` holds all of them as JSON. */
export type FilterColumns = { readonly [field: string]: FilterColumn | RelatedRows };

const usualTypes: Readonly<Record<FilterType, string>> = {
  text: 'text',
  email: 'text',
  url: 'text',
  number: 'float8',
  money: 'int8',
  date: 'date',
  moment: 'timestamptz',
  boolean: 'boolean',
  choice: 'text',
  choices: 'text',
  reference: 'uuid',
  references: 'uuid',
};
const texts: ReadonlySet<FilterType> = new Set(['text', 'email', 'url', 'choice']);
const lists: ReadonlySet<FilterType> = new Set(['choices', 'references']);

/**
 * The SQL condition of a filter that was read (`settleFilter`); pushes its values. Nothing of what a caller wrote is in its text: fields are
 * named by `columns`, all else is a parameter. It takes the rows that `predicateOf` would: where a part is unknown to SQL because a
 * value is missing, it counts as false, and its opposite as true. `among` is SQL of the ids of the records that are looked at, where they
 * are few: what belongs to others is not read then.
 */
export function conditionOf(check: FilterCheck, columns: FilterColumns, values: unknown[], among?: string): string {
  return written(check, columns, values, { must: true, among });
}

interface Place {
  /** No row is taken of which this is not true. */
  must: boolean;
  among?: string | undefined;
}

function written(check: FilterCheck, columns: FilterColumns, values: unknown[], { must, among }: Place): string {
  switch (check.check) {
    case 'all':
    case 'any': {
      const inside = must && (check.check === 'all' || check.of.length === 1);
      const parts = check.of.map((part) => written(part, columns, values, { must: inside, among }));
      const [word, none] = check.check === 'all' ? [' and ', 'true'] : [' or ', 'false'];
      return parts.length > 0 ? `(${parts.join(word)})` : none;
    }
    case 'not': {
      // What is left out must be looked at in each record either way, so a list in the record is the quicker one.
      const linked = must && check.of.check === 'has' ? linkedTo(check.of, columns, values, false) : null;
      return linked ? `not ${linked}` : `(${written(check.of, columns, values, { must: false, among })}) is not true`;
    }
    case 'empty':
      return emptiness(columnOf(columns, check.field, values));
    case 'equal':
      return within(columnOf(columns, check.field, values), (column) => equality(check, column, values));
    case 'folded':
      return folding(check, columnOf(columns, check.field, values), values);
    case 'range':
      return within(columnOf(columns, check.field, values), (column) => range(check, column, values));
    case 'related':
      return related(check, columns, values, among);
    case 'has': {
      const linked = linkedTo(check, columns, values, must);
      if (linked) return linked;
      const column = columnOf(columns, check.field, values);
      if (column.rows) return hasRows(check, column, column.rows, values);
      const wanted = `$${values.push(check.values.map((value) => held(column, value)))}::${column.as ?? usualTypes[column.type]}[]`;
      return `${column.sql} ${check.every ? '@>' : '&&'} ${wanted}`;
    }
  }
}

/** The condition that a record has one of these values, or all, by rows that name it; null where the list itself is to be looked at. */
function linkedTo(
  { field, values: wanted, every }: Extract<FilterCheck, { check: 'has' }>,
  columns: FilterColumns,
  values: unknown[],
  must: boolean,
): string | null {
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
  if (!column || column.type === 'relation' || !column.linked) return null;
  if (!must && column.sql !== '') return null;
  const { sql, from, owner, value, ids } = column.linked;
  const known = wanted.flatMap((one) => (ids ? (ids.get(one) ?? []) : [held(column, one)]));
  if (known.length === 0 || (every && known.length < wanted.length)) return '(false)';
  const has = (which: string) => `exists (select from ${from} and ${owner} = ${sql} and ${value} ${which})`;
  if (!every && known.length > 1) return has(`= any($${values.push(known)}::uuid[])`);
  return `(${known.map((one) => has(`= $${values.push(one)}::uuid`)).join(' and ')})`;
}

/** A column with its value as the JSON that it is read from, if it is. */
type Compared = FilterColumn & { json?: string };

function columnOf(columns: FilterColumns, field: string, values: unknown[]): Compared {
  const column = Object.hasOwn(columns, field) ? columns[field] : undefined;
  if (column && column.type !== 'relation')
    return column.key === undefined ? column : withinJson(column, column.key, values);
  const custom = field.startsWith(customPrefix) ? columns['custom.*'] : undefined;
  if (!custom || custom.type === 'relation')
    throw new TypeError(`A filter asks for "${field}", which has no column here.`);
  return { ...custom, sql: `(${custom.sql} ->> $${values.push(field.slice(customPrefix.length))}::text)` };
}

const customPrefix = 'custom.';

/** A value within JSON as its type. Days are compared as texts, letter by letter: what is none in the calendar must not end the query. */
function withinJson(column: FilterColumn, key: string, values: unknown[]): Compared {
  const json = `(${column.sql} -> $${values.push(key)}::text)`;
  const only = (kind: string, sql: string, more: Partial<FilterColumn> = {}): Compared => ({
    ...column,
    ...more,
    json,
    sql: `(case when jsonb_typeof(${json}) = '${kind}' then ${sql} end)`,
  });
  switch (column.type) {
    case 'number':
      return only('number', `${json}::float8`);
    case 'boolean':
      return only('boolean', `${json}::boolean`);
    case 'money':
      return only('object', `(${json} -> 'amount')::int8`, { currency: `${json} ->> 'currency'` });
    case 'choices':
      return only('array', `array (select jsonb_array_elements_text(${json}))`);
    case 'date':
      return only('string', `(${json} #>> '{}') collate "C"`, { as: 'text' });
    default:
      return only('string', `${json} #>> '{}'`);
  }
}

/** Those that own enough such rows: found by them where they are few, and looked up where something else finds fewer. */
function related(
  { field, least, of }: Extract<FilterCheck, { check: 'related' }>,
  columns: FilterColumns,
  values: unknown[],
  among: string | undefined,
): string {
  const rows = columns[field];
  if (rows?.type !== 'relation') throw new TypeError(`A filter asks for "${field}", which is no relation here.`);
  const owned = among ? `= any(${among})` : 'is not null';
  const asked = written(of, rows.columns, values, { must: false });
  const such = `select ${rows.owner} from ${rows.from} and ${rows.owner} ${owned} and ${asked}`;
  const enough = least > 1 ? ` group by ${rows.owner} having count(*) >= $${values.push(least)}::int8` : '';
  return `${rows.sql} in (${such}${enough})`;
}

/** Those that own a row with one of these values, or with each. */
function hasRows(
  { values: wanted, every }: Extract<FilterCheck, { check: 'has' }>,
  column: FilterColumn,
  { from, owner, value, instead }: RowsOfList,
  values: unknown[],
): string {
  const as = column.as ?? usualTypes[column.type];
  const parts = wanted.map(
    (one) =>
      instead?.get(one) ??
      `${column.sql} in (select ${owner} from ${from} and ${value} = $${values.push(held(column, one))}::${as})`,
  );
  return `(${parts.join(every ? ' and ' : ' or ')})`;
}

/** A condition on a column that may stand in a table beside the record's: found there, and not looked up for each record. */
function within(column: Compared, condition: (column: Compared) => string): string {
  const { beside } = column;
  return beside
    ? `${beside.id} in (select ${beside.owner} from ${beside.from} and ${condition(column)})`
    : condition(column);
}

/** A value as its column holds it: an id without its prefix. */
const held = ({ of }: FilterColumn, value: string | number | boolean): unknown =>
  of ? fromPublicId(of, String(value)) : value;

function emptiness({ type, sql, bare = sql, json, linked, rows, beside }: Compared): string {
  if (beside)
    return `(${beside.id} in (select ${beside.owner} from ${beside.from} and ${sql} is not null)) is not true`;
  if (rows) return `(${sql} in (select ${rows.owner} from ${rows.from})) is not true`;
  if (linked && sql === '') return `not exists (select from ${linked.from} and ${linked.owner} = ${linked.sql})`;
  if (json) return `coalesce(${json}, 'null') in ('null', '""', '[]')`;
  if (lists.has(type)) return `coalesce(cardinality(${sql}), 0) = 0`;
  return texts.has(type) ? `coalesce(${sql}, '') = ''` : `${bare} is null`;
}

function equality(
  { values: wanted }: Extract<FilterCheck, { check: 'equal' }>,
  column: FilterColumn,
  values: unknown[],
): string {
  const as = column.as ?? usualTypes[column.type];
  const given = wanted.map((value) => held(column, value));
  return given.length === 1
    ? `${column.sql} = $${values.push(given[0])}::${as}`
    : `${column.sql} = any($${values.push(given)}::${as}[])`;
}

/** Both sides are folded by the database, once for what is asked. */
function folding(
  { at, texts: wanted }: Extract<FilterCheck, { check: 'folded' }>,
  { sql }: FilterColumn,
  values: unknown[],
): string {
  const told = `fold_text(${sql})`;
  // Several are folded once for the whole query, and the text once for each row.
  if (at === 'whole' && wanted.length > 1)
    return `${told} = any (array (select fold_text(one) from unnest($${values.push(wanted)}::text[]) as one))`;
  const parts = wanted.map((text) => {
    const asked = `fold_text($${values.push(text)}::text)`;
    if (at === 'within') return `strpos(${told}, ${asked}) > 0`;
    if (at === 'start') return `starts_with(${told}, ${asked})`;
    return at === 'end' ? `right(${told}, length(${asked})) = ${asked}` : `${told} = ${asked}`;
  });
  return `(${parts.join(' or ')})`;
}

function range(
  { from, to, currency }: Extract<FilterCheck, { check: 'range' }>,
  { type, sql, as = usualTypes[type], currency: currencySql }: FilterColumn,
  values: unknown[],
): string {
  const end = (value: number | string) =>
    `$${values.push(type === 'moment' ? new Date(value).toISOString() : value)}::${as}`;
  const parts = [
    ...(from ? [`${sql} ${from.open ? '>' : '>='} ${end(from.value)}`] : []),
    ...(to ? [`${sql} ${to.open ? '<' : '<='} ${end(to.value)}`] : []),
    ...(currency === undefined || currencySql === undefined
      ? []
      : [`${currencySql} = $${values.push(currency)}::text`]),
  ];
  return `(${parts.join(' and ')})`;
}
