import type { BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { openComparer, type Comparer } from './open-comparer.ts';
import { openScenes, type SceneName, type ScenePage } from './open-scenes.ts';

/** A process of the tests keeps its pages from file to file: each loads all elements, and the scenes clear their place. */
const scenes = openScenes(inject('scenes'));
const pages = new Map<string, Promise<ScenePage>>();

/** The scenes of one element or primitive; one without any is a mistake. */
export async function scenesOf(of: string): Promise<readonly SceneName[]> {
  const own = (await scenes).list.filter((scene) => scene.of === of);
  if (own.length === 0) throw new Error(`No scene is of ${of}: list its file in test/scenes/index.ts.`);
  return own;
}

/** The page with this view. */
export async function pageFor(view: BrowserContextOptions): Promise<ScenePage> {
  const key = JSON.stringify(view);
  const page = pages.get(key) ?? (await scenes).open(view);
  pages.set(key, page);
  return page;
}

let comparer: Promise<Comparer> | undefined;

/** What compares pictures. */
export function comparerOfPictures(): Promise<Comparer> {
  comparer ??= scenes.then(openComparer);
  return comparer;
}

/** Closes all pages: the next test gets fresh ones. */
export async function forgetPages(): Promise<void> {
  const open = [...pages.values()];
  pages.clear();
  for (const page of await Promise.allSettled(open)) if (page.status === 'fulfilled') await page.value.close();
}
