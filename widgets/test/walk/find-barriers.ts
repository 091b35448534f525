import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContextOptions } from 'playwright-core';
import type { Look } from '../scenes/scene.ts';
import type { BarrierDoor } from './barrier-page.ts';
import { openScenes, type SceneName, type ScenePage } from './open-scenes.ts';
import { shareOut } from './share-out.ts';

declare const barrierDoor: BarrierDoor;

/** One way people look at a page, and what would keep them out of it. */
interface Way {
  name: string;
  view: BrowserContextOptions;
  look: Look;
  /** Runs in the page. */
  find: () => Promise<string[]> | string[];
  /** What is looked for in the same scene when the system chooses the colours. */
  findForced?: () => Promise<string[]> | string[];
  /** Only elements that hosts embed; primitives have the same tokens. */
  elementsOnly?: boolean;
}

const LIGHT: Look = { theme: 'light', brandColor: '#c2185b', locale: 'en' };
const DARK: Look = { theme: 'dark', brandColor: '#111111', locale: 'en' };
const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** 1280 px enlarged four times. */
const ENLARGED = { viewport: { width: 320, height: 640 } };
const PAGES = 3;

/** Every scene once on a desk, and in the same visit in forced colours; once on the smallest screen with a finger; elements in dark. */
const ways: readonly Way[] = [
  {
    name: 'in light and in forced colours',
    view: DESK,
    look: LIGHT,
    find: async () => [...(await barrierDoor.audit()), ...barrierDoor.smallTargets(24)],
    findForced: async () => [...(await barrierDoor.audit('color-contrast')), ...barrierDoor.unmarked()],
  },
  {
    name: 'in dark',
    view: DESK,
    look: DARK,
    find: () => barrierDoor.audit('color-contrast'),
    elementsOnly: true,
  },
  {
    name: 'on 320 px with a finger',
    view: { ...PHONE, ...ENLARGED },
    look: LIGHT,
    find: () => [...barrierDoor.overflows(), ...barrierDoor.smallTargets(44)],
  },
];
/** What takes longer and finds little more: primitives in dark, by every rule; a mouse on an enlarged page; a usual phone. */
const furtherWays: readonly Way[] = [
  { name: 'in dark, by every rule', view: DESK, look: DARK, find: () => barrierDoor.audit() },
  { name: 'enlarged to 400 %', view: ENLARGED, look: LIGHT, find: () => barrierDoor.overflows() },
  { name: 'on a phone', view: PHONE, look: LIGHT, find: () => barrierDoor.smallTargets(44) },
];

export interface Barrier {
  scene: SceneName;
  way: string;
  findings: string[];
}

/** Looks at the scenes and says what would keep somebody out; scenes without barriers are reported too. `full` looks in further ways. */
export async function findBarriers({ part = '', full = false } = {}): Promise<Barrier[]> {
  const scripts = [
    await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    await bundle(),
  ];
  const scenes = await openScenes();
  const barriers: Barrier[] = [];
  try {
    for (const way of full ? [...ways, ...furtherWays] : ways) {
      const pages = await Promise.all(Array.from({ length: PAGES }, () => scenes.open(way.view)));
      for (const { page } of pages) for (const content of scripts) await page.addScriptTag({ content });
      const wanted = scenes.list.filter(({ of }) => of.includes(part) && !(way.elementsOnly && of.startsWith('kit-')));
      await shareOut(wanted, pages, async (scene, shown) => {
        const findings = await look(scene, way, shown).catch((error: unknown) => [String(error)]);
        barriers.push({ scene, way: way.name, findings });
      });
      for (const { page } of pages) await page.context().close();
    }
  } finally {
    await scenes.close();
  }
  return barriers;
}

async function look(scene: SceneName, { look, find, findForced }: Way, { page, show }: ScenePage): Promise<string[]> {
  await show(scene, look);
  const findings = await page.evaluate(find);
  if (!findForced) return findings;
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await page.evaluate(findForced);
  await page.emulateMedia({ forcedColors: 'none' });
  return [...findings, ...forced.map((finding) => `forced colours: ${finding}`)];
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'barrier-page.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
