import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContextOptions } from 'playwright-core';
import type { Look } from '../scenes/scene.ts';
import type { BarrierDoor } from './barrier-page.ts';
import { openScenes, type SceneName } from './open-scenes.ts';
import { shareOut } from './share-out.ts';

declare const barrierDoor: BarrierDoor;

/** One way people look at a page, and what would keep them out of it. */
interface Way {
  name: string;
  view: BrowserContextOptions;
  look: Look;
  find: () => Promise<string[]> | string[];
}

const LIGHT: Look = { theme: 'light', brandColor: '#c2185b', locale: 'en' };
const DARK: Look = { theme: 'dark', brandColor: '#111111', locale: 'en' };
const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** 1280 px enlarged four times. */
const ENLARGED = { viewport: { width: 320, height: 640 } };
const PAGES = 2;

/** Every way each scene is looked at. The functions run in the page. */
const ways: readonly Way[] = [
  {
    name: 'in light',
    view: DESK,
    look: LIGHT,
    find: async () => [...(await barrierDoor.audit()), ...barrierDoor.smallTargets(24)],
  },
  { name: 'in dark', view: DESK, look: DARK, find: () => barrierDoor.audit() },
  { name: 'enlarged to 400 %', view: ENLARGED, look: LIGHT, find: () => barrierDoor.overflows() },
  { name: 'with a finger', view: PHONE, look: LIGHT, find: () => barrierDoor.smallTargets(44) },
];

export interface Barrier {
  scene: SceneName;
  way: string;
  findings: string[];
}

/** Looks at each scene in every way and says what would keep somebody out; scenes without barriers are reported too. */
export async function findBarriers(part = ''): Promise<Barrier[]> {
  const scripts = [
    await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    await bundle(),
  ];
  const scenes = await openScenes();
  const barriers: Barrier[] = [];
  try {
    for (const { name, view, look, find } of ways) {
      const pages = await Promise.all(Array.from({ length: PAGES }, () => scenes.open(view)));
      for (const { page } of pages) for (const content of scripts) await page.addScriptTag({ content });
      const wanted = scenes.list.filter(({ of }) => of.includes(part));
      await shareOut(wanted, pages, async (scene, { page, show }) => {
        const findings = await show(scene, look).then(
          () => page.evaluate(find),
          (error: unknown) => [String(error)],
        );
        barriers.push({ scene, way: name, findings });
      });
      for (const { page } of pages) await page.context().close();
    }
  } finally {
    await scenes.close();
  }
  return barriers;
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
