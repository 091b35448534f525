import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findBrowser } from '@tabard/testing';
import { runCommand } from './run-command.ts';
import { addCounts, countBrowserRun, countsLine, countVitest, exitCodeFor, type TestCounts } from './test-counts.ts';

/**
 * `npm test [-- <filter>...]`: every test of every package, then the widgets in a browser and every scene of them, then the journeys.
 * The last line is `N passed, N failed, N skipped`; the exit code is 0 only when something ran and nothing failed.
 * `--project <name>` (repeatable) limits the run to vitest projects, `--browser firefox|webkit` (repeatable, then side by side) to
 * the tests of the widgets, in that engine as installed on this machine; other words are file filters.
 */
const root = join(import.meta.dirname, '../../..');
const words = process.argv.slice(2);
const options = ['--project', '--browser'];
const valuesOf = (option: string): string[] =>
  words.flatMap((word, index) => (word === option ? [words[index + 1] ?? ''] : []));
const [projects, engines] = options.map(valuesOf) as [string[], string[]]; // One list for each option.
const filters = words.filter((word, index) => !options.includes(word) && !options.includes(words[index - 1] ?? ''));

const results: TestCounts[] = [];
checkRedis();
const browser = await findBrowser();
process.env.CHROME_PATH = browser.executablePath;

if (engines.length > 0) results.push(...(await Promise.all(engines.map((engine) => runWidgets(engine)))));
if (projects.length > 0) {
  results.push(await runVitest(projects));
} else if (engines.length === 0) {
  if (unitFiles().length > 0) results.push(await runVitest(['!scenes', '!journeys']));
  if (widgetTests().length > 0) results.push(await runWidgets());
  if (sceneFiles().length > 0) results.push(await runVitest(['scenes']));
  if (journeyFiles().length > 0) results.push(await runVitest(['journeys']));
}

const total = addCounts(results);
if (total.passed + total.failed + total.skipped === 0) {
  console.error(`\nNo test ran${filters.length > 0 ? `: no test file matches ${filters.join(', ')}` : ''}.`);
}
console.log(countsLine(total));
process.exitCode = exitCodeFor(total);

/** Redis is the one service that does not come from npm: its absence is said, and under TABARD_REQUIRE_REDIS=1 it is a failure. */
function checkRedis(): void {
  const onPath = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'redis-server')));
  if (process.env.REDIS_URL || onPath) return;
  console.log('Tests that need Redis are skipped: set REDIS_URL or put redis-server on the PATH to run them.');
  if (process.env.TABARD_REQUIRE_REDIS === '1') results.push({ passed: 0, failed: 1, skipped: 0 });
}

async function runVitest(names: string[]): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
  const report = join(folder, 'report.json');
  const { code } = await runCommand(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...names.map((name) => `--project=${name}`),
      ...filters,
    ],
    { cwd: root, live: true },
  );
  const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
  rmSync(folder, { recursive: true, force: true });
  return countVitest(text, code);
}

async function runWidgets(engine = 'chromium'): Promise<TestCounts> {
  console.log(`\nWidgets in ${engine}`);
  const files = filters.length > 0 ? ['--files', ...widgetTests()] : [];
  // What runs side by side would not be read side by side.
  const live = engines.length < 2;
  const { code, output } = await runCommand('pnpm', ['--filter', '@tabard/widgets', 'run', 'test:browser', ...files], {
    cwd: root,
    env: { TEST_BROWSER: engine },
    live,
  });
  if (!live) console.log(`\nWidgets in ${engine}:\n${output}`);
  return countBrowserRun(output, code);
}

function widgetTests(): string[] {
  const manifest = readFileSync(join(root, 'widgets/package.json'), 'utf8');
  if (!manifest.includes('"test:browser"')) return [];
  return matching('widgets', '{src/**,test}/*.test.ts');
}

function unitFiles(): string[] {
  return ['packages', 'examples', 'platform', 'sdk', 'docs-site'].flatMap((folder) =>
    matching(folder, '**/{src,test,bench}/**/*.test.ts'),
  );
}

function sceneFiles(): string[] {
  return matching('widgets', 'test/walk/**/*.test.ts');
}

function journeyFiles(): string[] {
  return matching('platform', 'test/journeys/**/*.journey.ts');
}

/** Files below `folder` whose path from the root contains one of the filters. */
function matching(folder: string, pattern: string): string[] {
  const files = globSync(pattern, { cwd: join(root, folder), exclude: ['**/node_modules/**'] });
  if (filters.length === 0) return files;
  return files.filter((file) => filters.some((filter) => `${folder}/${file}`.includes(filter)));
}
