import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DARK_PSEUDO, findBarriers, waysFor } from './find-barriers.ts';
import { judgePicture, LIGHT, viewFor } from './judge-picture.ts';
import { comparerOfPictures, forgetPages, pageFor, storiesOf } from './keep-pages.ts';
import type { StoryName } from './open-stories.ts';

const FOLDER = join(import.meta.dirname, '../stories');
/** `FULL_WALK=1` looks in every way; what runs each time finds nearly all of it in a third of the time. */
const full = process.env['FULL_WALK'] === '1';

/**
 * The tests of every story of one element or primitive: nobody is kept out, every word is translated, it looks as it was reviewed.
 * Each file in `test/stories` is such a test: vitest runs this in its place, because the stories themselves run in a browser.
 */
export async function walkStories(of: string): Promise<void> {
  const stories = await storiesOf(of);
  // What was shown last may still be under way in the page of a test that failed.
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await forgetPages();
  });

  describe.each(stories.map((story) => [`${of} ${story.state}`, story] as const))('%s', (_name, story) => {
    it('looks as it was reviewed', async () => {
      const against = { comparer: await comparerOfPictures(), first: stories[0] ?? story };
      const { verdict, words } = await judgePicture(story, await pageFor(viewFor(of)), against);
      expect(`${verdict} ${words}`.trim()).toBe('same');
    });

    it.each(waysFor(of, full).map((way) => [way.name, way] as const))('keeps nobody out %s', async (_name, way) => {
      expect(await findBarriers(story, way, await pageFor(way.view ?? viewFor(of)))).toEqual([]);
    });

    it('takes every word from the catalogue', async () => {
      const { page, keepShowing } = await pageFor(viewFor(of));
      await keepShowing(story, of.startsWith('kit-') ? { ...LIGHT, locale: 'en-XA' } : DARK_PSEUDO);
      expect(await page.evaluate((given) => pageApi().escaped(given), wordsGivenTo(story))).toEqual([]);
    });
  });
}

/** A primitive's words are its story's; an element's words are its own. */
function wordsGivenTo({ of }: StoryName): string {
  if (!of.startsWith('kit-')) return '';
  const files = [
    ...globSync('kit-*.stories.ts', { cwd: FOLDER }),
    '../sample-records.ts',
    '../sample-conversations.ts',
  ];
  return files.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n');
}
