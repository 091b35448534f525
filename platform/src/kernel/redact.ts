import { snakeCase, type Field, type Noun } from '@tabard/contract';

/** Words of fields whose values are secrets, tell of a person, or are texts of people. */
const words =
  'email|address|phone|password|secret|token|hash|signature|custom|tags|text|body|subject|html|preview|quoted|note|bytes|raw|answer|user|external|recipient|attachment|first_?name|last_?name|display_?name|from_?name|counterpart|brand|settings|audience|filter|where|search|query';

/** Fields that a noun's description calls personal, in both letter cases. */
const described = new Set<string>();
let isPrivate: RegExp | undefined;

/** Leaves the personal fields of a noun out of logs from now on; said once for each noun, where its table is made. */
export function leaveOutPersonal({ fields }: Pick<Noun, 'fields'>): void {
  for (const [name, { facts }] of Object.entries<Field>(fields))
    if (facts.personal === true) described.add(name).add(snakeCase(name));
  isPrivate = undefined;
}

/** Fields whose values are left out, as a POSIX and a JavaScript expression. */
export const privateFields = (): string => `(${[words, ...described].join('|')})`;

/** Texts that are words of the product (states, zones, hosts, ids), not somebody's sentence. */
export const plainText = '^[A-Za-z0-9_.:/+-]{0,64}$';

/** What stands where a value is left out. */
export const redacted = '[redacted]';

const isPlain = new RegExp(plainText);
/** Items of a list that are kept. */
const mostItems = 20;

/** A copy of an input without secrets and personal data, and short. A name is kept: it says which campaign or key was meant. */
export function redact(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return isPlain.test(value) ? value : redacted;
  if (typeof value !== 'object' || depth > 3) return redacted;
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => {
      if (field === undefined) return [];
      if (key === 'name' && typeof field === 'string' && depth === 0) return [[key, field.slice(0, 120)]];
      return [
        [
          key,
          (isPrivate ??= new RegExp(privateFields(), 'i')).test(key) && field !== null
            ? redacted
            : redact(field, depth + 1),
        ],
      ];
    }),
  );
}
