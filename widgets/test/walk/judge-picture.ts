import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Look } from '../stories/story.ts';
import type { Comparer } from './open-comparer.ts';
import type { StoryName, StoryPage } from './open-stories.ts';

/** The reviewed pictures: one for each state, except for states that look like the first one of their element. */
export const KEPT = join(import.meta.dirname, '../screenshots');
/** What was seen instead, for whoever reviews it. */
export const DIFFERENCES = join(import.meta.dirname, '../../../.pictures/differences');
/** Above this share of its pixels a picture differs. */
const TOLERANCE = 0.0004;
/** Native selects in a popover place their letters by fractions of a pixel that differ from run to run. */
const LOOSE: Readonly<Record<string, number>> = { 'kit-table-menu': 0.008 };
const toleranceOf = ({ of }: StoryName): number => LOOSE[of] ?? TOLERANCE;
/** How often a picture is taken before it counts as another. */
const TRIES = 3;
/** Kept at half size: enough to see what moved or changed colour, and a third of the weight. */
const ELEMENT_VIEW = { viewport: { width: 1024, height: 720 } };
const PRIMITIVE_VIEW = { viewport: { width: 640, height: 560 } };
/** How a story is pictured. */
export const LIGHT: Look = { theme: 'light', brandColor: '#2b5fd9', locale: 'en' };
const maskColor = '#8a8f98';

/** What became of one picture. */
export interface Outcome {
  file: string;
  verdict: 'same' | 'written' | 'different' | 'left over' | 'broken';
  /** In words, for what is not the same. */
  words: string;
}

export const viewFor = (of: string): typeof ELEMENT_VIEW => (of.startsWith('kit-') ? PRIMITIVE_VIEW : ELEMENT_VIEW);
export const fileOf = ({ of, state }: StoryName): string => `${of}/${state}.png`;

/** Compares a story, in the view for its element, with the picture that was reviewed; `update` keeps what is seen now wherever it differs. */
export async function judgePicture(
  story: StoryName,
  { page, show }: StoryPage,
  { comparer, first, update = false }: { comparer: Comparer; first: StoryName; update?: boolean },
): Promise<Outcome> {
  const file = fileOf(story);
  const [own, likeFirst] = await Promise.all([read(file), story.state === first.state ? null : read(fileOf(first))]);
  const kept = own ?? likeFirst;
  let now: Buffer;
  let found: Awaited<ReturnType<Comparer['compare']>> | null;
  let tries = 0;
  try {
    do {
      await show(story, LIGHT);
      // A mail may load no fonts, so its letters are those of the machine.
      now = await page.screenshot({ animations: 'disabled', caret: 'hide', mask: [page.locator('iframe')], maskColor });
      found = kept && (await comparer.compare(kept, now));
      // A browser on a busy machine may have drawn half of it.
    } while (found && found.share > toleranceOf(story) && ++tries < TRIES);
  } catch (error) {
    return { file, verdict: 'broken', words: String(error) };
  }
  if (update) return keep({ file, now, own, likeFirst, comparer });
  if (found && found.share <= toleranceOf(story)) return { file, verdict: 'same', words: '' };
  await put(join(DIFFERENCES, file.replace('.png', '.now.png')), now);
  if (!found || !kept) return { file, verdict: 'different', words: 'there is no reviewed picture of it' };
  await put(join(DIFFERENCES, file.replace('.png', '.difference.png')), found.picture);
  await put(join(DIFFERENCES, file.replace('.png', '.reviewed.png')), kept);
  const whose = own ? '' : ` from ${fileOf(first)}, having no reviewed picture of its own`;
  return { file, verdict: 'different', words: `${found.pixels} pixels differ${whose}` };
}

interface Keeping {
  file: string;
  now: Buffer;
  own: Buffer | null;
  likeFirst: Buffer | null;
  comparer: Comparer;
}

/** Keeps what is seen now, as it is now even where the difference would have passed; a state that looks like the first keeps nothing. */
async function keep({ file, now, own, likeFirst, comparer }: Keeping): Promise<Outcome> {
  const isSame = async (kept: Buffer | null): Promise<boolean> =>
    kept !== null && (await comparer.compare(kept, now)).share === 0;
  if (await isSame(likeFirst)) {
    if (own) await rm(join(KEPT, file));
    return { file, verdict: own ? 'written' : 'same', words: '' };
  }
  if (await isSame(own)) return { file, verdict: 'same', words: '' };
  await put(join(KEPT, file), await comparer.reduce(now));
  return { file, verdict: 'written', words: '' };
}

/** Pictures that no story makes any more. */
export function findLeftOvers(stories: readonly StoryName[]): string[] {
  const known = new Set(stories.map(fileOf));
  return globSync('**/*.png', { cwd: KEPT }).filter((file) => !known.has(file));
}

const read = (file: string): Promise<Buffer | null> => readFile(join(KEPT, file)).catch(() => null);

async function put(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
