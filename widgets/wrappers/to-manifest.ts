import { NEUTRAL_PREFIX, type ElementContract } from './element-contract.ts';

/** The contracts as a Custom Elements Manifest, whose tags and events carry a prefix. */
export function toManifest(elements: readonly ElementContract[], prefix = NEUTRAL_PREFIX): object {
  return { schemaVersion: '1.0.0', readme: 'README.md', modules: elements.map((one) => moduleOf(one, prefix)) };
}

function moduleOf(one: ElementContract, prefix: string): object {
  const { name, className, summary, description, slots, variables, examples } = one;
  const typed = (type: string): object => ({ type: { text: type } });
  return {
    kind: 'javascript-module',
    path: 'index.js',
    declarations: [
      {
        kind: 'class',
        customElement: true,
        tagName: `${prefix}-${name}`,
        name: className,
        summary,
        description: [
          description,
          ...examples.map((example) => `\n\`\`\`html\n${example.replaceAll(/\bacme-/g, `${prefix}-`)}\n\`\`\``),
        ].join('\n'),
        attributes: one.attributes.map(({ name: attribute, description: purpose, default: initial, type, field }) => ({
          name: attribute,
          description: purpose,
          default: initial,
          ...typed(type),
          fieldName: field,
        })),
        members: [
          ...one.attributes.map((attribute) => ({
            kind: 'field',
            name: attribute.field,
            attribute: attribute.name,
            reflects: attribute.reflects,
            description: attribute.description,
            default: attribute.default,
            ...typed(attribute.type),
          })),
          ...one.properties.map(({ type, ...rest }) => ({ kind: 'field', ...rest, ...typed(type) })),
        ],
        events: one.events.map((event) => ({
          name: `${prefix}-${event.name}`,
          description: event.description,
          ...typed(`CustomEvent<${event.detail}>`),
        })),
        slots,
        cssParts: one.parts,
        cssStates: one.states,
        cssProperties: variables,
      },
    ],
    exports: [],
  };
}
