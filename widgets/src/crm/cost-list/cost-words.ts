import { msg, str } from '@lit/localize';
import type { Cost } from '@tabard/contract/crm/cost';
import type { CostKind } from '@tabard/contract/crm/return-words';
import type { Format } from '../../core/format.ts';
import { dayText } from '../deal/day-text.ts';

/** What money is spent on. */
export const kindWords = (): Record<CostKind, string> => ({
  tool: msg('Tool'),
  data: msg('Data'),
  mailbox: msg('Mailbox'),
  advertising: msg('Advertising'),
  work: msg('Work'),
  other: msg('Other'),
});

/** How leads come in. */
export const sourceWords = (): Record<string, string> => ({
  import: msg('From a file'),
  api: msg('By the API'),
  manual: msg('Added by hand'),
});
export const sourceWord = (source: string): string => sourceWords()[source] ?? source;

/** For which days a cost is. */
export const daysOf = ({ startsOn, endsOn }: Cost, format: Format): string =>
  startsOn === endsOn
    ? dayText(format, startsOn)
    : msg(str`${dayText(format, startsOn)} to ${dayText(format, endsOn)}`);

/** What a cost was for: campaigns and sources of leads; without either it stands in reports for itself. */
export const purposeOf = ({ campaigns, sources }: Cost): string =>
  [...campaigns.map(({ name }) => name), ...sources.map(sourceWord)].join(', ') || msg('No campaign');
