import { z } from 'zod';

/** Values that fit few fields: each breaks some rule of most of them. */
const WRONG = [
  undefined,
  null,
  '',
  'x',
  'x'.repeat(300_000),
  -1,
  0.5,
  1e13,
  Number.NaN,
  true,
  [],
  Array(20_000).fill('x'),
  [''],
  {},
];

/** Every rule that the fields of a schema have, broken; and those of the objects in it, down to a depth. For tests of what is said then. */
export function breakRules(schema: z.ZodObject, depth = 1): z.core.$ZodIssue[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const own = WRONG.flatMap((value) => schema.safeParse({ [name]: value }).error?.issues ?? []).filter(
      ({ path }) => path[0] === name,
    );
    let inner = field as z.ZodType;
    while ('unwrap' in inner && typeof inner.unwrap === 'function') inner = inner.unwrap() as z.ZodType;
    const nested = inner instanceof z.ZodObject && depth > 0 ? breakRules(inner, depth - 1) : [];
    return [...own, ...nested.map((issue) => ({ ...issue, path: [name, ...issue.path] }))];
  });
}
