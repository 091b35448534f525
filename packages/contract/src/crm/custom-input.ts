import { z } from 'zod';

const text = z.string().trim().max(1000);
const money = z.strictObject({
  /** In the smallest unit of the currency: 1,250 is 12.50 EUR. */
  amount: z.int(),
  /** Three letters, such as EUR. */
  currency: z.string(),
});
/** A value of a custom field: what its type says; a key without a field holds a text. */
export const customValue = z.union([text, z.number(), z.boolean(), z.array(z.string().max(40)).max(200), money]);
/** Custom field keys are snake_case; `null` and the empty text leave a field empty. At most 100 fields. */
export const customFields = z
  .record(
    z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use lower-case letters, digits and underscores.'),
    customValue.nullable(),
  )
  .refine((value) => Object.keys(value).length <= 100, 'At most 100 custom fields.');
