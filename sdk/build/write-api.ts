import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server';
import { errors, eventPayloads } from '@tabard/contract';
import { z } from 'zod';
import { describeType, type JsonSchema } from './describe-type.ts';
import { nounOf, type FillMeanings } from './read-meanings.ts';

type Described = AnyTRPCProcedure & { _def: { inputs: z.ZodType[]; output?: z.ZodType } };

/**
 * Writes the types of the whole API without a word of the platform's or zod's: what stands in place of `src/api.ts`. `docs` are the
 * comments of procedures; `fillMeanings` says what fields are.
 */
export function writeApi(router: AnyTRPCRouter, docs: ReadonlyMap<string, string>, fillMeanings: FillMeanings): string {
  const named = new Map<string, JsonSchema>();
  const toSchema = (schema: z.ZodType, io: 'input' | 'output', of: string): JsonSchema => {
    const described = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema; // zod's own type of it is wider
    fillMeanings(described, of);
    for (const [name, part] of Object.entries(described.$defs ?? {})) named.set(name, part);
    return described;
  };
  const types: string[] = [];
  const nouns = new Map<string, string[]>();
  for (const [path, procedure] of Object.entries(router._def.procedures as Record<string, Described>)) {
    const [noun = '', verb = ''] = path.split('.');
    const doc = docs.get(path);
    if (!doc) throw new Error(`${path} has no doc comment. Say in one sentence what it promises.`);
    const name = capital(noun) + capital(verb);
    const { inputs, output, type } = procedure._def;
    const input = toSchema(inputs[0] ?? z.object({}), 'input', nounOf(noun));
    types.push(`export type ${name}Input = ${describeType(input)};`);
    const given = `${mayBeLeftOut(input) ? 'input?' : 'input'}: ${name}Input, options?: CallOptions`;
    let result = 'EventStream<WorkspaceEvent>';
    if (type !== 'subscription') {
      const shape = toSchema(output ?? z.unknown(), 'output', nounOf(noun));
      const item = shape.properties?.['nextCursor'] && shape.properties['items']?.items;
      types.push(`export type ${name}${item ? 'Item' : 'Output'} = ${describeType(item || shape)};`);
      result = item ? `List<${name}Item>` : `Call<${name}Output>`;
    }
    const methods = nouns.get(noun) ?? [];
    nouns.set(noun, [...methods, `    /** ${doc} */\n    ${verb}(${given}): ${result};`]);
  }
  const members = [...nouns].map(([noun, methods]) => `  ${noun}: {\n${methods.join('\n')}\n  };`);
  return [
    `import type { Call, List } from './call/call.ts';`,
    `import type { EventStream } from './call/event-stream.ts';`,
    `import type { CallOptions } from './options.ts';`,
    `/** Every procedure of the platform. */\nexport interface Api {\n${members.join('\n')}\n}`,
    ...types,
    // What holds itself is only ever given: lists that nobody may change will do.
    ...[...named].map(
      ([name, part]) => `export type ${name} = ${describeType(part).replaceAll(`(${name})[]`, `readonly ${name}[]`)};`,
    ),
    writeEvents((data) => toSchema(data, 'output', 'event')),
    `/** A stable code of an error; each has a page. */\nexport type ErrorCode = ${literals(Object.keys(errors))};`,
    `/** One thing that is wrong: where, what, and what to do. */\nexport interface ErrorDetail {\n  path: string;\n  message: string;\n  reason?: string;\n}`,
  ].join('\n\n');
}

function writeEvents(schemaOf: (data: z.ZodType) => JsonSchema): string {
  const events = Object.entries(eventPayloads).map(
    ([name, data]) => `  | { id: string; type: '${name}'; at: string; data: ${describeType(schemaOf(data), '  ')} }`,
  );
  return `/** One event as streams and webhooks carry it. \`id\` orders the events of a workspace. */\nexport type WorkspaceEvent =\n${events.join('\n')};`;
}

function mayBeLeftOut(input: JsonSchema): boolean {
  return (input.required ?? []).length === 0;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function literals(values: string[]): string {
  return values.map((value) => `'${value}'`).join(' | ');
}
