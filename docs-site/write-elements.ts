import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePage } from './write-page.ts';

/** The part of the Custom Elements Manifest that is shown. */
interface Manifest {
  modules: { declarations?: Declaration[] }[];
}
interface Described {
  name?: string;
  description?: string;
  type?: { text: string };
  default?: string;
}
interface Declaration {
  tagName?: string;
  summary?: string;
  description?: string;
  attributes?: Described[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

/** The prefix that the manifest writes, and the one that readers of the reference are asked to replace. */
const written = /^outreach-/;
const shown = 'acme-';

/** Writes a page for each element a host can use, from what the elements say of themselves. */
export async function writeElements(): Promise<void> {
  const manifest = join(import.meta.dirname, '../widgets/dist/custom-elements.json');
  const text = await readFile(manifest, 'utf8').catch(() => null);
  if (text === null)
    throw new Error(
      'The manifest of the elements is missing: build the widgets first (pnpm --filter @tabard/widgets build).',
    );
  const elements = (JSON.parse(text) as Manifest).modules.flatMap(({ declarations = [] }) => declarations);
  for (const element of elements) {
    if (!element.tagName || !element.summary) continue;
    const name = element.tagName.replace(written, '');
    await writePage(`reference/elements/${name}`, `<${shown}${name}>`, pageOf(name, element), element.summary);
  }
}

function pageOf(name: string, { description = '', attributes, events, slots, cssParts, cssProperties }: Declaration) {
  const tag = shown + name;
  const id = attributes?.find((one) => one.name === `${name.split('-')[0] ?? name}-id`)?.name;
  const example = `\`\`\`html\n<${tag}${id ? ` ${id}="…"` : ''}></${tag}>\n\`\`\``;
  return [
    description,
    example,
    `\`acme\` stands for your own prefix.${events?.length ? " Events carry it too: `element.addEventListener('acme-load', …)`." : ''}`,
    table('Attributes', ['Name', 'Type', 'Default', ''], attributes, (one) => [
      code(one.name),
      code(one.type?.text),
      code(one.default),
    ]),
    table('Events', ['Name', 'Type', ''], events, (one) => [
      code(one.name?.replace(written, shown)),
      code(one.type?.text ?? 'CustomEvent'),
    ]),
    table('Slots', ['Name', ''], slots, (one) => [one.name ? code(one.name) : '(default)']),
    table('Parts', ['`::part()`', ''], cssParts, (one) => [code(one.name)]),
    table('Custom properties', ['Name', ''], cssProperties, (one) => [code(one.name)]),
    '## Looks\n\nThe element follows the brand; every [variable](/reference/variables/) can be set on it or on anything around it.',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** A heading and one line for each item; the last column is its description. Nothing when there are no items. */
function table(title: string, heads: string[], items: Described[] = [], cells: (item: Described) => string[]): string {
  const line = (texts: string[]): string => `| ${texts.join(' | ')} |`;
  const rows = items.map((item) => line([...cells(item), (item.description ?? '').replaceAll('\n', ' ')].map(escape)));
  return rows.length ? [`## ${title}\n`, line(heads), line(heads.map(() => '---')), ...rows].join('\n') : '';
}

const code = (text: string | undefined): string => (text ? `\`${text}\`` : '');
const escape = (text: string): string => text.replaceAll('|', '\\|');
