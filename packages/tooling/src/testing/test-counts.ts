import { relative } from 'node:path';

/** What one runner reports. `failed` also counts what kept tests from running: a broken file, a crashed runner. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A file in which something failed, from the root of the checkout, and what its tests added to the counts. */
export interface FailedFile {
  file: string;
  counts: TestCounts;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** Counts from vitest's JSON report; without a report the runner crashed, which counts as one failure. */
export function countVitest(report: string | undefined, exitCode: number): TestCounts {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  // The shape is vitest's documented JSON report.
  const parsed = JSON.parse(report) as VitestReport;
  const broken = parsed.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return withExitCode(
    {
      passed: parsed.numPassedTests,
      failed: parsed.numFailedTests + broken,
      skipped: parsed.numPendingTests + parsed.numTodoTests,
    },
    exitCode,
  );
}

/** The files that failed in vitest's JSON report; one that could not be loaded counts as one failure, as in the counts. */
export function failedInVitest(report: string, root: string): FailedFile[] {
  const { testResults } = JSON.parse(report) as VitestReport;
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => {
      const [passed, failed] = (['passed', 'failed'] as const).map(
        (wanted) => assertionResults.filter(({ status }) => status === wanted).length,
      ) as [number, number];
      const skipped = assertionResults.length - passed - failed;
      return { file: relative(root, name), counts: { passed, failed: failed || 1, skipped } };
    });
}

const progress = /(\d+)\/(\d+) test files \| (\d+) passed, (\d+) failed(?:, (\d+) skipped)?/g;
// oxlint-disable-next-line no-control-regex -- terminal colours begin with the escape character
const colour = /\u001b\[[0-9;]*m/g;

/** Counts from the last progress line that @web/test-runner prints for each browser. */
export function countBrowserRun(output: string, exitCode: number): TestCounts {
  const last = [...output.replaceAll(colour, '').matchAll(progress)].at(-1);
  if (!last) return { passed: 0, failed: 1, skipped: 0 };
  const [, finished, files, passed, failed, skipped] = last.map(Number);
  const missing = (files ?? 0) - (finished ?? 0);
  return withExitCode({ passed: passed ?? 0, failed: (failed ?? 0) + missing, skipped: skipped || 0 }, exitCode);
}

/** A runner that ends badly with every test green has still failed: an unhandled error, a file that could not load. */
function withExitCode(counts: TestCounts, exitCode: number): TestCounts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The sum over all runners. */
export function addCounts(all: TestCounts[]): TestCounts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The closing line of every test run. */
export function countsLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Nothing ran is not a success: a filter that matches nothing, or a run that lost its files, must be seen. */
export function exitCodeFor({ passed, failed, skipped }: TestCounts): number {
  return failed > 0 || passed + skipped === 0 ? 1 : 0;
}
