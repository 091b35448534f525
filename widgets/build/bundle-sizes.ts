import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createPalette } from '@tabard/theme';
import type { Built } from './bundle-runtime.ts';
import { elementsOf, neededBy, RUNTIME } from './elements-of.ts';

/** What a page pays for a thing, in KiB of gzip, and what it may pay. */
export interface BundleSize {
  name: string;
  size: number;
  /** The same by brotli, which is what browsers are sent. */
  brotli: number;
  budget: number | null;
  /** Files that must be there before it renders. */
  files: number;
}

/** The limits of the embedding contract; `npm run size` fails above them. */
const BUDGETS: Readonly<Record<string, number>> = {
  loader: 1,
  runtime: 18,
  frame: 23,
  inbox: 41,
  'campaign-editor': 62,
  'account-settings': 31,
  // Each element costs its line in the list of what there is.
  'first element': 20,
  'its colours, within the answer': 1,
  'a further list page': 6,
  'first inbox, all it loads': 60,
  // Each noun with a list adds some 1.4 kB, and a quarter of one to a language; one with a page of its own, such as members, some 9;
  // what a list shows of a record beside itself adds some 0.8; a person's profile and what is done about members added some 4,
  // domains 6, roles 8, the tree of organizations 11 and 1.4 to a language; tables whose columns give way, sentences with a time in
  // them and the pace of news 1, passkeys 3 and 0.8 to a language. What is said of custom fields adds a tenth to a language, and a
  // control for each of their types 4. A select in a file of its own adds half of one. Companies with their people, group, duplicates and
  // merge added some 18 and 2 to a language; tags, with a field that finds and makes them, 8, lists 2, what is done to many leads 5, all
  // three 2 to a language. What writes any filter weighs 14, with the reader of the language in it; it is fetched when somebody wants to
  // ask for more than the bar of a list does. Segments add 5, custom fields with their options, order and columns 9, and both with all
  // words of filters 4 to a language. Accounts elsewhere and the sign-in of a company add 4. A lead's page with its facts, tabs, campaigns and
  // conversations, and duplicates with their merge, add some 13 and 2 to a language; snapshots and the overview of an agency 8;
  // notes, activities and tasks with their list, calendar and drawers some 21 and 2 to a language;
  // deals with their board, drawer, products, forecast and pipelines 24 and 3 to a language; costs with
  // their form, conversions of a lead, and the report of revenue and cost 9 and 1 to a language; the search over a workspace 7 and 0.5 to a language; notes and tasks on deals 1.
  everything: 590,
  'rich text editor': 68,
  'a language': 60,
};
/** Files that a first visit to the inbox may ask for, the loader among them. */
const INBOX_FILES = 7;

/** What every element loads by itself once it stands: toasts, empty states, the stream. */
const SOON = 'soon.js';
/** What makes mails of strangers safe to show. */
const MAIL = 'mail-frame.js';
/** Pages that are a list of records: whoever has seen one pays little for the next. */
const LIST = /-(?:list|table)$/;

/** ProseMirror and what we make of it: fetched at the moment somebody begins to write a mail, and by nothing else. */
const EDITOR = /\/kit\/editors\.ts$/;
/** Languages are alternatives: a page loads the one it is shown in, and English is in the code. */
const LANGUAGE = /\/core\/locales\/[^/]+\.ts$/;

/** Embeds of the field, measured with the same tools: bundled by esbuild, minified, gzip 9, what must be there at first. */
const PEERS: readonly (readonly [name: string, size: number])[] = [
  ['bare Lit with one element', 5.7],
  ['Frigade, headless', 7.6],
  ['Cal.com embed, shows an iframe', 16.8],
  ['Shoelace, a button', 17.9],
  ['Novu, headless', 33.9],
  ['Courier inbox, native element', 42],
  ['Vaadin grid', 52.7],
  ['Novu inbox', 136.2],
  ['MagicBell', 144.7],
  ['Knock feed with React', 245.4],
];

/**
 * Measures the loader, the runtime, each element with all it needs before it renders, a first and a further page, and everything that a reader who opens
 * every page in one language loads. The editor of mails stands beside that, with a limit of its own; the last row hides nothing.
 */
export function bundleSizes(built: readonly Built[], loaderCode: string): BundleSize[] {
  const loader = 'v1.js';
  const all = [...built, { file: loader, code: loaderCode }];
  const sizes = new Map(all.map(({ file, code }) => [file, { size: gzip(code), brotli: brotli(code) }]));
  const needs = (file: string, seen?: Set<string>): Set<string> => neededBy(built, file, seen);
  const row = (name: string, files: Iterable<string>): BundleSize => {
    const list = [...files];
    const sum = (by: 'size' | 'brotli'): number => list.reduce((all, file) => all + (sizes.get(file)?.[by] ?? 0), 0);
    return { name, size: sum('size'), brotli: sum('brotli'), budget: BUDGETS[name] ?? null, files: list.length };
  };
  const runtime = needs(RUNTIME);
  const files = (entryPoint: RegExp): string[] =>
    built.filter((one) => entryPoint.test(one.entryPoint ?? '')).map(({ file }) => file);
  const [editor, languages] = [files(EDITOR), files(LANGUAGE)];
  if (editor.length === 0 || languages.length === 0)
    throw new Error('The editor or the languages are no files of their own any more: pages would load them at once.');
  const heaviest = languages.toSorted((a, b) => row(b, [b]).size - row(a, [a]).size).slice(0, 1);
  const elements = Object.entries(elementsOf(built)).map(([name, file]) => row(name, needs(file, new Set(runtime))));
  elements.sort((a, b) => a.size - b.size);
  const first = needs(elementsOf(built)[elements[0]?.name ?? ''] ?? '', new Set([loader]));
  const everything = built
    .map(({ file }) => file)
    .filter((file) => !editor.includes(file) && !languages.includes(file));
  return [
    row('loader', [loader]),
    row('runtime', runtime),
    row('frame', needs('frame.js', new Set(runtime))),
    ...elements,
    row('first element', first),
    coloursRow(),
    row('a further list page', dearestNext(built)),
    row('first inbox, all it loads', filesOfInbox(built, loader)),
    row('everything', [...everything, ...heaviest]),
    row('rich text editor', editor),
    row('a language', heaviest),
    row(
      'all files, all languages',
      built.map(({ file }) => file),
    ),
  ];
}

/** The colours of a brand come with the answer that says who is signed in, so they are no file; they are weighed all the same. */
function coloursRow(): BundleSize {
  const name = 'its colours, within the answer';
  const colours = JSON.stringify(createPalette('#3b5bdb'));
  return { name, size: gzip(colours), brotli: brotli(colours), budget: BUDGETS[name] ?? null, files: 0 };
}

/** The files of the list page that adds most to a page that shows another list of records already. */
function dearestNext(built: readonly Built[]): string[] {
  const code = new Map(built.map((one) => [one.file, one.code]));
  const lists = Object.entries(elementsOf(built)).filter(([name]) => LIST.test(name));
  const needs = lists.map(([, file]) => neededBy(built, file));
  const tables = needs.filter((files) => files.has('table.js'));
  const steps = tables.flatMap((seen) => needs.map((files) => [...files].filter((file) => !seen.has(file))));
  const size = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzip(code.get(file) ?? ''), 0);
  return steps.toSorted((a, b) => size(b) - size(a))[0] ?? [];
}

/** What the inbox loads from an empty cache until a thread is shown; a test holds the list against a browser. */
function filesOfInbox(built: readonly Built[], loader: string): string[] {
  const files = new Set([loader]);
  for (const file of [elementsOf(built)['inbox'] ?? '', SOON, MAIL]) neededBy(built, file, files);
  if (files.size > INBOX_FILES)
    throw new Error(`The inbox asks for ${files.size} files, and may for ${INBOX_FILES}: ${[...files].join(', ')}.`);
  return [...files];
}

const gzip = (code: string): number => gzipSync(code, { level: 9 }).length / 1024;
const brotli = (code: string): number => brotliCompressSync(code).length / 1024;

/** The sizes as lines to read, beside those of the field. */
export function showSizes(sizes: readonly BundleSize[]): string {
  const line = (name: string, size: number, rest = ''): string =>
    `  ${name.padEnd(32)} ${size.toFixed(1).padStart(6)} kB${rest}`;
  return [
    'What a page loads before the thing renders, minified; gzip, and brotli as it is sent:',
    ...sizes.map(({ name, size, brotli, budget, files }) => {
      const limit = budget === null ? '' : `  of ${budget}`;
      return line(name, size, ` ${brotli.toFixed(1).padStart(6)} br  ${String(files).padStart(3)} files${limit}`);
    }),
    'The field, gzip, measured alike:',
    ...PEERS.map(([name, size]) => line(name, size)),
  ].join('\n');
}
