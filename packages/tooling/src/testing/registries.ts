import type { ImportGraph } from './import-graph.ts';

/**
 * A file that knows every room, and is known to everybody: by it each test would reach everything. What a test reaches through a
 * registry are the entries that it names.
 */
interface Registry {
  path: string;
  /** Finds each entry: its name, and the import or the imported name that is behind it. */
  entry: RegExp;
  /** How who uses an entry writes its name. */
  use: (name: string) => string;
}

const registries: readonly Registry[] = [
  {
    path: 'platform/src/features/router.ts',
    entry: /^ {2}(?<name>\w+): (?<behind>\w+),$/gm,
    use: (name) => `\\.${name}\\.|['"\`/]${name}\\.`,
  },
  {
    path: 'widgets/src/core/widget-loaders.ts',
    entry: /^ {2}'?(?<name>[\w-]+)'?: \(\) =>\s+import\('(?<behind>[^']+)'/gm,
    use: (name) => `['"\`]${name}['"\`]`,
  },
];
/** The list of features says in which order they may use each other; nobody asks for one of them by it. */
const lists = ['platform/src/features/index.ts', 'widgets/test/stories/index.ts'];
export const closed: ReadonlySet<string> = new Set([...registries.map(({ path }) => path), ...lists]);

/** The files behind the entries of registries in `reached` that one of the texts names. */
export function namedEntries(graph: ImportGraph, reached: ReadonlySet<string>, texts: readonly string[]): string[] {
  return registries
    .filter(({ path }) => reached.has(path))
    .flatMap(({ path, entry, use }) => {
      const { text, needs, passes } = graph.file(path);
      return [...text.matchAll(entry)].flatMap(({ groups: { name = '', behind = '' } = {} }) => {
        const isNamed = texts.some((one) => new RegExp(use(name)).test(one));
        return isNamed ? [...needs, ...passes].filter((one) => isBehind(one, behind, text)) : [];
      });
    });
}

/** An import is behind an entry by its own path, or by a name that is imported from it. */
function isBehind(need: string, behind: string, text: string): boolean {
  const from = behind.startsWith('.') ? behind : new RegExp(`\\b${behind}\\b[^;]*? from '([^']+)'`).exec(text)?.[1];
  return from !== undefined && need.endsWith(from.replace(/^(\.\.?\/)+/, '/'));
}
