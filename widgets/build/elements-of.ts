import type { Built } from './bundle-runtime.ts';

/** The file of each element by its name without the prefix. */
export function elementsOf(built: readonly Built[]): Record<string, string> {
  return Object.fromEntries(
    built
      .flatMap(({ entryPoint, file }) => {
        const name = /\/(?:[a-z]+)\/([a-z-]+)\/\1\.ts$/.exec(entryPoint ?? '')?.[1];
        return name ? [[name, file] as const] : [];
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What runs before any element: the loader fetches it in any case. */
export const RUNTIME = 'runtime.js';

/** Files that a file needs before it runs, itself among them. */
export function neededBy(built: readonly Built[], file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of built.find((one) => one.file === file)?.imports ?? []) neededBy(built, next, seen);
  return seen;
}

/** The files of each element beyond the runtime, by its name without the prefix; the runtime is fetched in any case. */
export function filesOf(built: readonly Built[]): Record<string, string[]> {
  const files = (file: string): string[] => [...neededBy(built, file)];
  return Object.fromEntries(
    Object.entries(elementsOf(built)).map(([name, file]) => [name, files(file).filter((one) => one !== RUNTIME)]),
  );
}
