import type { Built } from './bundle-runtime.ts';

/** The file of each element by its name without the prefix. */
export function elementsOf(built: readonly Built[]): Record<string, string> {
  return Object.fromEntries(
    built
      .flatMap(({ door, file }) => {
        const name = /\/(?:[a-z]+)\/([a-z-]+)\/\1\.ts$/.exec(door ?? '')?.[1];
        return name ? [[name, file] as const] : [];
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
