import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openScenes, type SceneName } from './open-scenes.ts';
import { shareOut } from './share-out.ts';

const PSEUDO = { theme: 'light', brandColor: '#2b5fd9', locale: 'en-XA' } as const;
const FOLDER = join(import.meta.dirname, '../scenes');
const PAGES = 3;

/** Shows each scene in the pseudo-locale and reads what is not in brackets; scenes without findings are reported too. */
export async function findEscapedWords(part = ''): Promise<{ scene: SceneName; found: string[] }[]> {
  const source = await readPrimitiveScenes();
  const scenes = await openScenes();
  try {
    const pages = await Promise.all(Array.from({ length: PAGES }, () => scenes.open()));
    const results: { scene: SceneName; found: string[] }[] = [];
    const wanted = scenes.list.filter(({ of }) => of.includes(part));
    await shareOut(wanted, pages, async (scene, { page, show }) => {
      // A primitive's words are its scene's; an element's words are its own.
      const given = scene.of.startsWith('kit-') ? source : '';
      const found = await show(scene, PSEUDO).then(
        () => page.evaluate((text) => door().escaped(text), given),
        (error: unknown) => [String(error)],
      );
      results.push({ scene, found });
    });
    return results;
  } finally {
    await scenes.close();
  }
}

async function readPrimitiveScenes(): Promise<string> {
  const texts: string[] = [];
  for await (const file of glob('kit-*.scenes.ts', { cwd: FOLDER }))
    texts.push(await readFile(join(FOLDER, file), 'utf8'));
  for (const file of ['sample-records.ts', 'sample-conversations.ts'])
    texts.push(await readFile(join(FOLDER, '..', file), 'utf8'));
  return texts.join('\n');
}
