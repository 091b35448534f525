import {
  snakeCase,
  type DescribedNoun,
  type Ending,
  type Field,
  type Fields,
  type Noun,
  type Uuid,
} from '@tabard/contract';
import type { EntitySchema } from '@mikro-orm/core';
import type { z } from 'zod';
import { leaveOutPersonal } from '../redact.ts';
import { orStandIn } from './select-of.ts';
import { defineEntity, p, tenantKey, tenantPolicies, timestamps, type MaintenanceRight } from '../entity.ts';

/** The value of a field as the database's client gives and takes it. */
export type Held<F extends Field> =
  | (F['kind'] extends 'moment' ? Date : z.output<F extends { kind: 'record'; shown: infer S } ? S : F['given']>)
  | (F['facts'] extends { nullable: true } ? null : never);

/** The fields that have a column. */
export type Kept<F extends Fields> = { [K in keyof F as F[K]['facts'] extends { computed: true } ? never : K]: F[K] };

/** A noun as the ORM holds it. */
export type EntityOf<F extends Fields, E extends Ending = 'archived'> = {
  workspaceId: Uuid;
  id: Uuid;
  createdAt: Date;
} & (E extends 'archived' ? { updatedAt: Date; archivedAt: Date | null } : object) & {
    [K in keyof Kept<F>]: Held<F[K]>;
  };

interface TableOptions {
  /** Its name, where that is not the noun's. */
  table?: string;
  /** What the maintenance login may do across workspaces. */
  maintenance?: readonly MaintenanceRight[];
  /** Columns that callers never see. */
  columns?: Readonly<Record<string, unknown>>;
  indexes?: readonly object[];
  uniques?: readonly object[];
}

/** The tenant table of a described noun: a column for each field, and what callers do not see. */
export function tableOf<N extends DescribedNoun, F extends Fields, E extends Ending>(
  noun: Noun<N, F, E>,
  { table = snakeCase(noun.name), maintenance, columns = {}, indexes = [], uniques = [] }: TableOptions = {},
): EntitySchema<EntityOf<F, E>> {
  const { name, fields, ending } = noun;
  leaveOutPersonal(noun);
  const kept = Object.entries(fields).filter(([, { facts }]) => !facts.computed);
  return defineEntity({
    name: name.charAt(0).toUpperCase() + name.slice(1),
    tableName: table,
    rowLevelSecurity: 'force',
    policies: tenantPolicies(table, maintenance),
    properties: {
      ...tenantKey(),
      ...Object.fromEntries(kept.map(([key, described]) => [key, columnOf(described)])),
      ...columns,
      ...(ending === 'archived'
        ? { archivedAt: p.datetime(3).columnType('timestamptz(3)').nullable(), ...timestamps() }
        : { createdAt: timestamps().createdAt }),
    },
    indexes: [...indexes],
    uniques: [...uniques],
  } as never) as unknown as EntitySchema<EntityOf<F, E>>; // a column for each field, by its kind
}

/** The part of a column that all kinds share. */
interface Column {
  nullable(): Column;
  default(value: never): Column;
  defaultRaw(sql: string): Column;
}

/** The column of a field. */
function columnOf({ kind, facts, max, values }: Field): Column {
  const column = bare(kind, kind === 'choice' ? longest(values ?? []) : (max ?? 0)) as unknown as Column; // what all have
  const { default: usual } = facts;
  const filled = usual === undefined ? column : defaulted(kind, column, usual);
  return facts.nullable ? filled.nullable() : filled;
}

/** Closed lists get longer: their column has room for a word that nobody thought of yet. */
const longest = (values: readonly string[]): number => (values.every((value) => value.length <= 16) ? 16 : 32);

function bare(kind: Field['kind'], max: number): object {
  switch (kind) {
    case 'text':
    case 'email':
    case 'choice':
      return p.string().length(max);
    case 'longText':
      return p.text();
    case 'integer':
      return p.integer();
    case 'amount':
      return p.bigint('number');
    case 'boolean':
      return p.boolean();
    case 'texts':
      return p.array().columnType('text[]');
    case 'record':
      return p.json();
    case 'references':
      return p.array().columnType('uuid[]');
    case 'reference':
      return p.uuid();
    case 'moment':
      return p.datetime(3).columnType('timestamptz(3)');
    case 'day':
      return p.date();
  }
}

function defaulted(kind: Field['kind'], column: Column, usual: unknown): Column {
  if (kind === 'texts' || kind === 'references') return column.defaultRaw(`'{${(usual as string[]).join(',')}}'`); // a list of words
  if (kind === 'record') return column.defaultRaw(`'${JSON.stringify(usual)}'::jsonb`);
  return column.default(usual as never); // a value of the column's own type
}

/**
 * The indexes of a noun's list: one for each of its orders in the keyset's spelling, over live ones, so that a page is read off it
 * at any size, except for orders that another index gives; and one for the few that are archived.
 */
export function listIndexes<N extends DescribedNoun, F extends Fields, E extends Ending>(
  { name, fields }: Noun<N, F, E>,
  { except = [] }: { except?: readonly (keyof F & string)[] } = {},
): object[] {
  const table = snakeCase(name);
  const on = (index: string, order: string, live: boolean) => ({
    name: index,
    expression: `create index "${index}" on "${table}" ("workspace_id", ${order}, "id") where archived_at is ${live ? '' : 'not '}null`,
  });
  const sorted = Object.entries<Field>(fields).filter(([key, { facts }]) => facts.sort && !except.includes(key));
  return [
    on(`${table}_newest`, '"created_at"', true),
    on(`${table}_archived`, '"created_at"', false),
    ...sorted.map(([key, { facts, kind }]) => {
      const column = snakeCase(key);
      return on(`${table}_by_${column}`, facts.nullable ? orStandIn(column, kind) : `"${column}"`, true);
    }),
  ];
}
