import { msg } from '@lit/localize';
import { companySizes } from '@tabard/contract/crm/company-words';
import type { FilterField, FilterGroup } from '../../kit/filter-group.ts';
import { whoseOptions, type Owners } from '../whose-options.ts';
import { companyLabels, sizeWord } from './company-labels.ts';

/** What can be asked about companies. */
export function companyFilterFields(known: Owners, number: (value: number) => string): FilterField[] {
  const { owners, teams } = whoseOptions(known);
  const is = [{ id: 'is', label: msg('is') }];
  return [
    { id: 'industry', label: companyLabels.industry(), operators: is },
    {
      id: 'size',
      label: companyLabels.size(),
      operators: [{ id: 'any_of', label: msg('is any of') }],
      options: companySizes.map((value) => ({ value, label: sizeWord(value, number) })),
      several: true,
    },
    { id: 'country', label: companyLabels.country(), operators: is },
    { id: 'domain', label: msg('Domain'), operators: is },
    ...(owners.length > 0 ? [{ id: 'ownerId', label: companyLabels.ownerId(), operators: is, options: owners }] : []),
    ...(teams.length > 0 ? [{ id: 'ownerTeam', label: msg('Team of the owner'), operators: is, options: teams }] : []),
  ];
}

/** What a list is asked for: whose companies of a team are is a question in the language of filters. */
export function askedOf<P extends { filter?: Readonly<Record<string, unknown>> }>({ filter = {}, ...page }: P) {
  const { ownerTeam, ...plain } = filter;
  const where = { field: 'ownerTeams', op: 'has_any', value: [ownerTeam] } as const;
  return { ...page, filter: plain, ...(typeof ownerTeam === 'string' && { where }) };
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
  conditions: Object.entries(filterIn(text)).flatMap(([field, value]) => {
    if (Array.isArray(value)) return [{ field, operator: 'any_of', values: value.map(String) }];
    return typeof value === 'string' ? [{ field, operator: 'is', values: [value] }] : [];
  }),
});

/** The filter that conditions make, in JSON; empty where there is none. */
export function filterOf({ conditions }: FilterGroup): string {
  const filter: Record<string, unknown> = {};
  for (const { field, operator, values } of conditions)
    if (values.length > 0) filter[field] = operator === 'any_of' ? values : values[0];
  return settled(JSON.stringify(filter));
}
