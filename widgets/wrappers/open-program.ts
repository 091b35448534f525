import { join } from 'node:path';
import ts from 'typescript-of-analyzer';

/** The package whose elements are read. */
export const root = join(import.meta.dirname, '..');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
};

/** Reads sources with their types. Types of events stand in comments; as aliases at the end of their module they can be read too. */
export function openProgram(files: readonly string[]): ts.Program {
  const host = ts.createCompilerHost(options, true);
  const plain = host.readFile.bind(host);
  host.readFile = (path) => {
    const text = plain(path);
    if (!text || !path.startsWith(join(root, 'src'))) return text;
    const name = [...text.matchAll(/export (?:abstract )?class (\w+)/g)].at(-1)?.[1] ?? '';
    const aliases = [...text.matchAll(/@(?:event|fires) \{(CustomEvent<.+?>)\} ([\w-]+)/g)].map(
      ([, type = '', event = '']) => `type ${eventAlias(name, event)} = ${type};`,
    );
    return `${text}\n${aliases.join('\n')}`;
  };
  return ts.createProgram(
    files.map((file) => join(root, file)),
    options,
    host,
  );
}

/** The name under which the type of an event of a class is found in its module. */
export const eventAlias = (of: string, event: string): string => `Event_${of}_${event.replaceAll('-', '_')}`;
