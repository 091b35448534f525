import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { DIFFERENCES } from './judge-picture.ts';
import { startStoryHost, type StoryHost } from './open-stories.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stories: StoryHost;
  }
}

/** Vitest global setup: the stories are bundled once and one browser is started for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await rm(DIFFERENCES, { recursive: true, force: true });
  const { url, browser, close } = await startStoryHost();
  project.provide('stories', { url, browser });
  return close;
}
