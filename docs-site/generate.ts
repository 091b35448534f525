import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { docsPath, errors, type ErrorCode } from '@tabard/contract/errors';
import { eventPayloads } from '@tabard/contract';
import { kebabCase } from '@tabard/contract/letter-case';
import { z } from 'zod';
import { appRouter } from '../platform/src/features/index.ts';
import { commentsOfFields, limitsOf } from './describe-fields.ts';
import { writeConfiguration } from './write-configuration.ts';
import { writeElements } from './write-elements.ts';
import { writeInit } from './write-init.ts';
import { pages, writePage } from './write-page.ts';
import { writeRoles } from './write-roles.ts';
import { writeSettings } from './write-settings.ts';
import { writeVariables } from './write-variables.ts';

// Writes the reference pages from their sources: the error vocabulary, the router with its comments, the elements' manifest, the tokens.

const root = join(import.meta.dirname, '..');

/** What a procedure is, as the router knows it. */
interface Procedure {
  _def: {
    type: 'query' | 'mutation' | 'subscription';
    meta?: { permission?: string };
    inputs: z.ZodType[];
    output?: z.ZodType;
  };
}

const sdkClasses: Record<number, string> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  422: 'UnprocessableEntityError',
  429: 'RateLimitError',
};

async function writeErrors(): Promise<void> {
  for (const [code, error] of Object.entries(errors)) {
    const retryable = 'retryable' in error;
    const body = `${error.message}

| | |
| --- | --- |
| Code | \`${code}\` |
| HTTP status | ${error.status} |
| Class in the SDK | \`${sdkClasses[error.status] ?? (error.status >= 500 ? 'InternalServerError' : 'ApiError')}\` |
| Trying again | ${retryable ? 'may help: the same request can work later' : 'does not help until something is changed'} |

The answer's \`details\` name the fields concerned, where there are any. Quote its \`requestId\` when you ask for help.`;
    await writePage(docsPath(code as ErrorCode).slice(1), code, body, error.message); // keys of the vocabulary
  }
}

/** The comment in front of each procedure, read from the router's source. */
async function commentsOf(folder: string): Promise<Map<string, string>> {
  const comments = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.router.ts')) continue;
    const source = await readFile(join(entry.parentPath, entry.name), 'utf8');
    const noun = entry.name.slice(0, -'.router.ts'.length);
    for (const [, text = '', name] of source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+): \w+\(/g))
      comments.set(`${noun}.${name}`, text.replaceAll(/^\s*\*? ?/gm, '').trim());
  }
  return comments;
}

const nounOf = (plural: string): string =>
  kebabCase(plural)
    .replace(/ies$/, 'y')
    .replace(/(x)es$/, '$1')
    .replace(/s$/, '');

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
  default?: unknown;
  format?: string;
  additionalProperties?: JsonSchema | boolean;
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  return [schema.type ?? 'anything'].flat().join(' or ') + (schema.format ? ` (${schema.format})` : '');
}

const comments = await commentsOfFields(join(root, 'packages/contract/src'));

function rowsOf(schema: JsonSchema, noun: string, path = ''): string[] {
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
      `| \`${here}\` | ${[typeOf(property), limitsOf(property)].filter(Boolean).join(', ').replaceAll('|', '\\|')} | ${need} | ${(property.description ?? comments(name, noun)).replaceAll('|', '\\|')} |`,
      ...(here.split('.').length < 3 ? rowsOf(property, noun, property.type === 'array' ? `${here}[]` : here) : []),
    ];
  });
}

function tableOf(title: string, noun: string, schema: z.ZodType | undefined, io: 'input' | 'output'): string {
  if (!schema) return '';
  const rows = rowsOf(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema, noun); // a JSON schema by definition
  return rows.length
    ? `**${title}**\n\n| Field | Type and limits | Required | What it is |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
    : '';
}

async function writeProcedures(): Promise<void> {
  const comments = await commentsOf(join(root, 'platform/src/features'));
  const byNoun = Map.groupBy(
    Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>),
    ([path]) => path.split('.')[0] ?? '',
  ); // tRPC types the record by path
  for (const [noun, procedures] of byNoun) {
    const sections = procedures.map(([path, { _def }]) => {
      const verb = path.split('.')[1];
      const comment = comments.get(`${nounOf(noun)}.${verb}`) ?? comments.get(`${noun}.${verb}`) ?? '';
      const facts = [
        _def.type === 'query' ? 'reads' : _def.type === 'mutation' ? 'changes' : 'streams',
        ...(_def.meta?.permission ? [`needs \`${_def.meta.permission}\``] : []),
      ];
      return `## \`${path}\`\n\n${comment}\n\n*${facts.join(', ')}*\n\n${tableOf('Input', nounOf(noun), _def.inputs[0], 'input')}\n${tableOf('Answer', nounOf(noun), _def.output, 'output')}`;
    });
    await writePage(`reference/procedures/${kebabCase(noun)}`, noun, sections.join('\n'), `Procedures of ${noun}.`);
  }
}

async function writeEvents(): Promise<void> {
  const sections = Object.entries(eventPayloads).map(
    ([name, payload]) => `## \`${name}\`\n\n${tableOf('Data', name.split('.')[0] ?? '', payload, 'output')}`,
  );
  await writePage(
    'reference/events',
    'Events',
    `What streams carry. Each event has an \`id\` that orders the events of its workspace, a \`type\`, the moment \`at\`, and \`data\`.\n\n${sections.join('\n')}`,
  );
}

for (const folder of ['errors', 'reference/procedures', 'reference/elements'])
  await rm(join(pages, folder), { recursive: true, force: true });
await writeErrors();
await writeProcedures();
await writeEvents();
await writeElements();
await writeVariables();
await writeRoles();
await writeSettings();
await writeInit();
await writeConfiguration();
