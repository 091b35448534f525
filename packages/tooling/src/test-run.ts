import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from '@tabard/testing';
import { isRevision, listChanged } from './testing/changed-files.ts';
import { ImportGraph } from './testing/import-graph.ts';
import { reachedTests } from './testing/reached-tests.ts';
import { buildElements, runElements } from './testing/run-elements.ts';
import { runVitest, type Ran } from './testing/run-vitest.ts';
import { tryAgain } from './testing/second-try.ts';
import { addCounts, countsLine, exitCodeFor } from './testing/test-counts.ts';
import { asksTheEngine, listTests, pickByWords, type Runner } from './testing/test-files.ts';
import { readTestOptions, type Engine, type TestOptions } from './testing/test-options.ts';
import { describeTimes, keepTimes } from './testing/test-times.ts';

/**
 * `npm test [-- <word>...]`: every test of every package and beside them the elements in a browser, then every story of them and the journeys.
 * The last line is `N passed, N failed, N skipped`; the exit code is 0 only when something ran and nothing failed.
 *
 * Words pick files whose path contains one of them, in every lane; `-t <name>` tests by their name; `--shard 1/4` a part of the files.
 * `--changed [revision]` runs what a change since then, or since the branch left main, can reach, but for journeys and slow tests.
 * `--lane slow` runs the slow proofs: faults, launches of 50,000, and what an engine decides in the other ones; `--lane all` everything.
 * `--again` runs the few files that failed once more, counts what that says and names them; only who must not fail by chance asks for it.
 * `--report` prints what each room and the slowest files took. `--project <name>` (repeatable) limits the run to vitest projects,
 * `--browser firefox|webkit` (repeatable, then side by side) to the tests of the elements in that engine as installed here.
 */
const root = join(import.meta.dirname, '../../..');
const options = readOptions();
const { browsers, projects, words, lane } = options;
const ran: Ran[] = [];
checkRedis();
process.env.CHROME_PATH = (await findBrowser()).executablePath;

const tests = listTests(root);
const isNarrowed = words.length > 0 || options.changed !== undefined;
const chosen = chooseFiles();
const run = async (runner: Runner, names: string[], beside = false): Promise<void> => {
  const files = chosen.get(runner) ?? [];
  if (files.length > 0) ran.push(await runVitest(root, names, { ...options, beside }, isNarrowed ? files : []));
};
const count = (runner: Runner): number => chosen.get(runner)?.length ?? 0;
const elements = chosen.get('elements') ?? [];
const runIn = (engines: readonly Engine[], files = elements, beside = engines.length > 1): Promise<Ran[]> =>
  Promise.all(engines.map((engine) => runElements(root, engine, files, { ...options, beside })));

if (elements.length > 0 && projects.length === 0) await buildElements(root);
if (browsers.length > 0) ran.push(...(await runIn(browsers)));
if (projects.length > 0) {
  const files = isNarrowed ? [...chosen.values()].flat() : [];
  if (!isNarrowed || files.length > 0) ran.push(await runVitest(root, projects, options, files));
} else if (browsers.length === 0) {
  // What runs side by side waits about as much as it computes; together it keeps two cores busy.
  if (lane !== 'slow') {
    const inChromium = runIn(['chromium'], elements, count('units') > 0);
    await run('units', ['!stories', '!journeys', '!slow']);
    ran.push(...(await inChromium));
    await Promise.all([run('stories', ['stories']), run('journeys', ['journeys'], count('stories') > 0)]);
  }
  const inOthers = lane === 'usual' ? [] : runIn(['firefox', 'webkit'], elements.filter(asksTheEngine));
  await run('slow', ['slow']);
  ran.push(...(await inOthers));
}

if (options.report) {
  const times = ran.flatMap((one) => one.times);
  keepTimes(root, lane, times);
  console.log(`\n${describeTimes(times)}\n`);
}
const first = addCounts(ran.map(({ counts }) => counts));
const { counts: total, unsteady } = options.again ? await tryAgain(ran) : { counts: first, unsteady: [] };
const isNothing = total.passed + total.failed + total.skipped === 0;
const isUnreached = isNothing && options.changed !== undefined && words.length === 0;
if (isUnreached) console.log('\nNo test can be reached by what changed.');
else if (isNothing)
  console.error(`\nNo test ran${words.length > 0 ? `: no test file matches ${words.join(', ')}` : ''}.`);
if (unsteady.length > 0)
  console.error(`\nGreen only when run again, which is a defect of its own:\n  ${unsteady.join('\n  ')}`);
console.log(countsLine(total));
process.exitCode = isUnreached ? 0 : exitCodeFor(total);

function readOptions(): TestOptions {
  try {
    return readTestOptions(process.argv.slice(2), (word) => isRevision(root, word));
  } catch (error) {
    console.error((error as Error).message); // Its sentences are for whoever typed the words.
    process.exit(1);
  }
}

/** The files of each runner. Words find slow tests too; otherwise those run in their lane. */
function chooseFiles(): Map<Runner, string[]> {
  const { changed } = options;
  const wanted = new Map([...tests].map(([runner, files]) => [runner, pickByWords(files, words)]));
  if (lane === 'usual' && (words.length === 0 || changed !== undefined)) wanted.set('slow', []);
  if (changed === undefined) return wanted;
  wanted.set('journeys', []);
  const files = listChanged(root, changed || undefined);
  const reached = new Set(reachedTests(new ImportGraph(root), [...wanted.values()].flat(), files));
  const chosen = new Map([...wanted].map(([runner, own]) => [runner, own.filter((file) => reached.has(file))]));
  console.log(`${files.length} changed files reach ${[...chosen.values()].flat().length} test files.`);
  return chosen;
}

/** Redis is the one service that does not come from npm: its absence is said, and under TABARD_REQUIRE_REDIS=1 it is a failure. */
function checkRedis(): void {
  const onPath = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'redis-server')));
  if (process.env.REDIS_URL || onPath) return;
  console.log('Tests that need Redis are skipped: set REDIS_URL or put redis-server on the PATH to run them.');
  if (process.env.TABARD_REQUIRE_REDIS === '1')
    ran.push({ counts: { passed: 0, failed: 1, skipped: 0 }, times: [], failed: [] });
}
