import { join } from 'node:path';
import ts from 'typescript-of-analyzer';
import { eventAlias, root } from './open-program.ts';
import { printType } from './print-type.ts';

interface ClassPlace {
  /** Its file, relative to the package. */
  module: string;
  name: string;
}

/** What the compiler knows of the classes of elements. */
export interface SignatureReader {
  field(of: ClassPlace, name: string): { type: string; values: string[]; reflects: boolean };
  /** Whether a host may set it: declared with `@property`, here or above. */
  isProperty(of: ClassPlace, name: string): boolean;
  /** The type of an event's `detail`; null when nobody says it. */
  detail(of: ClassPlace, event: string): string | null;
  /** The `detail` of an event that every element has in the same way, as `WidgetEvents` says. */
  shared(event: string): string | null;
}

/** Types that stand in `src/wrappers/options.ts`, which `src/wrappers/elements.ts` imports. */
const known = new Set(['Failure']);

export function readSignatures(program: ts.Program): SignatureReader {
  const checker = program.getTypeChecker();
  const source = ({ module }: ClassPlace) => program.getSourceFile(join(root, module))!; // it was given to the program
  const member = (of: ClassPlace, name: string): ts.Symbol | undefined => {
    const declared = source(of).statements.find((one) => ts.isClassDeclaration(one) && one.name?.text === of.name);
    return declared && checker.getTypeAtLocation(declared).getProperty(name);
  };
  const decorator = (symbol: ts.Symbol | undefined): string =>
    symbol?.declarations
      ?.flatMap((one) => (ts.canHaveDecorators(one) ? (ts.getDecorators(one) ?? []) : []))
      .map((one) => one.expression.getText())
      .join() ?? '';
  return {
    field(of, name) {
      const symbol = member(of, name);
      if (!symbol) throw new Error(`${of.name} has no property ${name}, but its contract speaks of it.`);
      const type = checker.getTypeOfSymbol(symbol);
      const { text } = source(of);
      const values = (type.isUnion() ? type.types : [])
        .filter((one) => one.isStringLiteral())
        .map(({ value }) => value);
      return {
        type: printType(checker, type, known),
        // As they stand in the source: the compiler has an order of its own.
        values: values.toSorted((a, b) => text.indexOf(`'${a}'`) - text.indexOf(`'${b}'`)),
        reflects: /reflect: true/.test(decorator(symbol)),
      };
    },
    isProperty: (of, name) => decorator(member(of, name)).startsWith('property('),
    detail(of, event) {
      const alias = source(of)
        .statements.filter((one) => ts.isTypeAliasDeclaration(one))
        .find((one) => one.name.text === eventAlias(of.name, event));
      const detail = alias && checker.getTypeAtLocation(alias).getProperty('detail');
      const type = detail && checker.getTypeOfSymbol(detail);
      // A type its module does not import is unknown here; the events that all elements share know theirs.
      return !type || type.flags & ts.TypeFlags.Any ? null : printType(checker, type, known, 1);
    },
    shared(event) {
      const listed = program
        .getSourceFile(join(root, 'src/core/widget-events.ts'))
        ?.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'WidgetEvents');
      const detail = listed && checker.getTypeAtLocation(listed).getProperty(event);
      return detail ? printType(checker, checker.getTypeOfSymbol(detail), known, 1) : null;
    },
  };
}
