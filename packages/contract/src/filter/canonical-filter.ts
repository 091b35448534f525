import { filterVersion, type Filter, type FilterCondition, type FilterNode, type FilterRelation } from './filter.ts';

type Group = { all: readonly FilterNode[] } | { any: readonly FilterNode[] };

/**
 * The one form of all filters that say the same in another order: groups of the same kind joined, groups of one part dissolved, parts
 * and values sorted, each once. To compare filters and to key what is remembered of them; what a person wrote is kept as written.
 */
export function canonicalFilter(filter: Filter): Filter {
  const { version: _, ...node } = filter;
  return { version: filterVersion, ...canonical(node) };
}

/** A filter as one text, the same for all that say the same. */
export const filterKey = (filter: Filter): string => JSON.stringify(canonicalFilter(filter));

function canonical(node: FilterNode): FilterNode {
  if ('field' in node) return condition(node);
  if ('relation' in node) return relation(node);
  if ('not' in node) {
    const of = canonical(node.not);
    return 'not' in of ? of.not : { not: of };
  }
  const kind = 'all' in node ? 'all' : 'any';
  const parts = partsOf(node)
    .map(canonical)
    .flatMap((part) => (kind in part ? partsOf(part as Group) : [part]));
  const sorted = sortedOnce(parts);
  const [only] = sorted;
  return only && sorted.length === 1 ? only : kind === 'all' ? { all: sorted } : { any: sorted };
}

const partsOf = (group: Group): readonly FilterNode[] => ('all' in group ? group.all : group.any);

/** Operators whose values are a set, with no order. */
const sets: ReadonlySet<string> = new Set(['is_one_of', 'is_none_of', 'has_any', 'has_all', 'has_none']);

function condition({ field, op, value }: FilterCondition): FilterCondition {
  if (value === undefined || value === null) return { field, op };
  return { field, op, value: sets.has(op) && Array.isArray(value) ? sortedOnce(value) : inOrder(value) };
}

/** At least one is some, and all of them are meant where nothing is asked of them. */
function relation({ relation: name, quantifier, count, where }: FilterRelation): FilterRelation {
  const one = quantifier === 'at_least' && count === 1;
  const of = where === undefined ? undefined : canonical(where);
  const everything = of === undefined || ('all' in of && of.all.length === 0);
  return {
    relation: name,
    quantifier: one ? 'some' : quantifier,
    ...(count !== undefined && !one && { count }),
    ...(!everything && { where: of }),
  };
}

/** The parts of a value that has parts in one order. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;

function sortedOnce<T>(values: readonly T[]): T[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
