import { msg } from '@lit/localize';
import type { FilterField, FilterGroup } from '../../kit/filter-group.ts';
import type { Option } from '../../kit/select.ts';
import { kindWords, sourceWords } from './cost-words.ts';

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What can be asked about costs. */
export function costFilterFields(campaigns: readonly Option[]): FilterField[] {
  const is = [{ id: 'is', label: msg('is') }];
  const anyOf = [{ id: 'any_of', label: msg('is any of') }];
  return [
    { id: 'kind', label: msg('Kind'), operators: anyOf, options: optionsOf(kindWords()), several: true },
    ...(campaigns.length > 0 ? [{ id: 'campaignId', label: msg('Campaign'), operators: is, options: campaigns }] : []),
    { id: 'source', label: msg('Lead source'), operators: is, options: optionsOf(sourceWords()) },
    { id: 'currency', label: msg('Currency'), operators: is },
  ];
}

/** The filter that a text says in JSON; none where somebody broke it. */
function filterIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text || '{}') as Readonly<Record<string, unknown>>; // what does not fit is refused by the platform, with words
  } catch {
    return {};
  }
}

/** A filter in JSON, as it was if it is one. */
export const settled = (text: string): string => (Object.keys(filterIn(text)).length > 0 ? text : '');

/** The conditions that a filter is shown as. */
export const conditionsOf = (text: string): FilterGroup => ({
  match: 'all',
  conditions: Object.entries(filterIn(text)).map(([field, value]) =>
    field === 'kind'
      ? { field, operator: 'any_of', values: [value].flat().map(String) }
      : { field, operator: 'is', values: [value].flat().map(String) },
  ),
});

/** The filter that conditions make, in JSON; empty where there is none. */
export function filterOf({ conditions }: FilterGroup): string {
  const filter: Record<string, unknown> = {};
  for (const { field, values } of conditions)
    if (field === 'kind') filter[field] = values;
    else if (field === 'currency') filter[field] = values.map((value) => value.trim().toUpperCase());
    else if (values.length > 0) filter[field] = values[0];
  return settled(JSON.stringify(filter));
}
