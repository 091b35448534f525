import { join } from 'node:path';
import ts from 'typescript-of-analyzer';
import { root } from './open-program.ts';
import { membersOf, printType } from './print-type.ts';

/** Types of `core` that hosts meet, by the name they have there, and what a host does not need of them. */
const published: Record<string, { module: string; as?: string; without?: string[] }> = {
  Failure: { module: 'src/base/failure.ts' },
  ClientSecret: { module: 'src/core/keep-token.ts' },
  FontSource: { module: 'src/core/load-fonts.ts' },
  Appearance: { module: 'src/core/theme-sheet.ts' },
  Measure: { module: 'src/core/session.ts' },
  SessionChanges: { module: 'src/core/session.ts' },
  InstanceEvent: { module: 'src/core/init.ts' },
  InitOptions: { module: 'src/core/init.ts', as: 'LoadOptions', without: ['client'] },
  Instance: { module: 'src/core/init.ts' },
};

/** Writes `src/wrappers/options.ts`: what a page gives and gets when it connects, in types that need nothing of `core`. */
export function writeOptions(program: ts.Program): string {
  const checker = program.getTypeChecker();
  const known = new Set(Object.keys(published));
  const blocks = Object.entries(published).map(([name, { module, as = name, without = [] }]) => {
    const declared = program
      .getSourceFile(join(root, module))
      ?.statements.find(
        (one) => (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) && one.name.text === name,
      );
    const symbol = declared && checker.getSymbolAtLocation((declared as ts.InterfaceDeclaration).name); // both have a name
    if (!symbol)
      throw new Error(`${name} is not in ${module} any more: correct the list in wrappers/write-options.ts.`);
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    const words = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s*\n\s*/g, ' ');
    const doc = words ? `/** ${words} */\n` : '';
    if (type.isUnion()) return `${doc}export type ${as} = ${printType(checker, type, known)};`;
    const lines = membersOf(checker, type, known)
      .filter((member) => !without.includes(member.name))
      .map((member) => `${member.doc ? `/** ${member.doc} */\n` : ''}${member.line};`);
    return `${doc}export interface ${as} {\n${lines.join('\n')}\n}`;
  });
  return [
    '// Written by `pnpm --filter @tabard/widgets manifest` from the types of `core`. Do not edit.',
    ...blocks,
    '',
  ].join('\n\n');
}
