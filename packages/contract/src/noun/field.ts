import { utcMoment as momentInput } from '../moment.ts';
import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import type { IdKind } from '../nouns.ts';
import { idInput, idOutput } from '../ids.ts';

/** What a field holds, which decides its column, its place in a row and how it is shown. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'email'
  | 'integer'
  | 'amount'
  | 'boolean'
  | 'choice'
  | 'texts'
  | 'record'
  | 'reference'
  | 'references'
  | 'moment'
  | 'day';

/** What is known of a field besides its type. */
export interface FieldFacts {
  /** What it is called in front of people, in English. */
  label: string;
  /** It may be empty: `null` in answers, and to empty it. */
  nullable?: true;
  /** Callers see it and cannot set it. */
  readOnly?: true;
  /** It has no column: where it is kept says how it is read, and callers cannot set it. Nothing is searched or sorted by it. */
  computed?: true;
  /** What it is where the caller says nothing. */
  default?: unknown;
  /** A search looks at it. */
  search?: true;
  /** Lists can be sorted by it. */
  sort?: true;
  /** Lists can be filtered by it; the name of the filter where it is not the field's. */
  filter?: true | string;
  /** Mails can merge it. */
  merge?: true;
  /** Files can fill it; other headings that are taken for it, in lower case, letters and digits only. */
  import?: readonly string[];
  /** It says something of a person: exported and erased with them, and left out of logs unless it is `logged`, being one of a list. */
  personal?: true | 'logged';
}

/** One field of a noun. `O` are the facts as they were written, from which the schemas' types follow. */
export interface Field<
  K extends FieldKind = FieldKind,
  T extends z.ZodType = z.ZodType,
  O extends FieldFacts = FieldFacts,
> {
  readonly kind: K;
  /** The schema of a value in answers, without `null`. */
  readonly shown: z.ZodType;
  /** The schema of a value that a caller gives, without `null`. */
  readonly given: T;
  readonly facts: O;
  /** Longest text, or the values of a choice. */
  readonly max?: number;
  readonly values?: readonly string[];
  /** Of which kind referenced ids are. */
  readonly of?: IdKind;
}

/** A day that the calendar and the database have. */
const calendarDay = z.iso.date().refine((day) => !day.startsWith('0000'), 'Give a day such as 2026-03-29.');

type Between = { min?: number; max?: number };

/** The kinds of fields; each takes the facts of the field. */
export const field = {
  /** A short text of one line, trimmed: `max` characters or fewer. */
  text: <const O extends FieldFacts & { max: number; min?: number }>(facts: O) =>
    ({
      kind: 'text',
      shown: z.string(),
      given: oneLine()
        .min(facts.min ?? 0)
        .max(facts.max),
      facts,
      max: facts.max,
    }) as Field<'text', z.ZodString, O>,
  /** A text of any length up to `max` characters, as it is. */
  longText: <const O extends FieldFacts & { max: number; min?: number }>(facts: O) =>
    ({
      kind: 'longText',
      shown: z.string(),
      given: z
        .string()
        .min(facts.min ?? 0)
        .max(facts.max),
      facts,
      max: facts.max,
    }) as Field<'longText', z.ZodString, O>,
  /** A text with a schema of its own. */
  like: <K extends 'text' | 'email', T extends z.ZodType<string, string>, const O extends FieldFacts & { max: number }>(
    kind: K,
    given: T,
    facts: O,
  ) => ({ kind, shown: z.string(), given, facts, max: facts.max }) as Field<K, T, O>,
  /** A whole number. */
  integer: <const O extends FieldFacts & Between>(facts: O) =>
    ({
      kind: 'integer',
      shown: z.int(),
      given: z
        .int()
        .min(facts.min ?? -2_147_483_648)
        .max(facts.max ?? 2_147_483_647),
      facts,
    }) as Field<'integer', z.ZodInt, O>,
  /** A whole number of any size that JavaScript holds exactly, such as money in the smallest unit of its currency. */
  amount: <const O extends FieldFacts & { min: number; max: number }>(facts: O) =>
    ({ kind: 'amount', shown: z.int(), given: z.int().min(facts.min).max(facts.max), facts }) as Field<
      'amount',
      z.ZodInt,
      O
    >,
  /** Yes or no. */
  boolean: <const O extends FieldFacts>(facts: O) =>
    ({ kind: 'boolean', shown: z.boolean(), given: z.boolean(), facts }) as Field<'boolean', z.ZodBoolean, O>,
  /** One of a closed list. */
  choice: <const V extends readonly [string, ...string[]], const O extends FieldFacts>(values: V, facts: O) =>
    ({ kind: 'choice', shown: z.enum(values), given: z.enum(values), facts, values }) as Field<
      'choice',
      z.ZodEnum<{ [P in V[number]]: P }>,
      O
    >,
  /** A list of short texts. */
  texts: <const O extends FieldFacts & { max: number; each: number }>(facts: O) =>
    ({
      kind: 'texts',
      shown: z.array(z.string()),
      given: z.array(oneLine().min(1).max(facts.each)).max(facts.max),
      facts,
    }) as Field<'texts', z.ZodArray<z.ZodString>, O>,
  /** Something with a shape of its own, kept as JSON. */
  record: <S extends z.ZodType, T extends z.ZodType, const O extends FieldFacts>(shown: S, given: T, facts: O) =>
    ({ kind: 'record', shown, given, facts }) as Field<'record', T, O> & { readonly shown: S },
  /** The id of something else. */
  reference: <const O extends FieldFacts>(of: IdKind, facts: O) =>
    ({ kind: 'reference', shown: idOutput(of), given: idInput(of), facts, of }) as Field<
      'reference',
      ReturnType<typeof idInput>,
      O
    >,
  /** The ids of up to `max` others; one that is given twice counts once. */
  references: <const O extends FieldFacts & { max: number }>(of: IdKind, facts: O) =>
    ({
      kind: 'references',
      shown: z.array(idOutput(of)),
      given: z
        .array(idInput(of))
        .max(facts.max)
        .overwrite((ids) => [...new Set(ids)]),
      facts,
      of,
    }) as Field<'references', z.ZodArray<ReturnType<typeof idInput>>, O>,
  /** A moment, in ISO 8601. */
  moment: <const O extends FieldFacts>(facts: O) =>
    ({ kind: 'moment', shown: z.iso.datetime(), given: momentInput, facts }) as Field<'moment', z.ZodISODateTime, O>,
  /** A day of the calendar such as `2026-03-29`, without a clock. */
  day: <const O extends FieldFacts>(facts: O) =>
    ({ kind: 'day', shown: z.iso.date(), given: calendarDay, facts }) as Field<'day', z.ZodISODate, O>,
};

/** The fields of a noun by their names in camelCase. */
export type Fields = Readonly<Record<string, Field>>;
