import { join } from 'node:path';
import { z } from 'zod';
import { readMeanings } from '../sdk/build/read-meanings.ts';

/** What a JSON schema says of how long, large or many a value may be. */
interface Limited {
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

/** Whole numbers have these ends by nature. */
const natural = Number.MAX_SAFE_INTEGER;

/** The limits in words; empty where there are none. */
export function limitsOf({ minLength, maxLength, minimum, maximum, minItems, maxItems }: Limited): string {
  const range = (least: number | undefined, most: number | undefined, unit: string): string => {
    const from = least !== undefined && least !== 0 && Math.abs(least) < natural ? least : undefined;
    const to = most !== undefined && most < natural ? most : undefined;
    if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`;
    if (to !== undefined) return `at most ${to}${unit}`;
    return from === undefined ? '' : `at least ${from}${unit}`;
  };
  return [range(minLength, maxLength, ' characters'), range(minimum, maximum, ''), range(minItems, maxItems, ' items')]
    .filter(Boolean)
    .join(', ');
}

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
  default?: unknown;
  format?: string;
  additionalProperties?: JsonSchema | boolean;
  $ref?: string;
}

/** Schemas that have a name, and where it is told what they are. */
const pages: Readonly<Record<string, string>> = { '#/$defs/Filter': '[filter](/concepts/filters/)' };

function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return pages[schema.$ref] ?? 'anything';
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? schema.prefixItems?.[0] ?? {})}`;
  return [schema.type ?? 'anything'].flat().join(' or ') + (schema.format ? ` (${schema.format})` : '');
}

const fillMeanings = readMeanings(join(import.meta.dirname, '../packages/contract/src'));

function rowsOf(schema: JsonSchema, path = ''): string[] {
  const target = schema.type === 'array' ? (schema.items ?? {}) : schema;
  const object = target.properties ? target : target.anyOf?.find((one) => one.properties);
  return Object.entries(object?.properties ?? {}).flatMap(([name, property]) => {
    const here = path ? `${path}.${name}` : name;
    const need =
      object?.required?.includes(name) && property.default === undefined
        ? 'yes'
        : property.default === undefined
          ? ''
          : `default \`${JSON.stringify(property.default)}\``;
    return [
      `| \`${here}\` | ${[typeOf(property), limitsOf(property)].filter(Boolean).join(', ').replaceAll('|', '\\|')} | ${need} | ${(property.description ?? '').replaceAll('|', '\\|')} |`,
      ...(here.split('.').length < 3 ? rowsOf(property, property.type === 'array' ? `${here}[]` : here) : []),
    ];
  });
}

/** A table of all fields of a schema of a noun, with a title; empty where there are none. */
export function tableOf(title: string, noun: string, schema: z.ZodType | undefined, io: 'input' | 'output'): string {
  if (!schema) return '';
  const described = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema; // a JSON schema by definition
  fillMeanings(described, noun);
  const rows = rowsOf(described);
  return rows.length
    ? `**${title}**\n\n| Field | Type and limits | Required | What it is |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
    : '';
}
