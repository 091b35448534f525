import {
  snakeCase,
  toPublicId,
  type DescribedNoun,
  type Ending,
  type ErrorCode,
  type Field,
  type Fields,
  type FieldsWith,
  type Noun,
  type Permission,
  type SnakeCase,
  type Uuid,
} from '@tabard/contract';
import type { FilterFields } from '@tabard/contract/filters';
import { nouns, resourceOf } from '@tabard/contract/nouns';
import type { EntitySchema } from '@mikro-orm/core';
import type { z } from 'zod';
import type { FilterColumns, LinkedRows } from '../condition-of.ts';
import { fail } from '../fail.ts';
import type { ReadScope } from '../tenancy.ts';
import type { EntityOf, Held } from './table-of.ts';

/** A noun as SQL gives it. */
export type RowOf<F extends Fields, E extends Ending = 'archived'> = {
  id: Uuid;
  created_at: Date;
} & (E extends 'archived' ? { updated_at: Date; archived_at: Date | null } : object) & {
    [K in keyof F & string as SnakeCase<K>]: Held<F[K]>;
  };

/** A noun as callers see it. */
export type Seen<N extends DescribedNoun, F extends Fields, E extends Ending> = z.output<Noun<N, F, E>['output']>;

/** Where a described noun is kept: what its actions need to know of its table. */
export interface Store<N extends DescribedNoun = DescribedNoun, F extends Fields = Fields, E extends Ending = Ending> {
  readonly noun: Noun<N, F, E>;
  readonly entity: EntitySchema<EntityOf<F, E>>;
  readonly table: string;
  readonly alias: string;
  /** The columns of a row, under the alias. */
  readonly columns: string;
  readonly read: Permission;
  readonly write: Permission;
  readonly notFound: ErrorCode;
  /** A row as callers see it. A value that is not of its field's kind is a defect, and said as one. */
  readonly shape: (row: RowOf<F, E>) => Seen<N, F, E>;
  /** SQL of what a search looks at, folded. */
  readonly searched: string;
  /** What filters can ask of records that belong to one. */
  readonly related: Related | undefined;
  /** Fields whose values stand in tables of their own, by name. */
  readonly linked: Readonly<Record<string, LinkedField>>;
  /** What a filter can ask of what the workspace has made for itself, as far as it does; may push values. */
  readonly custom: OwnFilters | undefined;
  /** SQL condition of those that the caller may see; pushes its values. Without it everybody sees all. */
  readonly visible: ((scope: ReadScope, values: unknown[]) => string) | undefined;
  /** Turns a broken rule of the table into its own code. */
  readonly refuseConflict: (error: unknown) => never;
}

/** What filters can ask for besides the described fields: relations, and fields of the workspace's own. */
export interface Related {
  fields: FilterFields;
  columns: FilterColumns;
}

/** Where the values of a field that holds a list stand as rows. */
export interface LinkedField extends Omit<LinkedRows, 'ids'> {
  /** The ids of words; without it values are ids. */
  idsOf?: (scope: Pick<ReadScope, 'read' | 'workspaceId'>, words: readonly string[]) => Promise<Map<string, Uuid>>;
}
type OwnFilters = (
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  where: unknown,
  values: unknown[],
) => Promise<Related> | undefined;

type StoreOptions<F extends Fields> = {
  alias: string;
  /** What filters can ask of records that belong to one; the workspace is `$1`. */
  related?: Related;
  /** Fields whose values stand in tables of their own, by name; the workspace is `$1`. */
  linked?: Store['linked'];
  /** What they can ask of what the workspace has made for itself. */
  custom?: OwnFilters;
  /** SQL condition of those that the caller may see, over the table under its alias. */
  visible?: Store['visible'];
  /** The column that holds what a search looks at, folded by `fold_text`; without one it is folded while it is looked at. */
  searched?: string;
  /** Which code says that a unique index refused a row, by its name. */
  conflicts?: Readonly<Record<string, ErrorCode>>;
} & ([FieldsWith<F, 'computed'>] extends [never] ? object : { computed: ComputedBy<F> });

/** SQL over the table under its alias for each field without a column. */
type ComputedBy<F extends Fields> = Readonly<Record<FieldsWith<F, 'computed'>, string>>;

/** Binds a described noun to its table. */
export function storeOf<N extends DescribedNoun, F extends Fields, E extends Ending>(
  noun: Noun<N, F, E>,
  entity: EntitySchema<EntityOf<F, E>>,
  options: StoreOptions<F>,
): Store<N, F, E> {
  const { alias, searched, conflicts = {} } = options;
  const computed: Readonly<Record<string, string>> = 'computed' in options ? options.computed : {};
  const keys = Object.keys(noun.fields);
  const columns = [
    'id',
    ...keys.filter((key) => !computed[key]),
    'createdAt',
    ...(noun.ending === 'archived' ? ['updatedAt', 'archivedAt'] : []),
  ].map((key) => readable(noun.fields[key]?.kind, alias, snakeCase(key)));
  const shapers = keys.map((key) => [key, snakeCase(key), shaperOf(noun, key)] as const);
  const resource = resourceOf(noun.name);
  const verbs: readonly string[] = nouns[noun.name].permissions;
  return {
    noun,
    entity,
    table: entity.meta.tableName,
    alias,
    searched: searched ?? searchedOf(noun, alias),
    related: options.related,
    linked: options.linked ?? {},
    custom: options.custom,
    visible: options.visible,
    columns: [...columns, ...Object.entries(computed).map(([key, sql]) => `(${sql}) as ${snakeCase(key)}`)].join(', '),
    read: `${resource}.read` as Permission, // every described noun can be read
    write: `${resource}.${verbs.includes('write') ? 'write' : 'manage'}` as Permission,
    notFound: `${snakeCase(noun.name)}.not_found` as ErrorCode, // made for each noun with an id
    shape(row) {
      const values = row as Record<string, unknown>;
      const seen: Record<string, unknown> = { id: toPublicId(noun.name, row.id) };
      for (const [key, column, shaper] of shapers) seen[key] = shaper(values[column]);
      seen['createdAt'] = row.created_at.toISOString();
      if (noun.ending === 'archived') {
        const { updated_at: updated, archived_at: archived } = row as RowOf<F>; // has both
        seen['updatedAt'] = updated.toISOString();
        seen['archivedAt'] = archived?.toISOString() ?? null;
      }
      return seen as Seen<N, F, E>; // a value for each field, each looked at by its kind
    },
    refuseConflict(error) {
      const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
      const code = conflicts[constraint];
      if (code) fail(code, { cause: error });
      throw error;
    },
  };
}

/** A column as the client reads it into the field's own value: it would give large numbers as texts, and days as moments of a clock. */
function readable(kind: Field['kind'] | undefined, alias: string, column: string): string {
  if (kind === 'amount') return `${alias}.${column}::float8 as ${column}`;
  return kind === 'day' ? `${alias}.${column}::text as ${column}` : `${alias}.${column}`;
}

/** The fields that a search looks at, as one folded text. */
function searchedOf(noun: Pick<Noun, 'fields'>, alias: string): string {
  const fields = Object.entries<Field>(noun.fields).filter(([, { facts }]) => facts.search);
  const texts = fields.map(([key, { facts }]) =>
    facts.nullable ? `coalesce(${alias}.${snakeCase(key)}, '')` : `${alias}.${snakeCase(key)}`,
  );
  return `fold_text(${texts.join(` || ' ' || `) || "''"})`;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const holds: Readonly<Record<Field['kind'], (value: unknown) => boolean>> = {
  text: isText,
  longText: isText,
  email: isText,
  choice: isText,
  reference: isText,
  integer: Number.isInteger,
  amount: Number.isSafeInteger,
  boolean: (value) => typeof value === 'boolean',
  texts: Array.isArray,
  references: Array.isArray,
  record: (value) => typeof value === 'object',
  moment: (value) => value instanceof Date,
  day: isText,
};

/** Shows the value of one field, after a look whether it is one. */
function shaperOf(noun: Pick<Noun, 'name' | 'fields'>, key: string): (value: unknown) => unknown {
  const { kind, facts, of } = noun.fields[key]!; // a key of its own
  const is = holds[kind];
  return (value) => {
    if (value === null && facts.nullable) return null;
    if (!is(value))
      throw new TypeError(`${noun.name}.${key} came from the database as ${typeof value}, not as ${kind}.`);
    if (kind === 'moment') return (value as Date).toISOString();
    if (kind === 'references' && of) return (value as Uuid[]).map((id) => toPublicId(of, id));
    return kind === 'reference' && of ? toPublicId(of, value as Uuid) : value;
  };
}
