import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Look } from '../scenes/scene.ts';
import { openComparer, type Comparer } from './open-comparer.ts';
import { openScenes, type SceneName, type ScenePage, type Scenes } from './open-scenes.ts';
import { shareOut } from './share-out.ts';

const KEPT = join(import.meta.dirname, '../pictures');
const OUT = join(import.meta.dirname, '../../../.pictures/differences');
/** Above this share of its pixels a picture differs. */
const TOLERANCE = 0.0004;
/** Elements are kept at half size: enough to see what moved or changed colour, and a third of the weight. */
const ELEMENT_VIEW = { viewport: { width: 1024, height: 720 }, deviceScaleFactor: 0.5 };
const PRIMITIVE_VIEW = { viewport: { width: 640, height: 560 }, deviceScaleFactor: 1 };
const BRAND = '#2b5fd9';
const PAGES = 3;
const maskColor = '#8a8f98';

interface Shot {
  scene: SceneName;
  look: Look;
  /** Where it is kept, without the folder. */
  file: string;
}

/** What became of one picture. */
export interface Outcome {
  file: string;
  verdict: 'same' | 'written' | 'different' | 'missing' | 'left over' | 'broken';
  /** In words, for what is not the same. */
  words: string;
}

export interface Comparison {
  /** Keeps what is seen now wherever it differs. */
  update?: boolean;
  /** Only elements whose name has this in it. */
  part?: string;
}

/** Compares each scene in light and dark, and the first state of each element from right to left, with the picture that was reviewed. */
export async function comparePictures({ update = false, part = '' }: Comparison = {}): Promise<Outcome[]> {
  const scenes = await openScenes();
  try {
    const comparer = await openComparer(scenes.browser);
    const shots = scenes.list
      .filter(({ of }) => of.includes(part))
      .flatMap((scene, at, all) => shotsOf(scene, all[at - 1]));
    await rm(OUT, { recursive: true, force: true });
    const outcomes: Outcome[] = [];
    const judge = async (shot: Shot, page: ScenePage): Promise<void> =>
      void outcomes.push(await compare(shot, page, comparer, update));
    for (const [view, own] of splitByView(shots)) {
      await shareOut(own, await openPages(scenes, view), judge);
    }
    if (!part) outcomes.push(...(await findLeftOvers(new Set(shots.map(({ file }) => file)), update)));
    return outcomes;
  } finally {
    await scenes.close();
  }
}

function shotsOf(scene: SceneName, before: SceneName | undefined): Shot[] {
  const name = `${scene.of}/${scene.state}`;
  const base = { theme: 'light', brandColor: BRAND, locale: 'en' } as const;
  return [
    { scene, look: base, file: `${name}.light.png` },
    { scene, look: { ...base, theme: 'dark' }, file: `${name}.dark.png` },
    ...(scene.of === before?.of ? [] : [{ scene, look: { ...base, locale: 'ar' }, file: `${name}.rtl.png` }]),
  ];
}

function splitByView(shots: readonly Shot[]): [typeof ELEMENT_VIEW, Shot[]][] {
  const isPrimitive = ({ scene }: Shot): boolean => scene.of.startsWith('kit-');
  return [
    [ELEMENT_VIEW, shots.filter((shot) => !isPrimitive(shot))],
    [PRIMITIVE_VIEW, shots.filter(isPrimitive)],
  ];
}

function openPages(scenes: Scenes, view: typeof ELEMENT_VIEW): Promise<ScenePage[]> {
  return Promise.all(Array.from({ length: PAGES }, () => scenes.open(view)));
}

async function compare(
  { scene, look, file }: Shot,
  { page, show }: ScenePage,
  comparer: Comparer,
  update: boolean,
): Promise<Outcome> {
  let png: Buffer;
  try {
    await show(scene, look);
    // A mail may load no fonts, so its letters are those of the machine.
    png = await page.screenshot({ animations: 'disabled', caret: 'hide', mask: [page.locator('iframe')], maskColor });
  } catch (error) {
    return { file, verdict: 'broken', words: String(error) };
  }
  const path = join(KEPT, file);
  const kept = await readFile(path).catch(() => null);
  const found = kept ? await comparer.compare(kept, png) : null;
  // Small changes pass, but what is kept anew is kept as it is.
  if (found && found.share <= (update ? 0 : TOLERANCE)) return { file, verdict: 'same', words: '' };
  if (update) {
    await put(path, await comparer.reduce(png));
    return { file, verdict: 'written', words: '' };
  }
  if (!found || !kept) return { file, verdict: 'missing', words: 'there is no reviewed picture of it' };
  await put(join(OUT, file.replace('.png', '.difference.png')), found.picture);
  await put(join(OUT, file.replace('.png', '.now.png')), png);
  await put(join(OUT, file.replace('.png', '.reviewed.png')), kept);
  return { file, verdict: 'different', words: `${found.pixels} pixels differ, ${(found.share * 100).toFixed(2)} %` };
}

async function findLeftOvers(known: ReadonlySet<string>, update: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const file of glob('**/*.png', { cwd: KEPT })) {
    if (known.has(file)) continue;
    if (update) await rm(join(KEPT, file));
    outcomes.push({ file, verdict: update ? 'written' : 'left over', words: 'no scene makes this picture' });
  }
  return outcomes;
}

async function put(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
