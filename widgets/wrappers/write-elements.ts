import { describeSettings } from '@tabard/contract';
import { describeType, type JsonSchema } from '../../sdk/build/describe-type.ts';
import type { ElementContract } from './element-contract.ts';

/** Writes `src/wrappers/elements.ts`: the contracts as types and, for wrappers, as data. */
export function writeElements(elements: readonly ElementContract[]): string {
  return [
    '// Written by `pnpm --filter @tabard/widgets manifest` from the doc comments of the elements. Do not edit.',
    `import type { Failure } from './options.ts';`,
    '/** What each element takes and says, by its name without prefix. Events are described by their `detail`. */',
    `export interface ElementContracts {\n${elements.map(contractOf).join('\n')}\n}`,
    '/** The same as data: attribute by property, properties without attribute, events. */',
    `export const elementTable = {\n${elements.map(rowOf).join('\n')}\n} as const satisfies Record<keyof ElementContracts, object>;`,
    '',
  ].join('\n\n');
}

interface Line {
  name: string;
  type: string;
  description: string;
}

function contractOf({ name, summary, attributes: written, properties, events }: ElementContract): string {
  const settings = describeSettings(name) as JsonSchema | null; // written by zod
  const attributes = written.map((one) =>
    settings && one.field === 'configuration' ? { ...one, type: describeType(settings) } : one,
  );
  const fields = [...attributes.map((one) => ({ ...one, name: one.field })), ...properties];
  return [
    `/** ${summary} */\n'${name}': {`,
    `attributes: ${typeOf(attributes.map((one) => ({ ...one, type: one.type.startsWith('{') ? `string | ${one.type}` : one.type })))};`,
    `properties: ${typeOf(fields)};`,
    `events: ${typeOf(events.map((event) => ({ ...event, type: event.detail })))};`,
    '};',
  ].join('\n');
}

const typeOf = (lines: readonly Line[]): string =>
  lines.length
    ? `{\n${lines.map(({ name, type, description }) => `/** ${description} */\n'${name}': ${type};`).join('\n')}\n}`
    : 'object';

const rowOf = ({ name, attributes, properties, events }: ElementContract): string => {
  const fields = attributes.map((one) => `${one.field}: '${one.name}'`).join(', ');
  const list = (all: readonly { name: string }[]): string => all.map((one) => `'${one.name}'`).join(', ');
  return `'${name}': { fields: {${fields}}, properties: [${list(properties)}], events: [${list(events)}] },`;
};
