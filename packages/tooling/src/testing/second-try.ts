import type { Ran } from './run-vitest.ts';
import { addCounts, type TestCounts } from './test-counts.ts';

const MOST = 5;

/**
 * Runs the few files of a run that failed once more, each runner's by themselves, and counts what that says instead. `unsteady` are the
 * files that were green the second time: they do not break the run, and whoever runs it names them. More than a few files, or a failure
 * that belongs to no file, is no accident; nothing is run again then.
 */
export async function tryAgain(ran: readonly Ran[]): Promise<{ counts: TestCounts; unsteady: string[] }> {
  const unsteady: string[] = [];
  const counts: TestCounts[] = ran.map((one) => one.counts);
  if (ran.reduce((sum, { failed }) => sum + failed.length, 0) > MOST) return { counts: addCounts(counts), unsteady };
  for (const [at, { failed, again, counts: first }] of ran.entries()) {
    const known = addCounts(failed.map((file) => file.counts));
    if (failed.length === 0 || known.failed !== first.failed || !again) continue;
    const files = failed.map(({ file }) => file);
    const second = await again(files);
    counts[at] = {
      passed: first.passed - known.passed + second.counts.passed,
      failed: second.counts.failed,
      skipped: first.skipped - known.skipped + second.counts.skipped,
    };
    const still = new Set(second.failed.map(({ file }) => file));
    if (second.counts.failed === 0 || still.size > 0) unsteady.push(...files.filter((file) => !still.has(file)));
  }
  return { counts: addCounts(counts), unsteady };
}
