import type { BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { openComparer, type Comparer } from './open-comparer.ts';
import { openStories, type StoryName, type StoryPage } from './open-stories.ts';

/** A process of the tests keeps its pages from file to file: each loads all elements, and the stories clear their place. */
const stories = openStories(inject('stories'));
const pages = new Map<string, Promise<StoryPage>>();

/** The stories of one element or primitive; one without any is a mistake. */
export async function storiesOf(of: string): Promise<readonly StoryName[]> {
  const own = (await stories).list.filter((story) => story.of === of);
  if (own.length === 0) throw new Error(`No story is of ${of}: list its file in test/stories/index.ts.`);
  return own;
}

/** The page with this view. */
export async function pageFor(view: BrowserContextOptions): Promise<StoryPage> {
  const key = JSON.stringify(view);
  const page = pages.get(key) ?? (await stories).open(view);
  pages.set(key, page);
  return page;
}

let comparer: Promise<Comparer> | undefined;

/** What compares pictures. */
export function comparerOfPictures(): Promise<Comparer> {
  comparer ??= stories.then(openComparer);
  return comparer;
}

/** Closes all pages: the next test gets fresh ones. */
export async function forgetPages(): Promise<void> {
  const open = [...pages.values()];
  pages.clear();
  for (const page of await Promise.allSettled(open)) if (page.status === 'fulfilled') await page.value.close();
}
