import type { WidgetConfiguration } from '@tabard/contract';

const warned = new Set<string>();

function warnOnce(columns: readonly string[], all: readonly { id: string }[]): void {
  const words = `configuration.columns: ${columns.join()} is not all of: ${all.map(({ id }) => id).join()}.`;
  if (!warned.has(words)) console.warn(words);
  warned.add(words);
}

/** The columns that are wanted, in their order; all of them where none is known by the names that were configured. */
export function columnsOf<T extends { id: string }>({ columns }: WidgetConfiguration, all: readonly T[]): readonly T[] {
  const wanted = columns?.flatMap((name) => all.filter(({ id }) => id === name));
  if (wanted && wanted.length < columns!.length) warnOnce(columns!, all);
  // What opens a row's menu is an action, not a fact that can be left out.
  return wanted?.length
    ? [...wanted, ...all.filter(({ id }) => id === 'acts' && !wanted.some((one) => one.id === id))]
    : all;
}
