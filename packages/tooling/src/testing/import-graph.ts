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
    for (const path of reached) if (!closed.has(path)) for (const next of this.file(path).needs) reached.add(next);
    return reached;
  }

  /** Code that is no longer there is needed by nobody: who needed it has changed too. */
  isGoneCode(path: string): boolean {
    return isCode(path) && !existsSync(join(this.#root, path));
  }

  #read(path: string): GraphFile {
    if (!isCode(path) || !existsSync(join(this.#root, path))) return { text: '', needs: [] };
    const text = readFileSync(join(this.#root, path), 'utf8');
    const { imports, rest } = readImports(path, text);
    const wanted = imports.map((name) => this.#resolve(path, name));
    const needs = [...wanted, ...this.#spelledOut(path, rest)].filter((one) => one !== undefined);
    return { text, needs: [...new Set(needs)].filter((one) => one !== path && existsSync(join(this.#root, one))) };
  }

  /** `new URL('./worker.ts', import.meta.url)`, `join(folder, 'scene-page.ts')`, `'platform/src/cli/main.ts'`. */
  *#spelledOut(path: string, text: string): Generator<string> {
    for (const [, spelled = ''] of text.matchAll(/['"`]((?:\.{0,2}\/)?[\w./-]+\.(?:ts|mts|mjs|js|cjs))['"`]/g)) {
      const beside = join(dirname(path), spelled);
      if (existsSync(join(this.#root, beside))) yield beside;
      else if (!spelled.startsWith('.') && existsSync(join(this.#root, spelled))) yield join(spelled);
    }
  }
}

/** What is imported at run time, and the text without its imports. */
function readImports(path: string, text: string): { imports: string[]; rest: string } {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module;
  const imports: string[] = [];
  let rest = text;
  for (const { start, end, moduleRequest, entries } of staticImports) {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    if (entries.length === 0 || entries.some(({ isType }) => !isType)) imports.push(moduleRequest.value);
  }
  for (const { entries } of staticExports)
    for (const { moduleRequest, isType } of entries) if (moduleRequest && !isType) imports.push(moduleRequest.value);
  for (const { moduleRequest } of dynamicImports)
    imports.push(text.slice(moduleRequest.start + 1, moduleRequest.end - 1));
  return { imports, rest };
}
