import { msg, str } from '@lit/localize';
import type { BrokenRule } from '@tabard/contract/broken-rules';

/** What to do about a field that breaks a rule; null for what is no rule of a field. */
export function ruleWords(reason: string | undefined, limit = 0): string | null {
  const words: Record<BrokenRule, () => string> = {
    required: () => msg('Fill this in.'),
    not_email: () => msg('Write an email address such as mara@example.com.'),
    too_long: () => msg(str`Use ${limit} characters or fewer.`),
    too_short: () => msg(str`Use ${limit} characters or more.`),
    too_large: () => msg(str`Write ${limit} or less.`),
    too_small: () => msg(str`Write ${limit} or more.`),
    too_many: () => msg(str`At most ${limit} are taken.`),
    too_few: () => msg(str`At least ${limit} are needed.`),
    not_listed: () => msg('Choose one of the list.'),
    wrong_kind: () => msg('This cannot be used here. Write something else.'),
    wrong_form: () => msg('This does not have the form it needs.'),
    unknown_field: () => msg('This cannot be stored here.'),
  };
  return reason !== undefined && Object.hasOwn(words, reason) ? words[reason as BrokenRule]() : null; // one of its keys
}
