import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';
import { countVitest, failedInVitest, type FailedFile, type TestCounts } from './test-counts.ts';
import type { TestOptions } from './test-options.ts';
import { timesOfVitest, type TestTime } from './test-times.ts';

/** How a runner ended, how long each of its files took, and which of them failed. */
export interface Ran {
  counts: TestCounts;
  times: TestTime[];
  failed: FailedFile[];
  /** Runs some of its files once more, with nothing beside them. */
  again?: (files: readonly string[]) => Promise<Ran>;
}

/**
 * Runs files, as paths from the root, in vitest projects; all of the projects' files without any. What runs beside others is shown
 * when it has ended.
 */
export async function runVitest(
  root: string,
  projects: readonly string[],
  { named, shard, beside = false }: Pick<TestOptions, 'named' | 'shard'> & { beside?: boolean },
  files: readonly string[] = [],
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
  const report = join(folder, 'report.json');
  const { code, output } = await runCommand(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...projects.map((name) => `--project=${name}`),
      ...(named ? [`--testNamePattern=${named}`] : []),
      ...(shard ? [`--shard=${shard}`] : []),
      ...files.map((file) => join(root, file)),
    ],
    { cwd: root, live: !beside },
  );
  if (beside) console.log(output);
  const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
  rmSync(folder, { recursive: true, force: true });
  return {
    counts: countVitest(text, code),
    times: text ? timesOfVitest(text, root) : [],
    failed: text ? failedInVitest(text, root) : [],
    again: (own) => runVitest(root, projects, { named, shard: undefined }, own),
  };
}
