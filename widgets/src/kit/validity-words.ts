import { ruleWords } from '../base/rule-words.ts';

/** What to do about what a native field finds wrong, in the language of the page: the browser's own words are in the browser's. */
export function validityWords(validity: ValidityState, field: Partial<HTMLInputElement>): string {
  if (validity.valueMissing) return ruleWords('required') ?? '';
  if (validity.tooLong) return ruleWords('too_long', field.maxLength) ?? '';
  if (validity.tooShort) return ruleWords('too_short', field.minLength) ?? '';
  if (validity.rangeOverflow) return ruleWords('too_large', Number(field.max)) ?? '';
  if (validity.rangeUnderflow) return ruleWords('too_small', Number(field.min)) ?? '';
  if (validity.typeMismatch && field.type === 'email') return ruleWords('not_email') ?? '';
  return ruleWords('wrong_form') ?? '';
}
