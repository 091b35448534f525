import {
  normaliseAddress,
  snakeCase,
  type DescribedNoun,
  type Ending,
  type Field,
  type Fields,
  type Noun,
} from '@tabard/contract';
import type { z } from 'zod';
import type { Store } from './store-of.ts';

/** A checked filter of a noun; ids are UUIDs. */
export type Selection<N extends DescribedNoun, F extends Fields, E extends Ending> = z.output<Noun<N, F, E>['filter']>;

/** The id of nobody. */
export const noId = '00000000-0000-0000-0000-000000000000';

/** Nulls have a place where a list can be sorted, so that no row falls out of its pages; the index is in this spelling. */
export const comparable = (alias: string, key: string, { kind, facts }: Pick<Field, 'kind' | 'facts'>): string =>
  facts.nullable && facts.sort ? orStandIn(`${alias}.${snakeCase(key)}`, kind) : `${alias}.${snakeCase(key)}`;

/** A value of a kind, or what stands for none: nobody's id, a number below all that are asked for, the day after all others, the empty text. */
export function orStandIn(sql: string, kind: Field['kind']): string {
  if (kind === 'day') return orLast(sql);
  return kind === 'reference' || kind === 'integer'
    ? `(case when ${sql} is null then ${firstOf[kind]} else ${sql} end)`
    : orEmpty(sql);
}

const firstOf = { reference: `'${noId}'::uuid`, integer: '-2147483648' } as const;

/**
 * A text, or the empty one. Not `coalesce`: of that PostgreSQL does not know that it gives nothing away, and under a policy it compares
 * by no index with what might.
 */
export const orEmpty = (sql: string): string => `(case when ${sql} is null then '' else ${sql} end)`;

/** A day, or the one after all others. */
const orLast = (sql: string): string => `(case when ${sql} is null then 'infinity'::date else ${sql} end)`;

/**
 * The SQL condition of a filter over a noun's table under its alias, in the workspace `$1`; pushes its values. Without a filter: live
 * ones.
 * A search wants every one of its words somewhere in the fields it looks at, without regard to case and accents: both sides are
 * folded by the database's `fold_text`. An address is also found in its other spelling. Under policies PostgreSQL may not use an
 * index for it (a comparison could tell of rows that the policy hides), so a rare word is looked for in the whole workspace.
 */
export function selectOf<N extends DescribedNoun, F extends Fields, E extends Ending>(
  { noun, alias, searched, linked }: Pick<Store<N, F, E>, 'noun' | 'alias' | 'searched' | 'linked'>,
  filter: Selection<N, F, E> | undefined,
  values: unknown[],
): string {
  const given = (filter ?? {}) as Record<string, unknown>; // read by the names of the description
  const conditions = [`${alias}.workspace_id = $1`];
  if (noun.ending === 'archived')
    conditions.push(given['archived'] ? `${alias}.archived_at is not null` : `${alias}.archived_at is null`);
  const fields = Object.entries<Field>(noun.fields);
  const words = typeof given['search'] === 'string' ? given['search'].split(/\s+/).filter(Boolean) : [];
  for (const word of words) {
    const found = `strpos(${searched}, fold_text($${values.push(word)})) > 0`;
    conditions.push(`(${[found, ...otherSpelling(fields, alias, word, values)].join(' or ')})`);
  }
  for (const [key, described] of fields) {
    const { facts, kind } = described;
    if (!facts.filter) continue;
    const value = given[facts.filter === true ? key : facts.filter];
    if (value === undefined) continue;
    const place = `$${values.push(value)}`;
    const rows = facts.computed && linked[key];
    if (rows) {
      conditions.push(`exists (select from ${rows.from} and ${rows.owner} = ${rows.sql} and ${rows.value} = ${place})`);
      continue;
    }
    const column = comparable(alias, key, described);
    if (kind === 'choice') conditions.push(`${column} = any(${place}::text[])`);
    else
      conditions.push(kind === 'texts' || kind === 'references' ? `${place} = any(${column})` : `${column} = ${place}`);
  }
  return conditions.join(' and ');
}

/** An address is kept in one form; whoever looks for another one means the same. */
function otherSpelling(fields: [string, Field][], alias: string, word: string, values: unknown[]): string[] {
  const address = normaliseAddress(word);
  if (!address || address === word.toLowerCase()) return [];
  const emails = fields.filter(([, { kind, facts }]) => kind === 'email' && facts.search);
  return emails.map(([key]) => `${alias}.${snakeCase(key)} = $${values.push(address)}`);
}
