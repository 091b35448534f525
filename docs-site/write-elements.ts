import { widgetPermissions, type WidgetName } from '@tabard/contract/widget-names';
import type { ElementContract } from '../widgets/wrappers/element-contract.ts';
import { buildCatalogue, readContracts } from './catalogue/build-catalogue.ts';
import { writers } from './catalogue/write-code.ts';
import { writePage } from './write-page.ts';

const prefix = 'acme';

/** Writes a page for each element a host can use and one for the primitives they are made of, all with the thing itself. */
export async function writeElements(): Promise<void> {
  const { elements, kit } = await readContracts<{ elements: ElementContract[]; kit: ElementContract[] }>();
  await buildCatalogue(elements);
  for (const element of elements) {
    await writePage(
      `reference/elements/${element.name}`,
      `<${prefix}-${element.name}>`,
      pageOf(element),
      element.summary,
      // The thing itself needs the room.
      ['tableOfContents: false'],
    );
  }
  await writePage(
    'reference/kit',
    'Primitives',
    kitPage(kit),
    'What the elements are made of: one set of primitives on native HTML.',
  );
}

function pageOf(element: ElementContract): string {
  const { name, description, attributes, properties, events, slots, parts, states, variables, examples } = element;
  const live = name !== 'provider' && name !== 'frame';
  // What a person does comes before what every element says.
  const event = events.find((one) => !/^(load|ready|resize|session)/.test(one.name))?.name ?? events[0]?.name ?? null;
  const example = examples[0] ?? writers['HTML']?.({ name, prefix, attributes: [], event: null }) ?? '';
  return [
    description,
    live
      ? liveOf({
          of: name,
          attributes: attributes
            .filter((one) => !one.type.startsWith('{'))
            .map(({ name: attribute, field, type, values }) => ({ name: attribute, field, type, values })),
          event,
          code: true,
        })
      : '',
    live ? '' : `\`\`\`html\n${example}\n\`\`\``,
    `\`${prefix}\` stands for your own prefix; events carry it too.`,
    name in widgetPermissions
      ? `A session that is made for it can hold ${list(widgetPermissions[name as WidgetName].map(code))}, and never more.`
      : '',
    table('Attributes', ['Name', 'Type', 'Default', ''], attributes, (one) => [
      code(one.name),
      code(typeWords(one.type)),
      code(one.default),
    ]),
    table('Properties', ['Name', 'Type', ''], properties, (one) => [code(one.name), code(typeWords(one.type))]),
    table('Events', ['Name', '`detail`', ''], events, (one) => [
      code(`${prefix}-${one.name}`),
      code(typeWords(one.detail)),
    ]),
    table('Slots', ['Name', ''], slots, (one) => [one.name ? code(one.name) : '(default)']),
    table('Parts', ['`::part()`', ''], parts, (one) => [code(one.name)]),
    table('States', ['`:state()`', ''], states, (one) => [code(one.name)]),
    table('Custom properties', ['Name', ''], variables, (one) => [code(one.name)]),
    '## Looks\n\nThe element follows the brand; every [variable](/reference/variables/) can be set on it or on anything around it.',
    live ? script : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

const list = (words: readonly string[]): string => new Intl.ListFormat('en').format(words);

function kitPage(kit: readonly ElementContract[]): string {
  const sections = kit
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((one) =>
      [
        `## ${title(one.name)}`,
        one.description,
        liveOf({ of: `kit-${one.name}`, attributes: [], event: null, code: false }),
        table('', ['Attribute', 'Type', ''], one.attributes, (attribute) => [
          code(attribute.name),
          code(typeWords(attribute.type)),
        ]),
      ]
        .filter(Boolean)
        .join('\n\n'),
    );
  return [
    'Every element is made of these. They are not for pages of hosts, but what holds for them holds everywhere: one focus style, one density scale, colours by role, and the whole of the keyboard.',
    ...sections,
    script,
  ].join('\n\n');
}

const script = '<script type="module" src="/catalogue/controls.js"></script>';

/** The element itself in a page of its own; the controls come with the script. */
function liveOf(shown: object): string {
  const words = JSON.stringify(shown);
  return `<div class="catalogue not-content" data-shown="${words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"><div class="stage"><iframe title="The element, live" loading="lazy"></iframe></div></div>`;
}

/** A heading and one line for each item; the last column is its description. Nothing when there are no items. */
function table<T extends { description: string }>(
  heading: string,
  heads: string[],
  items: readonly T[],
  cells: (item: T) => string[],
): string {
  const line = (texts: string[]): string => `| ${texts.join(' | ')} |`;
  const rows = items.map((item) => line([...cells(item), item.description.replaceAll('\n', ' ')].map(escape)));
  if (rows.length === 0) return '';
  return [...(heading ? [`## ${heading}\n`] : []), line(heads), line(heads.map(() => '---')), ...rows].join('\n');
}

const title = (name: string): string => name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
/** A long shape says more in the editor than in a column. */
const typeWords = (type: string): string => (type.length > 120 ? `${type.slice(0, 110)}… }` : type);
const code = (text: string): string => (text ? `\`${text}\`` : '');
const escape = (text: string): string => text.replaceAll('|', '\\|');
