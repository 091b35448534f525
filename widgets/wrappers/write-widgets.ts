import { globSync } from 'node:fs';
import { widgetNames } from '@tabard/contract/widget-names';
import { widgets, type WidgetPage } from '@tabard/contract/widgets';

const head =
  '// Written by `pnpm --filter @tabard/widgets manifest` from the list of elements in the contract. Do not edit.\n\n';
const entries = Object.entries(widgets);
const pages = entries.flatMap(([name, { page }]) => (page ? [{ widget: name, page }] : []));
/** Literal addresses before those with an id, which would match them too. */
const literalFirst = (addresses: [string, string][]): [string, string][] =>
  addresses.toSorted(([, a], [, b]) => Number(a.includes('{')) - Number(b.includes('{')));
const placesOf = ({ name, at = `/${name}`, places = {} }: WidgetPage): [string, string][] =>
  literalFirst([[name, at], ...Object.entries(places)]);
const text = (value: unknown): string => JSON.stringify(value);

function pathOf(root: string, name: string): string {
  const [path] = globSync(`*/${name}/${name}.ts`, { cwd: `${root}/src` });
  if (!path) throw new Error(`No element is in widgets/src/<area>/${name}/${name}.ts.`);
  return path;
}

function loadOf(root: string, name: string): string {
  const type = name.replaceAll(/(?:^|-)(.)/g, (_match, letter: string) => letter.toUpperCase());
  return `async () => (await import('../${pathOf(root, name)}')).${type}`;
}

/** Writes where the code of each element is: in the folder of its name, below the folder of its area. */
export function writeLoaders(root: string): string {
  return `${head}import type { WidgetName } from '@tabard/contract';

/** The file of each embeddable element, which exports its class. Each is a chunk of its own, fetched when its tag first appears. */
export const widgetLoaders: Record<WidgetName, () => Promise<object>> = {
${widgetNames.map((name) => `'${name}': () => import('../${pathOf(root, name)}'),`).join('\n')}
};
`;
}

/** Writes which answers an event makes old besides those of its own noun. */
export function writeStale(): string {
  const areas = new Map<string, string[]>();
  for (const [, { stale = {} }] of entries)
    for (const [area, events] of Object.entries(stale))
      for (const event of events) areas.set(event, [...(areas.get(event) ?? []), area]);
  return `${head}import type { WorkspaceEvent } from '@tabard/contract';

/** Which answers an event makes old besides those of its own noun, by the first word of their cache keys. */
export const staleAnswers: Partial<Record<WorkspaceEvent['type'], readonly string[]>> = {
${[...areas].map(([event, all]) => `'${event}': ${text(all)},`).join('\n')}
};
`;
}

/** Writes which element shows a place of the product, and which of its attributes is told the id. */
export function writeShown(): string {
  const told = (address: string, widget: string, attribute?: string): string =>
    `${text([address, widget, ...(attribute && address.includes('{') ? [attribute] : [])])},`;
  const lines = entries.flatMap(([name, { page, shows = {} }]) => [
    ...(page ? placesOf(page).map(([, address]) => told(address, name, page.attribute)) : []),
    ...Object.entries(shows).map(([address, attribute]) => told(address, name, attribute)),
  ]);
  return `${head}import type { WidgetName } from '@tabard/contract';

/** Which element shows a place of the product, and which of its attributes is told the id. */
export const shownPlaces: readonly (readonly [address: string, widget: WidgetName, attribute?: string])[] = [
${lines.join('\n')}
];
`;
}

/** Writes the pages of the app that show one element each, in the order of the navigation, and their places. */
export function writePages(root: string): string {
  return `${head}import { msg } from '@lit/localize';
import { html } from '../base/html.ts';
import type { WidgetPage } from './app-pages.ts';

/** Every place that an element shows: its address and its page. */
export const widgetPlaces = {
${pages.flatMap(({ page }) => placesOf(page).map(([place, address]) => `${text(place)}: [${text(address)}, ${text(page.name)}],`)).join('\n')}
} as const;

/** The pages that show one element each. */
export const widgetPages = {
${pages.map(({ widget, page }) => `${text(page.name)}: ${pageText(page, widget, loadOf(root, widget))},`).join('\n')}
} as const satisfies Record<string, WidgetPage>;
`;
}

function pageText(
  { title, needs, icon, key = '', skeleton, fills, group, ...page }: WidgetPage,
  widget: string,
  load: string,
) {
  const { attribute, flags, leaves } = page;
  const given = [
    `.session=\${session}`,
    attribute && `${attribute}=\${id}`,
    flags,
    leaves && `@${leaves.event}=\${() => leave(${text(leaves.from)}, ${text(leaves.to)})}`,
  ];
  const used = leaves ? 'session, id, leave' : attribute ? 'session, id' : 'session';
  const facts = {
    title: `() => msg(${text(title)})`,
    needs: text(needs),
    icon: text(icon),
    key: text(key),
    skeleton: text(skeleton),
    fills: fills && 'true',
    group: group && text(group),
    load,
    view: `(${used}) => html\`<x-${widget} ${given.filter(Boolean).join(' ')}></x-${widget}>\``,
  };
  return `{\n${Object.entries(facts)
    .flatMap(([name, value]) => (value ? [`${name}: ${value},`] : []))
    .join('\n')}\n}`;
}
