import { parseArgs } from 'node:util';
import { comparePictures } from './walk/compare-pictures.ts';

/**
 * `pnpm test:visual [part of an element's name] [--update]`: compares what each scene looks like with the reviewed picture in
 * `widgets/test/pictures`; `--update` keeps what is seen now. The last line is the counts, as of any test.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { update: { type: 'boolean' } } });

const outcomes = await comparePictures({ update: values.update, part: positionals[0] });
const isGood = ({ verdict }: (typeof outcomes)[number]): boolean => verdict === 'same' || verdict === 'written';
const bad = outcomes.filter((outcome) => !isGood(outcome));
for (const { file, verdict, words } of bad) console.log(`${file} is ${verdict}: ${words}`);
if (values.update) console.log(`${outcomes.filter(({ verdict }) => verdict === 'written').length} pictures written.`);
if (bad.some(({ verdict }) => verdict === 'different')) {
  console.log('Look at .pictures/differences. When the new looks are right, keep them: pnpm test:visual --update');
}
console.log(`${outcomes.length - bad.length} passed, ${bad.length} failed, 0 skipped`);
process.exitCode = bad.length > 0 || outcomes.length === 0 ? 1 : 0;
