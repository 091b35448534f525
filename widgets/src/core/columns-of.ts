import type { WidgetConfiguration } from '@tabard/contract';

/** The columns that are wanted, in their order; all of them where none is known by the names that were configured. */
export function columnsOf<T extends { id: string }>({ columns }: WidgetConfiguration, all: readonly T[]): readonly T[] {
  const wanted = columns?.flatMap((name) => all.filter(({ id }) => id === name));
  // What opens a row's menu is an action, not a fact that can be left out.
  return wanted?.length
    ? [...wanted, ...all.filter(({ id }) => id === 'acts' && !wanted.some((one) => one.id === id))]
    : all;
}
