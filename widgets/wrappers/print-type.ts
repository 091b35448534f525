import ts from 'typescript-of-analyzer';

/**
 * Writes a type out until it names nothing but what every page knows, so that it can stand in a package of its own. Types
 * whose names are in `known` are written by name: they stand beside it.
 */
export function printType(checker: ts.TypeChecker, type: ts.Type, known: ReadonlySet<string>, depth = 0): string {
  const print = (one: ts.Type): string => printType(checker, one, known, depth + 1);
  const name = (type.aliasSymbol ?? type.getSymbol())?.name ?? '';
  if (depth > 0 && known.has(name)) return name;
  if (depth > 9) return 'unknown';
  // The whole API, and a language that holds itself: their types are the SDK's to tell.
  if (depth > 0 && (name === 'OutreachClient' || name === 'WrittenFilter')) return 'object';
  if (type.flags & ts.TypeFlags.Any)
    throw new Error(`A type in a contract is not known where it is written: import it.`);
  // A word of a list that may grow: any text will do, and the known ones are still offered.
  if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.String)) return '(string & {})';
  if (type.isUnion()) return printUnion(type.types.map(print));
  if (type.isStringLiteral()) return `'${type.value}'`;
  if (checker.isArrayType(type)) {
    const item = print(checker.getTypeArguments(type as ts.TypeReference)[0]!); // an array has one
    return `readonly ${/[ |]/.test(item) && !item.startsWith('{') ? `(${item})` : item}[]`;
  }
  if (name === 'Promise')
    return `Promise<${checker
      .getTypeArguments(type as ts.TypeReference)
      .map(print)
      .join()}>`;
  // A class of elements is nobody's business: to a host it is an element.
  if (type.getProperty('shadowRoot')) return 'HTMLElement';
  const [call] = type.getCallSignatures();
  if (call) {
    const given = call.parameters.map((one) => {
      const optional =
        ts.isParameter(one.valueDeclaration!) && checker.isOptionalParameter(one.valueDeclaration) ? '?' : '';
      const rest = ts.isParameter(one.valueDeclaration!) && one.valueDeclaration.dotDotDotToken ? '...' : '';
      return `${rest}${one.name}${optional}: ${print(checker.getTypeOfSymbol(one))}`;
    });
    return `(${given.join(', ')}) => ${print(call.getReturnType())}`;
  }
  if (isShape(type))
    return `{ ${membersOf(checker, type, known, depth)
      .map(({ line }) => line)
      .join('; ')} }`;
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias);
}

/** The members of an object type, each as a line with its own words. */
export function membersOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  known: ReadonlySet<string>,
  depth = 0,
): { name: string; line: string; doc: string }[] {
  return type.getProperties().map((property) => {
    const optional = property.flags & ts.SymbolFlags.Optional ? '?' : '';
    const value = printType(checker, checker.getTypeOfSymbol(property), known, depth + 1);
    const name = /^\w+$/.test(property.name) ? property.name : `'${property.name}'`;
    const doc = ts.displayPartsToString(property.getDocumentationComment(checker)).replaceAll(/\s*\n\s*/g, ' ');
    return {
      name: property.name,
      line: `${name}${optional}: ${optional ? value.replace(/ \| undefined$/, '') : value}`,
      doc,
    };
  });
}

/** An object of our own, or one made of ours by `Partial`, `Pick` and the like. */
function isShape(type: ts.Type): boolean {
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || type.getProperties().length === 0)
    return false;
  const declarations = type.getSymbol()?.declarations ?? [];
  const isLibrary = declarations.some((one) => /\/lib\.[\w.]+\.d\.ts$/.test(one.getSourceFile().fileName));
  return !isLibrary || declarations.some((one) => ts.isMappedTypeNode(one));
}

function printUnion(parts: readonly string[]): string {
  const all = [...new Set(parts)];
  // The compiler keeps `boolean` as a union of its two values.
  const words =
    all.includes('true') && all.includes('false')
      ? ['boolean', ...all.filter((part) => !/^(true|false)$/.test(part))]
      : all;
  const isNothing = (word: string): boolean => /^(null|undefined|void)$/.test(word);
  return words
    .toSorted((a, b) => Number(isNothing(a)) - Number(isNothing(b)))
    .map((word) => (words.length > 1 && word.includes('=>') ? `(${word})` : word))
    .join(' | ');
}
