/** A JSON Schema, as far as inputs and outputs of the platform go. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema | false;
  prefixItems?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  /** A schema that has a name, and those that do. */
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

/** Words that a type lists at most. */
const mostWords = 100;

/** Writes a schema as a TypeScript type. */
export function describeType(schema: JsonSchema, indent = ''): string {
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if ('const' in schema) return JSON.stringify(schema.const);
  // Of so many the platform's own types say no more, too.
  if (schema.enum && schema.enum.length > mostWords) return 'string';
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map((choice) => describeType(choice, indent)))].join(' | ');
  if (schema.allOf) return schema.allOf.map((part) => describeType(part, indent)).join(' & ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => describeType({ ...schema, type }, indent)).join(' | ');
  switch (schema.type) {
    case 'string':
      return describeText(schema);
    case 'boolean':
    case 'null':
      return schema.type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      if (schema.prefixItems) return `[${schema.prefixItems.map((item) => describeType(item, indent)).join(', ')}]`;
      return schema.items ? `(${describeType(schema.items, indent)})[]` : 'unknown[]';
    case 'object':
      return describeObject(schema, indent);
    default:
      return 'unknown';
  }
}

/** An id that stands beside names of a closed list is told from them by what it begins with. */
function describeText({ pattern = '' }: JsonSchema): string {
  const prefix = /^\^([a-z]+_)\[0-9a-f\]\{32\}\$$/.exec(pattern)?.[1];
  return prefix ? `\`${prefix}\${string}\`` : 'string';
}

function describeObject(schema: JsonSchema, indent: string): string {
  const entries = Object.entries(schema.properties ?? {});
  if (entries.length === 0) {
    const { additionalProperties: values, propertyNames } = schema;
    if (typeof values !== 'object') return 'Record<string, never>';
    const record = `Record<${propertyNames ? describeType(propertyNames) : 'string'}, ${describeType(values, indent)}>`;
    return propertyNames?.enum && !schema.required ? `Partial<${record}>` : record;
  }
  const inner = `${indent}  `;
  const lines = entries.map(([key, part]) => {
    const doc = part.description ? `${inner}/** ${part.description} */\n` : '';
    const optional = schema.required?.includes(key) ? '' : '?';
    const name = /^[\w$]+$/.test(key) ? key : JSON.stringify(key);
    return `${doc}${inner}${name}${optional}: ${describeType(part, inner)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}
