import ts from 'typescript-of-analyzer';

/** Writes a type out until it names nothing but what every page knows, so that it can stand in a package of its own. */
export function printType(checker: ts.TypeChecker, type: ts.Type, depth = 0): string {
  const print = (one: ts.Type): string => printType(checker, one, depth + 1);
  if (depth > 8) return 'unknown';
  if (type.isUnion()) {
    const parts = [...new Set(type.types.map(print))];
    // The compiler keeps `boolean` as a union of its two values.
    const words =
      parts.includes('true') && parts.includes('false')
        ? ['boolean', ...parts.filter((part) => !/^(true|false)$/.test(part))]
        : parts;
    return words.toSorted((a, b) => Number(isNothing(a)) - Number(isNothing(b))).join(' | ');
  }
  if (type.isStringLiteral()) return `'${type.value}'`;
  if (checker.isArrayType(type)) {
    const item = print(checker.getTypeArguments(type as ts.TypeReference)[0]!); // an array has one
    return `readonly ${/[ |]/.test(item) && !item.startsWith('{') ? `(${item})` : item}[]`;
  }
  const isOurs = type
    .getSymbol()
    ?.declarations?.some((one) => !/\/lib\.[\w.]+\.d\.ts$/.test(one.getSourceFile().fileName));
  const properties = type.getProperties();
  if (isOurs && type.flags & ts.TypeFlags.Object && type.getCallSignatures().length === 0 && properties.length > 0) {
    const lines = properties.map((property) => {
      const optional = property.flags & ts.SymbolFlags.Optional ? '?' : '';
      const value = print(checker.getTypeOfSymbol(property));
      return `${property.name}${optional}: ${optional ? value.replace(/ \| undefined$/, '') : value}`;
    });
    return `{ ${lines.join('; ')} }`;
  }
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias);
}

const isNothing = (type: string): boolean => type === 'null' || type === 'undefined';
