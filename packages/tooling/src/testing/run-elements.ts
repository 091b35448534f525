import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runCommand } from '../run-command.ts';
import type { Ran } from './run-vitest.ts';
import { countBrowserRun, type FailedFile } from './test-counts.ts';
import type { Engine, TestOptions } from './test-options.ts';
import type { TestTime } from './test-times.ts';

type Reported = TestTime & FailedFile;

/** Builds what the tests of the elements load, unless whoever runs them did. */
export async function buildElements(root: string): Promise<void> {
  if (process.env.ALREADY_BUILT === '1') return;
  const { code, output } = await runCommand(process.execPath, ['build.ts', '--no-budgets'], {
    cwd: join(root, 'widgets'),
  });
  if (code !== 0) throw new Error(`The elements cannot be built:\n${output}`);
}

/** Runs the tests of the built elements in one engine, as it is installed here. What runs beside others is not shown while it runs. */
export async function runElements(
  root: string,
  engine: Engine,
  files: readonly string[],
  { named, shard, beside = false }: Pick<TestOptions, 'named' | 'shard'> & { beside?: boolean },
): Promise<Ran> {
  const [part = 1, parts = 1] = shard?.split('/').map(Number) ?? [];
  const own = files.filter((_file, index) => index % parts === part - 1).map((file) => relative('widgets', file));
  if (own.length === 0) return { counts: { passed: 0, failed: 0, skipped: 0 }, times: [], failed: [] };
  if (!beside) console.log(`\nElements in ${engine}`);
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
  const report = join(folder, 'report.json');
  const { code, output } = await runCommand(
    'pnpm',
    ['--filter', '@tabard/widgets', 'run', 'test:browser', '--files', ...own],
    {
      cwd: root,
      env: { ALREADY_BUILT: '1', TEST_BROWSER: engine, TEST_REPORT: report, TEST_NAMED: named ?? '' },
      live: !beside,
    },
  );
  if (beside) console.log(`\nElements in ${engine}:\n${output}`);
  // Written by the reporter in widgets/test/report-files.mjs.
  const reported = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Reported[]) : [];
  rmSync(folder, { recursive: true, force: true });
  return {
    counts: countBrowserRun(output, code),
    times: reported,
    failed: reported.filter(({ counts }) => counts.failed > 0),
    again: (again) => runElements(root, engine, again, { named, shard: undefined }),
  };
}
