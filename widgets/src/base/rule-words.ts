import { msg, str } from '@lit/localize';
import type { BrokenRule } from '@tabard/contract/broken-rules';

const misfit = (): string => msg('This does not have the form it needs.');

/** What to do about a field that breaks a rule; null for what is no rule of a field. */
export function ruleWords(reason: string | undefined, limit = 0): string | null {
  const atLeast = (): string => msg(str`Write ${limit} or more.`);
  const words: Record<BrokenRule, () => string> = {
    required: () => msg('Fill this in.'),
    not_email: () => msg('Write an email address such as mara@example.com.'),
    too_long: () => msg(str`Use ${limit} characters or fewer.`),
    too_short: () => msg(str`Use ${limit} characters or more.`),
    too_large: () => msg(str`Write ${limit} or less.`),
    too_small: atLeast,
    too_many: () => msg(str`At most ${limit} are taken.`),
    too_few: atLeast,
    not_listed: () => msg('Choose one of the list.'),
    wrong_kind: misfit,
    wrong_form: misfit,
    unknown_field: () => msg('This cannot be stored here.'),
  };
  return reason !== undefined && Object.hasOwn(words, reason) ? words[reason as BrokenRule]() : null; // one of its keys
}
