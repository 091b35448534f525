import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { breakRules } from './break-rules.ts';
import { brokenRules } from './broken-rules.ts';
import * as contract from './index.ts';
import { detailOf } from './issue-detail.ts';

/** Words of the library, of JavaScript, or names of types: nothing that people are told. */
const FOREIGN = /\b(?:expected|received|undefined|null|NaN|string|int|Invalid|Too (?:big|small))\b/;
const schemas = Object.entries(contract).filter(
  (entry): entry is [string, z.ZodObject] => entry[0].endsWith('Input') && entry[1] instanceof z.ZodObject,
);

describe('what is said of a field that breaks a rule', () => {
  it.each(schemas)('%s: has words for people and a rule of the closed list', (_name, schema) => {
    for (const issue of breakRules(schema, 2)) {
      const detail = detailOf(issue);
      expect(brokenRules).toContain(detail.reason);
      // What may be given instead is named as it is.
      expect(detail.message.replace(/(?<=^Give one of ).*(?=\.$)/, ''), JSON.stringify(issue)).not.toMatch(FOREIGN);
      expect(detail.message).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each([
    [z.object({ a: z.string() }), {}, 'required', undefined],
    [z.object({ a: z.string().min(1) }), { a: '' }, 'required', undefined],
    [z.object({ a: z.string().max(3) }), { a: 'four' }, 'too_long', 3],
    [z.object({ a: z.array(z.string()).max(1) }), { a: ['a', 'b'] }, 'too_many', 1],
    [z.object({ a: z.int().min(5) }), { a: 4 }, 'too_small', 5],
    [z.object({ a: z.enum(['b']) }), { a: 'c' }, 'not_listed', undefined],
    [z.object({ a: contract.emailAddress }), { a: 'nobody' }, 'not_email', undefined],
    [z.strictObject({}), { a: 1 }, 'unknown_field', undefined],
  ])('%#: names the rule and its limit', (schema, value, reason, limit) => {
    const [issue] = schema.safeParse(value).error?.issues ?? [];
    expect(issue && detailOf(issue)).toMatchObject({ reason, ...(limit !== undefined && { limit }) });
  });
});
