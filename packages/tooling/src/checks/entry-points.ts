import { dirname, join } from 'node:path/posix';
import type { Program } from 'oxc-parser';
import type { Check } from './check.ts';
import { parseSource, visit, type ParsedSource } from './parse-source.ts';
import { isCode, isTest, readFiles, type SourceFile } from './source-files.ts';

/**
 * A room is entered by its entry point: `index.ts` names what it exports and decides nothing, other rooms import only from it, and
 * a feature uses only the features above it in the list of `platform/src/features/index.ts`.
 */
export const entryPoints: Check = {
  name: 'entry points',
  run(root, changed) {
    const files = readFiles(
      root,
      (path) => isCode(path) && /^(packages\/[^/]+|platform|sdk|widgets)\/src\//.test(path),
    );
    const roomFolders = new Set(
      files.filter(({ path }) => path.endsWith('/index.ts')).map(({ path }) => dirname(path)),
    );
    const order = readOrder(files.find(({ path }) => path === featureList));
    return {
      problems: files
        .filter(({ path }) => changed?.has(path) ?? true)
        .flatMap((file) => {
          const source = parseSource(file);
          return [
            ...judgeStars(source),
            ...(file.path.endsWith('/index.ts') && !file.path.startsWith('platform/src/features/index')
              ? judgeEntryPoint(source)
              : []),
            ...judgeImports(file, source, roomFolders, order),
          ];
        }),
    };
  },
};

const featureList = 'platform/src/features/index.ts';

function judgeStars({ program, at }: ParsedSource): string[] {
  return program.body
    .filter((node) => node.type === 'ExportAllDeclaration')
    .map((node) => `${at(node.start)}: "export *" hides what an entry point offers. Name the exports.`);
}

function judgeEntryPoint({ program, at }: ParsedSource): string[] {
  return program.body
    .filter((node) => !isPlainStatement(node))
    .map(
      (node) =>
        `${at(node.start)}: an entry point only names exports. Move this into a file of its own and export it from there.`,
    );
}

/** Imports, named exports, types; and the manifest that makes a folder a feature, which belongs to its entry point. */
function isPlainStatement(node: Program['body'][number]): boolean {
  if (['ImportDeclaration', 'ExportAllDeclaration', 'TSTypeAliasDeclaration'].includes(node.type)) return true;
  if (node.type !== 'ExportNamedDeclaration') return false;
  const { declaration } = node;
  if (!declaration || declaration.type.startsWith('TS')) return true;
  if (declaration.type !== 'VariableDeclaration') return false;
  return declaration.declarations.every(
    ({ init }) =>
      init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'defineFeature',
  );
}

function judgeImports(
  file: SourceFile,
  source: ParsedSource,
  roomFolders: Set<string>,
  order: Map<string, number>,
): string[] {
  const problems: string[] = [];
  const judge = (target: string, position: number, typeOnly: boolean): void => {
    const past = reachedPast(file.path, target, roomFolders);
    if (past) problems.push(`${source.at(position)}: ${target} reaches past the entry point of ${past}.`);
    const upwards = !typeOnly && !isTest(file.path) && reachedUpwards(file.path, target, order);
    if (upwards)
      problems.push(`${source.at(position)}: ${upwards} stands below in ${featureList}. Upwards goes by event.`);
  };
  visit(source.program, {
    ImportDeclaration: (node) => judge(node.source.value, node.start, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => node.source && judge(node.source.value, node.start, node.exportKind === 'type'),
    ImportExpression: (node) => node.source.type === 'Literal' && judge(String(node.source.value), node.start, false),
  });
  return problems;
}

/** The room whose inside a relative import touches from outside, if it does. */
function reachedPast(from: string, target: string, roomFolders: Set<string>): string | undefined {
  if (!target.startsWith('.')) return undefined;
  const path = join(dirname(from), target);
  for (let room = dirname(path); room !== '.'; room = dirname(room)) {
    if (from.startsWith(`${room}/`)) return undefined;
    // The entry point of the house around a room may offer what is in it.
    if (from.endsWith('/index.ts') && room.startsWith(`${dirname(from)}/`)) return undefined;
    if (roomFolders.has(room) && path !== `${room}/index.ts`) return room;
  }
  return undefined;
}

function reachedUpwards(from: string, target: string, order: Map<string, number>): string | undefined {
  const own = /^platform\/src\/features\/([^/]+\/[^/]+)\//.exec(from)?.[1];
  const relative = target.startsWith('.') ? join(dirname(from), target) : target;
  const other = /^(?:#features\/|platform\/src\/features\/)([^/]+\/[^/.]+)(?:\/|$)/.exec(relative)?.[1];
  if (!own || !other || own === other) return undefined;
  const [mine, theirs] = [order.get(own), order.get(other)];
  return mine !== undefined && theirs !== undefined && theirs > mine ? other : undefined;
}

/** `area/noun` -> place in the list `features`, read from the imports and the array. */
function readOrder(file: SourceFile | undefined): Map<string, number> {
  const order = new Map<string, number>();
  if (!file) return order;
  const places = new Map<string, string>();
  const { program } = parseSource(file);
  visit(program, {
    ImportDeclaration(node) {
      const place = /^\.\/([^/]+\/[^/]+)\/index\.ts$/.exec(node.source.value)?.[1];
      for (const { local } of node.specifiers) if (place) places.set(local.name, place);
    },
    ArrayExpression(node) {
      for (const element of node.elements) {
        const place = element?.type === 'Identifier' ? places.get(element.name) : undefined;
        if (place && !order.has(place)) order.set(place, order.size);
      }
    },
  });
  return order;
}
