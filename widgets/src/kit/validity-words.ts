import { ruleWords } from '../base/rule-words.ts';

/** What to do about what a native field finds wrong, in the language of the page: the browser's own words are in the browser's. */
export function validityWords(validity: ValidityState, field: Partial<HTMLInputElement>): string {
  const rule = validity.valueMissing
    ? 'required'
    : validity.tooLong
      ? 'too_long'
      : validity.typeMismatch && field.type === 'email'
        ? 'not_email'
        : 'wrong_form';
  return ruleWords(rule, field.maxLength) ?? '';
}
