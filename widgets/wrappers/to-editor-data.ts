import type { ElementContract } from './element-contract.ts';

/** What Visual Studio Code shows while somebody writes HTML: its custom data format 1.1. */
export function toVsCodeData(elements: readonly ElementContract[], prefix: string): object {
  return {
    version: 1.1,
    tags: elements.map((one) => ({
      name: `${prefix}-${one.name}`,
      description: describe(one, prefix),
      attributes: one.attributes.map(({ name, description, values }) => ({
        name,
        description,
        ...(values.some(Boolean) && { values: values.filter(Boolean).map((value) => ({ name: value })) }),
      })),
    })),
  };
}

/** What the editors of JetBrains show: web-types. */
export function toWebTypes(elements: readonly ElementContract[], prefix: string, version: string): object {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name: `${prefix}-elements`,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((one) => ({
          name: `${prefix}-${one.name}`,
          description: describe(one, prefix),
          attributes: one.attributes.map(({ name, description, type }) => ({
            name,
            description,
            value: { type, required: false },
          })),
          slots: one.slots,
          js: {
            properties: [
              ...one.attributes.map((attribute) => ({ ...attribute, name: attribute.field })),
              ...one.properties,
            ].map(({ name, description, type }) => ({ name, description, type })),
            events: one.events.map(({ name, description }) => ({ name: `${prefix}-${name}`, description })),
          },
          css: { parts: one.parts },
        })),
      },
    },
  };
}

const describe = ({ summary, description, events }: ElementContract, prefix: string): string =>
  [
    `${summary} ${description}`,
    ...(events.length
      ? ['', 'Events:', ...events.map((event) => `- \`${prefix}-${event.name}\`: ${event.description}`)]
      : []),
  ].join('\n');
