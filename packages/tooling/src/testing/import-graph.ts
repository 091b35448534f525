import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { isCode } from '../checks/source-files.ts';
import { openResolver } from './resolve-import.ts';

/** A file of the checkout, as what needs others. */
export interface GraphFile {
  text: string;
  /** Files that it imports at run time, or opens or starts by a path that it spells out. */
  needs: readonly string[];
  /** Entry points that only lead to what it needs: they decide nothing themselves, so the rest of what they offer is not needed. */
  passes: readonly string[];
  /** Where the names come from that it only hands on. */
  handsOn: ReadonlyMap<string, Import>;
}

/** What is imported from where; without a name all of it. */
interface Import {
  from: string;
  name?: string;
}

/** Reads what files need, each once. Types need nothing: they are gone when a test runs. */
export class ImportGraph {
  readonly #root: string;
  readonly #resolve;
  readonly #files = new Map<string, GraphFile>();

  constructor(root: string) {
    this.#root = root;
    this.#resolve = openResolver(root);
  }

  file(path: string): GraphFile {
    const known = this.#files.get(path);
    if (known) return known;
    const file = this.#read(path);
    this.#files.set(path, file);
    return file;
  }

  /** Everything that is needed from `starts` on, without following what files in `closed` need. */
  reach(starts: Iterable<string>, closed: ReadonlySet<string> = new Set()): Set<string> {
    const reached = new Set(starts);
    const passed = new Set<string>();
    for (const path of reached) {
      if (closed.has(path)) continue;
      const { needs, passes } = this.file(path);
      for (const next of needs) reached.add(next);
      for (const entry of passes) passed.add(entry);
    }
    return new Set([...reached, ...passed]);
  }

  /** Code that is no longer there is needed by nobody: who needed it has changed too. */
  isGoneCode(path: string): boolean {
    return isCode(path) && !existsSync(join(this.#root, path));
  }

  #read(path: string): GraphFile {
    if (!isCode(path) || !existsSync(join(this.#root, path)))
      return { text: '', needs: [], passes: [], handsOn: new Map() };
    const text = readFileSync(join(this.#root, path), 'utf8');
    const { imports, handsOn, rest } = readImports(path, text);
    const passes = new Set<string>();
    const needs = new Set(this.#spelledOut(path, rest));
    for (const one of [...imports, ...handsOn.values()]) {
      const found = this.#behind(path, one, passes);
      if (found) needs.add(found);
    }
    needs.delete(path);
    return { text, needs: [...needs], passes: [...passes], handsOn };
  }

  /** The file that has what is imported, behind the entry points on the way. */
  #behind(path: string, { from, name }: Import, passes: Set<string>): string | undefined {
    const target = this.#resolve(path, from);
    if (!target || !existsSync(join(this.#root, target))) return undefined;
    const next = name !== undefined && target.endsWith('/index.ts') && this.file(target).handsOn.get(name);
    if (!next) return target;
    passes.add(target);
    return this.#behind(target, next, passes);
  }

  /** `new URL('./worker.ts', import.meta.url)`, `join(folder, 'story-page.ts')`, `'platform/src/cli/main.ts'`. */
  *#spelledOut(path: string, text: string): Generator<string> {
    for (const [, spelled = ''] of text.matchAll(/['"`]((?:\.{0,2}\/)?[\w./-]+\.(?:ts|mts|mjs|js|cjs))['"`]/g)) {
      const beside = join(dirname(path), spelled);
      if (existsSync(join(this.#root, beside))) yield beside;
      else if (!spelled.startsWith('.') && existsSync(join(this.#root, spelled))) yield join(spelled);
    }
  }
}

/** What is imported at run time, what is only handed on, and the text without its imports. */
function readImports(path: string, text: string): { imports: Import[]; handsOn: Map<string, Import>; rest: string } {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module;
  const imports: Import[] = [];
  const handsOn = new Map<string, Import>();
  let rest = text;
  for (const { start, end, moduleRequest, entries } of staticImports) {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    const from = moduleRequest.value;
    if (entries.length === 0) imports.push({ from });
    for (const { isType, importName } of entries)
      if (!isType) imports.push({ from, name: importName.name ?? undefined });
  }
  for (const { exportName, importName, moduleRequest, isType } of staticExports.flatMap(({ entries }) => entries)) {
    if (!moduleRequest || isType) continue;
    const from = moduleRequest.value;
    if (exportName.name && importName.name) handsOn.set(exportName.name, { from, name: importName.name });
    else imports.push({ from });
  }
  for (const { moduleRequest } of dynamicImports)
    imports.push({ from: text.slice(moduleRequest.start + 1, moduleRequest.end - 1) });
  return { imports, handsOn, rest };
}
