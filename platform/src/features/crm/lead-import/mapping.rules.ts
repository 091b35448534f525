import { leadNoun, snakeCase } from '@tabard/contract';
import type { Field } from '@tabard/contract/noun/field';

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Names under which files carry a field: its own and those its description gives, as `fold` writes them. */
const names = new Map(
  Object.entries<Field>(leadNoun.fields).flatMap(([key, { facts }]) =>
    facts.import ? [key, ...facts.import].map((name) => [fold(name), snakeCase(key)] as const) : [],
  ),
);

/** A key for a custom field made from a column's name. */
function customKey(column: string): string | null {
  const key = column
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  return key === '' ? null : key;
}

/** A target for each column: the field its name or its samples speak for, else a custom field; each target once. */
export function suggestMapping(columns: { name: string; samples: string[] }[]): (string | null)[] {
  const taken = new Set<string>();
  const take = (target: string | null) => {
    if (target === null || taken.has(target)) return null;
    taken.add(target);
    return target;
  };
  const byName = columns.map(({ name }) => take(names.get(fold(name)) ?? null));
  return columns.map(({ name, samples }, index) => {
    const named = byName[index];
    if (named) return named;
    const looksLikeEmail = samples.length > 0 && samples.every((sample) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sample));
    if (looksLikeEmail && !taken.has('email')) return take('email');
    const key = customKey(name);
    return key === null ? null : take(`custom.${key}`);
  });
}

/** Targets by the places of the columns, or by their names. */
export type ColumnMapping = readonly (string | null)[] | Readonly<Record<string, string | null>>;

/** A target for each column of a header; what the mapping says nothing of is left out. */
export function targetsOf(mapping: ColumnMapping, header: readonly string[]): (string | null)[] {
  if (isByPlace(mapping)) return header.map((_, index) => mapping[index] ?? null);
  // A column may be called like what every object has.
  return header.map((name) => (Object.hasOwn(mapping, name) ? (mapping[name] ?? null) : null));
}

/** Whether a mapping goes by the places of the columns. */
export function isByPlace(mapping: ColumnMapping): mapping is readonly (string | null)[] {
  return Array.isArray(mapping);
}
