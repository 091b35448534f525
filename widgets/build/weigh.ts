import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Built } from './bundle-runtime.ts';
import { elementsOf } from './elements-of.ts';

/** What a page pays for a thing, in KiB of gzip, and what it may pay. */
export interface Weight {
  name: string;
  weight: number;
  /** The same by brotli, which is what browsers are sent. */
  brotli: number;
  budget: number | null;
  /** Files that must be there before it renders. */
  files: number;
}

/** The limits of the embedding contract; `pnpm size` fails above them. */
const BUDGETS: Readonly<Record<string, number>> = {
  loader: 2,
  runtime: 25,
  'mailbox-list': 30,
  inbox: 60,
  'campaign-editor': 90,
  everything: 220,
  'rich text editor': 68,
  'a language': 16,
};

/** ProseMirror and what we make of it: fetched at the moment somebody begins to write a mail, and by nothing else. */
const EDITOR = /\/kit\/rich-text-editor\.ts$/;
/** Languages are alternatives: a page loads the one it is shown in, and English is in the code. */
const LANGUAGE = /\/core\/locales\/[^/]+\.ts$/;

/** Embeds of the field, weighed with the same tools: bundled by esbuild, minified, gzip 9, what must be there at first. */
const PEERS: readonly (readonly [name: string, weight: number])[] = [
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
 * Weighs the loader, the runtime, each element with all it needs before it renders, and everything that a reader who opens
 * every page in one language loads. The editor of mails stands beside that, with a limit of its own; the last row hides nothing.
 */
export function weigh(built: readonly Built[], loaderCode: string): Weight[] {
  const byFile = new Map(built.map((one) => [one.file, one]));
  const sizes = new Map(built.map(({ file, code }) => [file, { weight: gzip(code), brotli: brotli(code) }]));
  const needs = (file: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const next of byFile.get(file)?.imports ?? []) needs(next, seen);
    return seen;
  };
  const row = (name: string, files: Iterable<string>): Weight => {
    const list = [...files];
    const sum = (by: 'weight' | 'brotli'): number => list.reduce((all, file) => all + (sizes.get(file)?.[by] ?? 0), 0);
    return { name, weight: sum('weight'), brotli: sum('brotli'), budget: BUDGETS[name] ?? null, files: list.length };
  };
  const runtime = needs('runtime.js');
  const files = (door: RegExp): string[] => built.filter((one) => door.test(one.door ?? '')).map(({ file }) => file);
  const [editor, languages] = [files(EDITOR), files(LANGUAGE)];
  if (editor.length === 0 || languages.length === 0)
    throw new Error('The editor or the languages are no files of their own any more: pages would load them at once.');
  const heaviest = languages.toSorted((a, b) => row(b, [b]).weight - row(a, [a]).weight).slice(0, 1);
  const everything = [...sizes.keys()].filter((file) => !editor.includes(file) && !languages.includes(file));
  return [
    {
      name: 'loader',
      weight: gzip(loaderCode),
      brotli: brotli(loaderCode),
      budget: BUDGETS['loader'] ?? null,
      files: 1,
    },
    row('runtime', runtime),
    ...Object.entries(elementsOf(built))
      .map(([name, file]) => row(name, needs(file, new Set(runtime))))
      .toSorted((a, b) => a.weight - b.weight),
    row('everything', [...everything, ...heaviest]),
    row('rich text editor', editor),
    row('a language', heaviest),
    row('all files, all languages', sizes.keys()),
  ];
}

const gzip = (code: string): number => gzipSync(code, { level: 9 }).length / 1024;
const brotli = (code: string): number => brotliCompressSync(code).length / 1024;

/** The weights as lines to read, beside those of the field. */
export function showWeights(weights: readonly Weight[]): string {
  const line = (name: string, weight: number, rest = ''): string =>
    `  ${name.padEnd(32)} ${weight.toFixed(1).padStart(6)} kB${rest}`;
  return [
    'What a page loads before the thing renders, minified; gzip, and brotli as it is sent:',
    ...weights.map(({ name, weight, brotli, budget, files }) => {
      const limit = budget === null ? '' : `  of ${budget}`;
      return line(name, weight, ` ${brotli.toFixed(1).padStart(6)} br  ${String(files).padStart(3)} files${limit}`);
    }),
    'The field, gzip, weighed alike:',
    ...PEERS.map(([name, weight]) => line(name, weight)),
  ].join('\n');
}
