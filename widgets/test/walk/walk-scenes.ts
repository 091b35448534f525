import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DESK, findBarriers, waysFor } from './find-barriers.ts';
import { judgePicture, viewFor } from './judge-picture.ts';
import { comparerOfPictures, forgetPages, pageFor, scenesOf } from './keep-pages.ts';
import type { SceneName } from './open-scenes.ts';

const PSEUDO = { theme: 'light', brandColor: '#2b5fd9', locale: 'en-XA' } as const;
const FOLDER = join(import.meta.dirname, '../scenes');
/** `FULL_WALK=1` looks in every way; what runs each time finds nearly all of it in a third of the time. */
const full = process.env['FULL_WALK'] === '1';

/**
 * The tests of every scene of one element or primitive: nobody is kept out, every word is translated, it looks as it was reviewed.
 * Each file in `test/scenes` is such a test: vitest runs this in its place, because the scenes themselves run in a browser.
 */
export async function walkScenes(of: string): Promise<void> {
  const scenes = await scenesOf(of);
  // What was shown last may still be under way in the page of a test that failed.
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await forgetPages();
  });

  describe.each(scenes.map((scene) => [`${of} ${scene.state}`, scene] as const))('%s', (_name, scene) => {
    it.each(waysFor(of, full).map((way) => [way.name, way] as const))('keeps nobody out %s', async (_name, way) => {
      expect(await findBarriers(scene, way, await pageFor(way.view))).toEqual([]);
    });

    it('takes every word from the catalogue', async () => {
      const { page, show } = await pageFor(DESK);
      await show(scene, PSEUDO);
      expect(await page.evaluate((given) => door().escaped(given), wordsGivenTo(scene))).toEqual([]);
    });

    it('looks as it was reviewed', async () => {
      const against = { comparer: await comparerOfPictures(), first: scenes[0] ?? scene };
      const { verdict, words } = await judgePicture(scene, await pageFor(viewFor(of)), against);
      expect(`${verdict} ${words}`.trim()).toBe('same');
    });
  });
}

/** A primitive's words are its scene's; an element's words are its own. */
function wordsGivenTo({ of }: SceneName): string {
  if (!of.startsWith('kit-')) return '';
  const files = [...globSync('kit-*.scenes.ts', { cwd: FOLDER }), '../sample-records.ts', '../sample-conversations.ts'];
  return files.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n');
}
