import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIFFERENCES, findLeftOvers, judgePicture, KEPT, viewFor, type Outcome } from './judge-picture.ts';
import { openComparer } from './open-comparer.ts';
import { openStories } from './open-stories.ts';
import { shareOut } from './share-out.ts';

/**
 * `npm run screenshots -- review [part of an element's name] [--update]`: compares what each story looks like with the reviewed picture in
 * `widgets/test/screenshots`; `--update` keeps what is seen now. The last line is the counts, as of any test.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { update: { type: 'boolean' } } });
const { update = false } = values;
const part = positionals[0] ?? '';
const PAGES = 3;

const stories = await openStories();
const outcomes: Outcome[] = [];
try {
  await rm(DIFFERENCES, { recursive: true, force: true });
  const comparer = await openComparer(stories);
  for (const [of, own] of Map.groupBy(
    stories.list.filter((story) => story.of.includes(part)),
    (story) => story.of,
  )) {
    const [first, ...others] = own;
    if (!first) continue;
    const pages = await Promise.all(
      Array.from({ length: Math.min(PAGES, own.length) }, () => stories.open(viewFor(of))),
    );
    const judge = async (story: typeof first, page: (typeof pages)[number]): Promise<void> =>
      void outcomes.push(await judgePicture(story, page, { comparer, first, update }));
    // Others may look like it.
    await shareOut([first], pages, judge);
    await shareOut(others, pages, judge);
    for (const page of pages) await page.close();
  }
  for (const file of part ? [] : findLeftOvers(stories.list)) {
    if (update) await rm(join(KEPT, file));
    outcomes.push({ file, verdict: update ? 'written' : 'left over', words: 'no story makes this picture' });
  }
} finally {
  await stories.close();
}

const isGood = ({ verdict }: Outcome): boolean => verdict === 'same' || verdict === 'written';
const bad = outcomes.filter((outcome) => !isGood(outcome));
for (const { file, verdict, words } of bad) console.log(`${file} is ${verdict}: ${words}`);
if (update) console.log(`${outcomes.filter(({ verdict }) => verdict === 'written').length} pictures written.`);
if (bad.some(({ verdict }) => verdict === 'different'))
  console.log(
    'Look at .pictures/differences. When the new looks are right, keep them: npm run screenshots -- review --update',
  );
console.log(`${outcomes.length - bad.length} passed, ${bad.length} failed, 0 skipped`);
process.exitCode = bad.length > 0 || outcomes.length === 0 ? 1 : 0;
