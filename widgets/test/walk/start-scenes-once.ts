import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { DIFFERENCES } from './judge-picture.ts';
import { startSceneHost, type SceneHost } from './open-scenes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    scenes: SceneHost;
  }
}

/** Vitest global setup: the scenes are bundled once and one browser is started for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await rm(DIFFERENCES, { recursive: true, force: true });
  const { url, browser, close } = await startSceneHost();
  project.provide('scenes', { url, browser });
  return close;
}
