import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Look } from '../stories/story.ts';
import { openStories, type StoryName, type StoryPage } from './open-stories.ts';
import { shareOut } from './share-out.ts';

/**
 * `npm run screenshots -- elements [part of an element's name] [state]`: draws everything in every state, theme, brand and width, in Arabic and in
 * the pseudo-locale, into `.pictures`, with a sheet for each element that shows them side by side.
 */
const [part = '', onlyState = ''] = process.argv.slice(2);
const out = join(import.meta.dirname, '../../../.pictures');
const WIDTHS = { desk: 1440, tablet: 768, phone: 390 } as const;
const HEIGHTS = { desk: 900, tablet: 1000, phone: 844 } as const;
const BRANDS = { bank: '#2b5fd9', pink: '#c2185b', ink: '#111111' } as const;
const PAGES = 3;

interface Shot {
  story: StoryName;
  look: Look;
  width: keyof typeof WIDTHS;
  file: string;
}

const stories = await openStories();
const wanted = stories.list.filter(({ of, state }) => of.includes(part) && state.includes(onlyState));
if (wanted.length === 0) {
  console.error(`No story is called ${part}. There are: ${[...new Set(stories.list.map(({ of }) => of))].join(', ')}.`);
  process.exitCode = 1;
}
const shots = wanted.flatMap(shotsOf);
for (const of of new Set(wanted.map((story) => story.of))) {
  if (!onlyState) await rm(join(out, of), { recursive: true, force: true });
  await mkdir(join(out, of), { recursive: true });
}
let troubled = 0;
const pages = await Promise.all(Array.from({ length: Math.min(PAGES, shots.length) }, () => stories.open()));
await shareOut(shots, pages, draw);
await stories.close();
for (const [of, own] of Map.groupBy(shots, ({ story }) => story.of)) {
  await writeFile(join(out, of, 'index.html'), sheetOf(of, own));
}
await writeFile(join(out, 'index.html'), contentsOf([...new Set(wanted.map(({ of }) => of))]));
console.log(`${shots.length} pictures in .pictures/index.html${troubled ? `, ${troubled} with trouble` : ''}`);

/** Every combination in the source language, and each width once in Arabic and in the pseudo-locale. */
function shotsOf(story: StoryName): Shot[] {
  const widths = Object.keys(WIDTHS) as Shot['width'][]; // The keys of a literal.
  const all: Shot[] = [];
  for (const width of widths) {
    for (const theme of ['light', 'dark'] as const) {
      for (const [brand, brandColor] of Object.entries(BRANDS)) {
        all.push(shot(story, { theme, brandColor, locale: 'en' }, width, `${theme}-${brand}`));
      }
    }
    all.push(shot(story, { theme: 'light', brandColor: BRANDS.bank, locale: 'ar' }, width, 'arabic'));
    all.push(shot(story, { theme: 'dark', brandColor: BRANDS.pink, locale: 'en-XA' }, width, 'pseudo'));
  }
  return all;
}

function shot(story: StoryName, look: Look, width: Shot['width'], name: string): Shot {
  return { story, look, width, file: `${story.state}.${width}.${name}.png` };
}

async function draw({ story, look, width, file }: Shot, { page, show, troubles }: StoryPage): Promise<void> {
  const name = `${story.of}/${file}`;
  try {
    await page.setViewportSize({ width: WIDTHS[width], height: HEIGHTS[width] });
    await show(story, look);
    await page.screenshot({ path: join(out, name), animations: 'disabled' });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) troubles.push(`is ${overflow} px too wide`);
  } catch (error) {
    troubles.push(String(error));
  }
  if (troubles.length > 0) troubled++;
  for (const trouble of troubles) console.log(`${name}: ${trouble}`);
}

function sheetOf(of: string, own: readonly Shot[]): string {
  const rows = [...Map.groupBy(own, ({ story }) => story.state)].map(
    ([state, some]) =>
      `<h2>${state}</h2><div>${some.map(({ file }) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"><br>${file.split('.').slice(1, -1).join(' ')}</a>`).join('')}</div>`,
  );
  return documentOf(of, `<h1>${of}</h1><p><a href="../index.html">All</a></p>${rows.join('')}`);
}

function contentsOf(names: readonly string[]): string {
  return documentOf(
    'Pictures',
    `<h1>Pictures</h1>${names.map((of) => `<p><a href="${of}/index.html">${of}</a></p>`).join('')}`,
  );
}

function documentOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>body{font:14px system-ui;margin:24px}div{display:flex;flex-wrap:wrap;gap:12px;align-items:start}a{color:#333}img{height:260px;border:1px solid #ccc}</style><body>${body}`;
}
