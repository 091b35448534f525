import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inject, expect, it } from 'vitest';
import { findLeftOvers, KEPT } from './judge-picture.ts';
import { openStories } from './open-stories.ts';

/** Pictures are most of what a clone downloads, and every new look adds its own: they stay small. */
const MOST_BYTES = 20_000;

it('keeps no picture that no story makes', async () => {
  const stories = await openStories(inject('stories'));
  expect(findLeftOvers(stories.list)).toEqual([]);
  await stories.close();
});

it('keeps only small pictures', () => {
  const files = globSync('**/*.png', { cwd: KEPT });
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => statSync(join(KEPT, file)).size > MOST_BYTES)).toEqual([]);
});
