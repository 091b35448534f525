import { msg, str } from '@lit/localize';
import type { FilterDetail, FilterFault } from '@tabard/contract/filters';

/** What to do about one thing that is wrong with a filter. */
export function faultWords({ reason, limit = 0, message }: Pick<FilterDetail, 'reason' | 'limit' | 'message'>): string {
  const words: Record<FilterFault, () => string> = {
    not_a_condition: () => msg('This condition cannot be read. Take it out.'),
    unknown_version: () => msg('This filter was made by a newer version.'),
    unknown_field: () => msg('There is no such field any more. Take it out or choose another one.'),
    unknown_operator: () => msg('Choose how it is compared.'),
    value_missing: () => msg('Fill this in.'),
    value_not_allowed: () => msg('This compares with nothing.'),
    value_wrong: () => msg('This value does not fit. Write another one.'),
    value_not_listed: () => msg('Choose one of the list.'),
    too_deep: () => msg(str`Groups can be nested ${limit} levels deep.`),
    too_many_conditions: () => msg(str`A filter has at most ${limit} conditions.`),
    too_many_values: () => msg(str`At most ${limit} are taken.`),
    too_long: () => msg(str`Use ${limit} characters or fewer.`),
    out_of_range: () => msg('This lies too far away.'),
  };
  return words[reason]?.() ?? message;
}
