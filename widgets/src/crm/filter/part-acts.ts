import { msg } from '@lit/localize';

import { operandOf, type FilterOperator, type FilterType, type Quantifier } from '@tabard/contract/filters';
import type { MenuItem } from '../../kit/menu.ts';
import { fieldOf, type AskedField } from './filter-fields.ts';
import { newGroup, type Match, type Part } from './filter-parts.ts';
import { oppositeOf } from './operator-words.ts';

/** What is kept of a value under another operator: all where it compares with the same, one of several, several of one. */
export function keptValue(
  type: FilterType,
  from: FilterOperator | undefined,
  to: FilterOperator,
  value: unknown,
): unknown {
  const [before, after] = [from && operandOf(type, from), operandOf(type, to)];
  if (value === undefined || before === after) return value;
  if (before === 'one' && after === 'several' && typeof value === 'string') return [value];
  if (before === 'several' && after === 'one' && Array.isArray(value)) return (value as unknown[])[0];
  return before === 'one' && after === 'two' ? [value, undefined] : undefined;
}

/** How many parts of a group must hold, in words. */
export const matchWords = (match: Match): string =>
  ({
    all: msg('All of these must hold'),
    any: msg('Any of these is enough'),
    none: msg('None of these may hold'),
  })[match];

/** What can be done with a part; one without a field yet can only go. */
export function partActs(part: Part, nests: boolean): readonly MenuItem[] {
  const disabled = part.kind === 'condition' && part.field === undefined;
  return [
    { id: 'copy', label: msg('Duplicate'), icon: 'copy', disabled },
    { id: 'negate', label: msg('Say the opposite'), icon: 'undo', disabled },
    { id: 'nest', label: msg('Put into a group'), icon: 'bullets', disabled: disabled || !nests },
    { id: 'remove', label: msg('Remove'), icon: 'trash', danger: true, divided: true },
  ];
}

const oppositeQuantifier: Partial<Record<Quantifier, Quantifier>> = { some: 'none', none: 'some' };

/** The exact opposite: by an operator of its own where there is one, else as a group of which none may hold. */
export function negated(part: Part, fields: readonly AskedField[]): Part {
  if (part.kind === 'group' && part.match !== 'all') return { ...part, match: part.match === 'none' ? 'any' : 'none' };
  if (part.kind === 'condition' && part.op) {
    const type = fieldOf(fields, part.field)?.type;
    const op = type && type !== 'relation' ? oppositeOf(type, part.op) : undefined;
    if (op) return { ...part, op };
  }
  if (part.kind === 'relation') {
    const quantifier = oppositeQuantifier[part.quantifier];
    if (quantifier) return { ...part, quantifier };
  }
  return newGroup('none', [part]);
}
