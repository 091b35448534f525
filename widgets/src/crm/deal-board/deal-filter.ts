import { msg } from '@lit/localize';
import type { Pipeline } from '@tabard/contract/crm/pipeline';
import type { WrittenFilter } from '@tabard/contract/filters';
import type { Condition, FilterField, FilterGroup } from '../../kit/filter-group.ts';
import { dealLabels, forecastWords } from '../deal/deal-labels.ts';
import { amountOf } from '../deal/money.ts';
import { whoseOptions, type Owners } from '../whose-options.ts';

/** Stretches of time that people ask for. */
const periods: Readonly<Record<string, { label: () => string; where: WrittenFilter }>> = {
  overdue: {
    label: () => msg('before today'),
    where: { field: 'expectedCloseOn', op: 'before', value: { offset: 0, unit: 'day' } },
  },
  week: {
    label: () => msg('in the next 7 days'),
    where: { field: 'expectedCloseOn', op: 'in_next', value: { count: 7, unit: 'day' } },
  },
  month: {
    label: () => msg('in the next 30 days'),
    where: { field: 'expectedCloseOn', op: 'in_next', value: { count: 30, unit: 'day' } },
  },
  quarter: {
    label: () => msg('in the next 3 months'),
    where: { field: 'expectedCloseOn', op: 'in_next', value: { count: 3, unit: 'month' } },
  },
  never: { label: () => msg('without a day'), where: { field: 'expectedCloseOn', op: 'is_empty' } },
};

/** What can be asked about deals. */
export function dealFilterFields(pipeline: Pipeline, known: Owners): FilterField[] {
  const { owners, teams } = whoseOptions(known);
  const is = [{ id: 'is', label: msg('is') }];
  const anyOf = [{ id: 'any_of', label: msg('is any of') }];
  const stages = pipeline.stages.map(({ id, name }) => ({ value: id, label: name }));
  return [
    { id: 'ownerId', label: dealLabels.ownerId(), operators: anyOf, options: owners, several: true },
    ...(teams.length > 0
      ? [{ id: 'ownerTeams', label: msg('Team of the owner'), operators: anyOf, options: teams, several: true }]
      : []),
    { id: 'stageId', label: dealLabels.stageId(), operators: anyOf, options: stages, several: true },
    {
      id: 'closes',
      label: dealLabels.expectedCloseOn(),
      operators: is,
      options: Object.entries(periods).map(([value, { label }]) => ({ value, label: label() })),
    },
    {
      id: 'value',
      label: `${dealLabels.value()} (${pipeline.currency})`,
      operators: [
        { id: 'at_least', label: msg('at least') },
        { id: 'at_most', label: msg('at most') },
      ],
      repeats: true,
    },
    {
      id: 'forecast',
      label: dealLabels.forecast(),
      operators: anyOf,
      options: Object.entries(forecastWords()).map(([value, label]) => ({ value, label })),
      several: true,
    },
    { id: 'source', label: dealLabels.source(), operators: is },
  ];
}

/** The filter that conditions make, in the language of filters; null where there are none. */
export function whereOf({ conditions }: FilterGroup, currency: string): WrittenFilter | null {
  const all = conditions.flatMap((condition) => conditionOf(condition, currency));
  return all.length > 0 ? { all } : null;
}

function conditionOf({ field, operator, values }: Condition, currency: string): WrittenFilter[] {
  const [value = ''] = values;
  if (value === '') return [];
  switch (field) {
    case 'closes':
      return periods[value] ? [periods[value].where] : [];
    case 'value': {
      const number = Number(value.replaceAll(/[^\d.,-]/g, '').replace(',', '.'));
      if (!Number.isFinite(number)) return [];
      return [
        { field: 'currency', op: 'is', value: currency },
        { field, op: operator === 'at_most' ? operator : 'at_least', value: amountOf(String(number), currency) },
      ];
    }
    case 'ownerTeams':
      return [{ field, op: 'has_any', value: [...values] }];
    case 'source':
      return [{ field, op: 'is', value }];
    default:
      return [{ field, op: 'is_one_of', value: [...values] }];
  }
}

/** Conditions as a text that an address can hold, and back. */
export const groupOf = (text: string): FilterGroup => {
  try {
    const conditions = JSON.parse(text || '[]') as unknown;
    const known = Array.isArray(conditions)
      ? (conditions as Condition[]).filter(({ values }) => Array.isArray(values))
      : [];
    return { match: 'all', conditions: known };
  } catch {
    return { match: 'all', conditions: [] };
  }
};
export const textOfGroup = ({ conditions }: FilterGroup): string =>
  conditions.length > 0 ? JSON.stringify(conditions) : '';
