import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { screens } from '../src/gallery/screens.ts';

const folder = join(import.meta.dirname, '../public/pictures/gallery');
const widest = 960;
/** What all of them may add to the repository. */
const heaviest = 1_300_000;

/** How wide a WebP is, as its first bytes tell. */
function widthOf(file: Buffer): number {
  expect(file.subarray(8, 16).toString('latin1')).toBe('WEBPVP8X');
  return file.readUIntLE(24, 3) + 1;
}

it('has every picture that it shows, and shows every picture that it has', async () => {
  const named = (shown: typeof screens) => shown.map(({ name }) => `${name}.webp`).toSorted();
  expect((await readdir(join(folder, 'today'))).toSorted()).toEqual(named(screens));
  expect((await readdir(join(folder, 'first'))).toSorted()).toEqual(named(screens.filter(({ isNew }) => !isNew)));
});

it('stays light', async () => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.webp'));
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  expect(Math.max(...files.map((file) => widthOf(file)))).toBeLessThanOrEqual(widest);
  expect(files.reduce((sum, file) => sum + file.length, 0)).toBeLessThanOrEqual(heaviest);
});
