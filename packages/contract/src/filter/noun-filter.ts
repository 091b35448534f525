import { normaliseAddress } from '../address.ts';
import { idPrefixes } from '../id-prefixes.ts';
import type { Noun } from '../noun/describe-noun.ts';
import type { Field, FieldKind } from '../noun/field.ts';
import type { Filter, FilterCondition, FilterField, FilterFields, FilterNode } from './filter.ts';
import type { FilterType } from './operators.ts';

const typeOfKind: Readonly<Record<FieldKind, FilterType | null>> = {
  text: 'text',
  longText: 'text',
  email: 'email',
  integer: 'number',
  amount: 'number',
  boolean: 'boolean',
  choice: 'choice',
  texts: 'choices',
  reference: 'reference',
  references: 'references',
  moment: 'moment',
  day: 'date',
  record: null,
};

/** The fields that filters of a described noun can ask for: those it has a column for, except records; of custom fields each as a text. */
export function filterFieldsOf({ fields, ending }: Pick<Noun, 'fields' | 'ending'>): FilterFields {
  const own = Object.entries<Field>(fields).flatMap(([name, field]): [string, FilterField][] => {
    if (name === 'custom' && field.kind === 'record') return [['custom.*', { type: 'text' }]];
    const type = typeOfKind[field.kind];
    return type && !field.facts.computed ? [[name, filterField(type, field)]] : [];
  });
  const moment = { type: 'moment' } as const;
  return { ...Object.fromEntries(own), createdAt: moment, ...(ending === 'archived' ? { updatedAt: moment } : {}) };
}

function filterField(type: FilterType, { kind, values, of }: Field): FilterField {
  return {
    type,
    ...(values && { options: values }),
    ...((kind === 'integer' || kind === 'amount') && { whole: true as const }),
    ...(of && { prefix: idPrefixes[of] }),
  };
}

/**
 * What a list's plain filter says, in the language of filters. Words of a search look into each field that a search looks at; whether
 * archived ones are meant stays the list's own question.
 */
export function filterOfList(noun: Pick<Noun, 'fields'>, plain: Readonly<Record<string, unknown>>): Filter {
  const fields = Object.entries<Field>(noun.fields);
  const words = typeof plain['search'] === 'string' ? plain['search'].split(/\s+/).filter(Boolean) : [];
  const searched = fields.filter(([, { facts }]) => facts.search);
  const found = words.map((value) => ({
    any: searched.flatMap(([field, { kind }]) => containing(field, kind, value)),
  }));
  const conditions = fields.flatMap(([field, { kind, facts }]): FilterNode[] => {
    const name = facts.filter === true ? field : facts.filter;
    const value = name === undefined ? undefined : plain[name];
    return value === undefined ? [] : [conditionOf(field, kind, value)];
  });
  return { version: 1, all: [...found, ...conditions] };
}

/** An address is also found in its other spelling. */
function containing(field: string, kind: FieldKind, value: string): FilterCondition[] {
  const contains = { field, op: 'contains', value } as const;
  return kind === 'email' && normaliseAddress(value) !== null ? [contains, { field, op: 'is', value }] : [contains];
}

function conditionOf(field: string, kind: FieldKind, value: unknown): FilterNode {
  if (Array.isArray(value) && value.length === 0) return { any: [] };
  if (kind === 'choice') return { field, op: 'is_one_of', value };
  if (kind === 'texts' || kind === 'references') return { field, op: 'has_any', value: [value] };
  return { field, op: kind === 'text' || kind === 'longText' ? 'exactly' : 'is', value };
}
