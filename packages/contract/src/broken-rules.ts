/**
 * The closed list of rules that a field can break: what a detail's `reason` says beside `request.invalid`. Free of zod, so browsers
 * may import it.
 */
export const brokenRules = [
  'required',
  'not_email',
  'too_long',
  'too_short',
  'too_large',
  'too_small',
  'too_many',
  'too_few',
  'not_listed',
  'wrong_kind',
  'wrong_form',
  'unknown_field',
] as const;
export type BrokenRule = (typeof brokenRules)[number];
