import { parseSync, Visitor, type Program, type VisitorObject } from 'oxc-parser';
import type { SourceFile } from './source-files.ts';

/** A parsed file whose findings can name their line. */
export interface ParsedSource {
  program: Program;
  /** `path:line`, for a position in the text. */
  at: (position: number) => string;
}

/** Parses TypeScript or JavaScript. A file with a syntax error is parsed as far as possible: the type check reports it. */
export function parseSource({ path, text }: SourceFile): ParsedSource {
  const { program } = parseSync(path, text);
  return { program, at: (position) => `${path}:${text.slice(0, position).split('\n').length}` };
}

/** Calls the handlers for every node of the named kinds. */
export function visit(program: Program, handlers: VisitorObject): void {
  new Visitor(handlers).visit(program);
}
