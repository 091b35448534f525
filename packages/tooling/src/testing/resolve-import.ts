import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

type Target = string | { [condition: string]: Target };

interface Manifest {
  name: string;
  imports?: Record<string, Target>;
  exports?: Record<string, Target>;
}

/** Finds the file of this checkout that an import means; what comes from elsewhere has none. */
export type ResolveImport = (from: string, wanted: string) => string | undefined;

/** Reads the manifests of all members once: their names, exports and private imports are how rooms find each other. */
export function openResolver(root: string): ResolveImport {
  const folders = globSync('{packages/*,examples/*,platform,sdk,widgets,docs-site}/package.json', { cwd: root });
  const members = folders.map((path) => ({
    folder: dirname(path),
    ...(JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest), // our own manifests
  }));
  return (from, wanted) => {
    if (wanted.startsWith('.')) return join(dirname(from), wanted);
    if (wanted.startsWith('#')) {
      const own = members.find(({ folder }) => from.startsWith(`${folder}/`));
      return own && match(own.folder, own.imports ?? {}, wanted, root);
    }
    const other = members.find(({ name }) => wanted === name || wanted.startsWith(`${name}/`));
    return other && match(other.folder, other.exports ?? {}, `.${wanted.slice(other.name.length)}`, root);
  };
}

function match(folder: string, table: Record<string, Target>, wanted: string, root: string): string | undefined {
  const exact = fileOf(table[wanted]);
  if (exact) return join(folder, exact);
  for (const [pattern, target] of Object.entries(table)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || !wanted.startsWith(before) || !wanted.endsWith(after)) continue;
    const path = fileOf(target)?.replace('*', wanted.slice(before.length, wanted.length - after.length));
    if (path && existsSync(join(root, folder, path))) return join(folder, path);
  }
  return undefined;
}

/** What Node gets, where a package offers something else to browsers. */
function fileOf(target: Target | undefined): string | undefined {
  return typeof target === 'object' ? fileOf(target['default']) : target;
}
