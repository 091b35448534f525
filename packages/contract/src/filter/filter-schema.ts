import { z } from 'zod';
import { quantifiers, type WrittenFilter } from './filter.ts';
import { filterOperators } from './operators.ts';

/** Every operator, once. */
const operators = [...new Set(Object.values(filterOperators).flatMap((ofType) => Object.keys(ofType)))];

/**
 * Which records, in the language that segments, rules and alerts share: a condition `{ field, op, value }`, or `{ all: […] }`,
 * `{ any: […] }`, `{ not: … }` of them.
 * Which fields there are, and what each is compared with, is looked at when it is used.
 */
export const filterSchema: z.ZodType<WrittenFilter, WrittenFilter> = z
  .lazy(() =>
    z.strictObject({
      /** The version of the language, at the top; left out, it is 1. */
      version: z.int().optional(),
      /** All of these must hold. */
      all: z.array(filterSchema).optional(),
      /** One of these must hold. */
      any: z.array(filterSchema).optional(),
      /** This must not hold. */
      not: filterSchema.optional(),
      /** The field that is asked for. */
      field: z.string().max(100).optional(),
      /** How it is compared; each type of field has operators of its own. */
      op: z.string().max(40).meta({ enum: operators }).optional(),
      /** What it is compared with; nothing for `is_empty` and `is_not_empty`. */
      value: z.unknown().optional(),
      /** Records that belong to this one, such as what became of its mails. */
      relation: z.string().max(100).optional(),
      /** How many of them must be such: `some`, `none`, `at_least` or `at_most` so many. */
      quantifier: z
        .string()
        .max(40)
        .meta({ enum: [...quantifiers] })
        .optional(),
      /** How many, with `at_least` and `at_most`. */
      count: z.number().optional(),
      /** Which of them count; left out, all. */
      where: filterSchema.optional(),
    }),
  )
  .meta({ id: 'Filter' }) as unknown as z.ZodType<WrittenFilter, WrittenFilter>; // operators are looked at with the fields
