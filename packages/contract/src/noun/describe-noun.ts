import { z } from 'zod';
import type { WrittenFilter } from '../filter/filter.ts';
import { filterSchema } from '../filter/filter-schema.ts';
import { idInput, idOutput } from '../ids.ts';
import { snakeCase, type SnakeCase } from '../letter-case.ts';
import type { DescribedNoun } from '../nouns.ts';
import { pageInput, skipInput } from '../page.ts';
import type { Field, FieldFacts, Fields } from './field.ts';

/** Names of the fields whose facts have something. */
export type FieldsWith<F extends Fields, Fact extends keyof FieldFacts> = {
  [N in keyof F & string]: F[N]['facts'] extends Record<Fact, string | true | readonly string[]> ? N : never;
}[keyof F & string];

type Maybe<T extends z.ZodType, O extends FieldFacts> = O extends { nullable: true } ? z.ZodNullable<T> : T;
type Shown<F extends Field> = Maybe<
  F extends { kind: 'record'; shown: infer S extends z.ZodType }
    ? S
    : F['kind'] extends 'moment'
      ? z.ZodISODateTime
      : F['kind'] extends 'reference' | 'text' | 'email'
        ? z.ZodString
        : F['kind'] extends 'references'
          ? z.ZodArray<z.ZodString>
          : F['given'],
  F['facts']
>;
type Given<F extends Field> = Maybe<F['given'], F['facts']>;
type Writable<F extends Fields> = {
  [N in keyof F as F[N]['facts'] extends { readOnly: true } | { computed: true } ? never : N]: F[N];
};
type CreateOf<F extends Field> = F['facts'] extends { default: unknown }
  ? z.ZodDefault<Given<F>>
  : F['facts'] extends { nullable: true }
    ? z.ZodOptional<Given<F>>
    : Given<F>;

/** How one ends: it is archived and can be restored, or it is removed for good (and is never changed while it is there). */
export type Ending = 'archived' | 'removed';

type OutputShape<F extends Fields, E extends Ending> = { id: ReturnType<typeof idOutput> } & {
  [K in keyof F]: Shown<F[K]>;
} & { createdAt: z.ZodISODateTime } & (E extends 'archived'
    ? { updatedAt: z.ZodISODateTime; archivedAt: z.ZodNullable<z.ZodISODateTime> }
    : object);
type CreateShape<F extends Fields> = { [K in keyof Writable<F>]: CreateOf<Writable<F>[K]> };
type UpdateShape<F extends Fields> = { id: ReturnType<typeof idInput> } & {
  [K in keyof Writable<F>]: z.ZodOptional<Given<Writable<F>[K]>>;
};
type FilterName<N extends string, F extends Field> = F['facts'] extends { filter: infer S extends string } ? S : N;
type FilterOf<F extends Field> = F extends { kind: 'choice' }
  ? z.ZodArray<F['given']>
  : F['kind'] extends 'boolean' | 'integer' | 'amount' | 'day'
    ? F['given']
    : F['kind'] extends 'reference' | 'references'
      ? ReturnType<typeof idInput>
      : z.ZodString;
type FilterShape<F extends Fields, E extends Ending> = {
  [
    K in keyof F & string as F[K]['facts'] extends { filter: string | true } ? FilterName<K, F[K]> : never
  ]: z.ZodOptional<FilterOf<F[K]>>;
} & { search: z.ZodOptional<z.ZodString> } & (E extends 'archived'
    ? { archived: z.ZodOptional<z.ZodBoolean> }
    : object);
type Sorts<F extends Fields> = 'created_at' | SnakeCase<FieldsWith<F, 'sort'>>;
type SortsEnum<F extends Fields> = z.ZodEnum<{ [S in Sorts<F>]: S }>;

/** What is said of a noun, once, and the schemas that follow from it. */
export interface Noun<N extends DescribedNoun = DescribedNoun, F extends Fields = Fields, E extends Ending = Ending> {
  readonly name: N;
  readonly fields: F;
  readonly ending: E;
  /** A whole one, as callers see it. */
  readonly output: z.ZodObject<OutputShape<F, E>>;
  readonly createInput: z.ZodObject<CreateShape<F>, z.core.$strict>;
  readonly updateInput: z.ZodObject<UpdateShape<F>, z.core.$strict>;
  readonly idInput: z.ZodObject<{ id: ReturnType<typeof idInput> }, z.core.$strict>;
  /** Which of them a list takes; all given conditions must hold. */
  readonly filter: z.ZodObject<FilterShape<F, E>, z.core.$strict>;
  readonly listInput: z.ZodObject<
    typeof pageInput &
      typeof skipInput & {
        filter: z.ZodOptional<z.ZodObject<FilterShape<F, E>, z.core.$strict>>;
        where: z.ZodOptional<z.ZodType<WrittenFilter, WrittenFilter>>;
        sort: z.ZodDefault<SortsEnum<F>>;
        direction: z.ZodDefault<z.ZodEnum<{ asc: 'asc'; desc: 'desc' }>>;
      },
    z.core.$strict
  >;
  readonly countInput: z.ZodObject<
    {
      filter: z.ZodOptional<z.ZodObject<FilterShape<F, E>, z.core.$strict>>;
      where: z.ZodOptional<z.ZodType<WrittenFilter, WrittenFilter>>;
    },
    z.core.$strict
  >;
  /** Actions that take many: all of them or none. */
  readonly idsInput: z.ZodObject<{ ids: z.ZodArray<ReturnType<typeof idInput>> }, z.core.$strict>;
}

/**
 * Describes a noun: its fields, each with what it holds and what it is for. The schemas of its standard procedures follow; table,
 * row, list and actions are made from it in the platform. Every noun has `id` and `createdAt` besides, and one that is archived `updatedAt` and `archivedAt`.
 */
export function describeNoun<N extends DescribedNoun, const F extends Fields, E extends Ending = 'archived'>(
  name: N,
  fields: F,
  { ending = 'archived' as E }: { ending?: E } = {},
): Noun<N, F, E> {
  const each = Object.entries(fields);
  const writable = each.filter(([, { facts }]) => !facts.readOnly && !facts.computed);
  const sorts = ['created_at', ...each.filter(([, { facts }]) => facts.sort).map(([key]) => snakeCase(key))];
  const filter = z.strictObject({
    /** Words, each of which must be in one of the fields that a search looks at; case and accents do not matter. */
    search: z.string().trim().max(200).optional(),
    ...Object.fromEntries(each.flatMap(([key, described]) => filterOf(key, described))),
    ...(ending === 'archived'
      ? {
          /** Archived ones instead of live ones. */
          archived: z.boolean().optional(),
        }
      : {}),
  });
  const one = idInput(name);
  return {
    name,
    fields,
    ending,
    output: z.object({
      id: idOutput(name),
      ...Object.fromEntries(each.map(([key, { shown, facts }]) => [key, facts.nullable ? shown.nullable() : shown])),
      /** Moment it was made, ISO 8601 in UTC. */
      createdAt: z.iso.datetime(),
      ...(ending === 'archived'
        ? {
            /** Moment of the last change to it, ISO 8601 in UTC. */
            updatedAt: z.iso.datetime(),
            /** Moment it was archived; `null` while it is live. */
            archivedAt: z.iso.datetime().nullable(),
          }
        : {}),
    }),
    createInput: z.strictObject(Object.fromEntries(writable.map(([key, described]) => [key, onCreate(described)]))),
    updateInput: z.strictObject({
      id: one,
      ...Object.fromEntries(writable.map(([key, described]) => [key, given(described).optional()])),
    }),
    idInput: z.strictObject({ id: one }),
    filter,
    listInput: z.strictObject({
      ...pageInput,
      ...skipInput,
      /** Which ones; all given conditions must hold. Without any: all that are not archived. */
      filter: filter.optional(),
      /** Which ones of these, in the language of filters: any field, in groups of all, any and not. */
      where: filterSchema.optional(),
      /** The field they are ordered by. */
      sort: z.enum(sorts as [string, ...string[]]).default('created_at'),
      /** `asc`: oldest or first of the alphabet first; `desc`: the other way round. */
      direction: z.enum(['asc', 'desc']).default('desc'),
    }),
    countInput: z.strictObject({
      /** Which ones; all given conditions must hold. Without any: all that are not archived. */
      filter: filter.optional(),
      /** Which ones of these, in the language of filters: any field, in groups of all, any and not. */
      where: filterSchema.optional(),
    }),
    idsInput: z.strictObject({
      /** Ids of those meant, 1 to 1,000: all of them change or none does. */
      ids: z.array(one).min(1).max(1000),
    }),
  } as Noun<N, F, E>; // the shapes above are those that the types spell out
}

const given = ({ given: schema, facts }: Field): z.ZodType => (facts.nullable ? schema.nullable() : schema);

function onCreate(described: Field): z.ZodType {
  const { facts } = described;
  if (facts.default !== undefined) return given(described).default(facts.default as never); // of the field's own type
  return facts.nullable ? given(described).optional() : given(described);
}

function filterOf(key: string, { kind, given: schema, facts, of }: Field): [string, z.ZodType][] {
  if (!facts.filter) return [];
  const name = facts.filter === true ? key : facts.filter;
  const what = facts.label.toLowerCase();
  if (kind === 'choice')
    return [[name, z.array(schema).max(20).optional().describe(`Only those whose ${what} is one of these.`)]];
  if (kind === 'texts')
    return [[name, z.string().max(200).optional().describe(`Only those that have this among their ${what}.`)]];
  if (kind === 'references' && of)
    return [[name, idInput(of).optional().describe(`Only those that have this among their ${what}.`)]];
  return [[name, schema.optional().describe(`Only those whose ${what} is exactly this.`)]];
}

/** Names of the fields whose facts have something, in the order of the description. */
export function fieldsWith<F extends Fields, Fact extends keyof FieldFacts>(
  fields: F,
  fact: Fact,
): FieldsWith<F, Fact>[] {
  return Object.keys(fields).filter((key) => fields[key]?.facts[fact]) as FieldsWith<F, Fact>[]; // does what the type says
}
