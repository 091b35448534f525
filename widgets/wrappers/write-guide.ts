import type { ElementContract } from './element-contract.ts';

/** The whole contract as one plain text that assistants can be given. */
export function writeGuide(elements: readonly ElementContract[], prefix: string): string {
  return `# Outreach elements

> Custom elements for leads, campaigns, a shared inbox and results. Tags and events begin with your prefix, here \`${prefix}\`.
> They run without frames or cookies, under a strict Content-Security-Policy, and load their code when their tag appears.

## Connect

On your server, ask the platform for a short-lived session with your API key, and hand its client secret to the page.
On the page:

\`\`\`js
import { load } from '@tabard/widgets/load';
await load({
  baseUrl: 'https://api.agency.example',
  prefix: '${prefix}',
  fetchClientSecret: () => fetch('/session', { method: 'POST' }).then((response) => response.json()),
});
\`\`\`

Types for your prefix: \`ElementTags<'${prefix}'>\` from \`/html\`, \`ReactElements\` and \`outreachComponents\` from \`/react\`,
\`VueElements\` and \`createOutreach\` from \`/vue\`, \`SvelteElements\` from \`/svelte\`, \`SolidElements\` from \`/solid\`,
\`PreactElements\` from \`/preact\`.

${elements.map((one) => sectionOf(one, prefix)).join('\n\n')}
`;
}

function sectionOf(one: ElementContract, prefix: string): string {
  const list = (title: string, lines: string[]): string =>
    lines.length ? `${title}:\n${lines.map((line) => `- ${line}`).join('\n')}` : '';
  const words = (all: { name: string; description: string }[]): string[] =>
    all.map(({ name, description }) => `\`${name || '(default)'}\`: ${description}`);
  return [
    `## <${prefix}-${one.name}>`,
    `${one.summary} ${one.description}`,
    list(
      'Attributes',
      one.attributes.map(({ name, type, description }) => `\`${name}\` (${type}): ${description}`),
    ),
    list(
      'Properties',
      one.properties.map(({ name, type, description }) => `\`${name}\` (${type}): ${description}`),
    ),
    list(
      'Events',
      one.events.map(({ name, detail, description }) => `\`${prefix}-${name}\` (detail ${detail}): ${description}`),
    ),
    list('Slots', words(one.slots)),
    list('Parts', words(one.parts)),
    list('States', words(one.states)),
  ]
    .filter(Boolean)
    .join('\n\n');
}
