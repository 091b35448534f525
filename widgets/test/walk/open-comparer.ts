import type { Stories } from './open-stories.ts';
import type { Difference, PicturePage } from './picture-page.ts';
import { writePng } from './write-png.ts';

/** Reduces and compares PNGs in a page of the browser that shows the stories: no decoder of our own, no native library. */
export interface Comparer {
  /** The same picture, small enough to keep in a repository. */
  reduce(png: Buffer): Promise<Buffer>;
  /** How a picture differs from the kept one; the picture of the difference is a PNG. */
  compare(kept: Buffer, now: Buffer): Promise<Omit<Difference, 'picture'> & { picture: Buffer }>;
}

declare const picturePage: PicturePage;

export async function openComparer(stories: Stories): Promise<Comparer> {
  const page = await stories.openEmpty();
  await page.addScriptTag({ url: '/picture-page.js', type: 'module' });
  return {
    async reduce(png) {
      const { palette, pixels, ...size } = await page.evaluate((given) => picturePage.reduce(given), addressOf(png));
      return writePng({ ...size, palette: Buffer.from(palette, 'base64'), pixels: Buffer.from(pixels, 'base64') });
    },
    async compare(kept, now) {
      const pair = [addressOf(kept), addressOf(now)] as const;
      const found = await page.evaluate(([before, after]) => picturePage.compare(before, after), pair);
      return { ...found, picture: Buffer.from(found.picture.slice(found.picture.indexOf(',') + 1), 'base64') };
    },
  };
}

const addressOf = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
