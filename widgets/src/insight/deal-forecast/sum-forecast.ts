import type { DealForecast } from '@tabard/contract/insight/deal-report';

type Item = DealForecast['items'][number];
/** Sums of a month, of an owner, or of all. */
export type Sums = Pick<Item, 'count' | 'pipeline' | 'weighted' | 'commit' | 'bestCase' | 'won' | 'closed'>;

const parts = ['count', 'pipeline', 'weighted', 'commit', 'bestCase', 'won', 'closed'] as const;
const none = (): Sums => ({ count: 0, pipeline: 0, weighted: 0, commit: 0, bestCase: 0, won: 0, closed: 0 });

/** What items come to together. */
export function sumOf(items: readonly Item[]): Sums {
  const sums = none();
  for (const item of items) for (const part of parts) sums[part] += item[part];
  return sums;
}

/** Items by what they have in common, in the order in which they come. */
export function groupBy<K>(items: readonly Item[], of: (item: Item) => K): Map<K, Item[]> {
  const groups = new Map<K, Item[]>();
  for (const item of items) groups.set(of(item), [...(groups.get(of(item)) ?? []), item]);
  return groups;
}

/** So many months in a row, from one on. */
export function monthsFrom(first: string, count: number): string[] {
  const [year = 2000, month = 1] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7),
  );
}
