import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What one test file took, and how many tests are in it. */
export interface TestTime {
  /** From the root of the checkout. */
  file: string;
  seconds: number;
  tests: number;
  /** What its tests are about, outermost: in the isolation test the procedures. */
  subjects: number;
}

interface VitestFile {
  name: string;
  startTime: number;
  endTime: number;
  assertionResults: { ancestorTitles: string[] }[];
}

/** Reads vitest's documented JSON report. */
export function timesOfVitest(report: string, root: string): TestTime[] {
  const { testResults } = JSON.parse(report) as { testResults: VitestFile[] };
  return testResults.map(({ name, startTime, endTime, assertionResults }) => ({
    file: relative(root, name),
    seconds: (endTime - startTime) / 1000,
    tests: assertionResults.length,
    subjects: new Set(assertionResults.map(({ ancestorTitles }) => ancestorTitles[0] ?? '')).size,
  }));
}

const SLOWEST = 20;
const isolation = 'platform/test/isolation/procedures.test.ts';

/** What the tests took, in words: each room, the slowest files, and what one more procedure costs. Seconds of files that ran side by side add up. */
export function describeTimes(times: readonly TestTime[]): string {
  const rooms = [...Map.groupBy(times, ({ file }) => roomOf(file))].map(([room, own]) => ({
    room,
    seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    files: own.length,
    tests: own.reduce((sum, { tests }) => sum + tests, 0),
  }));
  const bySeconds = (one: { seconds: number }, other: { seconds: number }): number => other.seconds - one.seconds;
  const procedures = times.find(({ file }) => file === isolation);
  return [
    'Seconds of each room (files, tests)',
    ...rooms
      .toSorted(bySeconds)
      .map(({ room, seconds, files, tests }) => `${format(seconds)}  ${room} (${files}, ${tests})`),
    '',
    `Seconds of the ${Math.min(SLOWEST, times.length)} slowest files (milliseconds a test)`,
    ...times
      .toSorted(bySeconds)
      .slice(0, SLOWEST)
      .map(
        ({ file, seconds, tests }) =>
          `${format(seconds)}  ${file} (${Math.round((seconds / Math.max(1, tests)) * 1000)})`,
      ),
    ...(procedures
      ? [
          '',
          `Isolation: ${Math.round((procedures.seconds / procedures.subjects) * 1000)} ms for each of ${procedures.subjects} procedures`,
        ]
      : []),
  ].join('\n');
}

/** Keeps the times of this run where somebody, or a script, can compare them with the next: `.tabard/test-times-usual.json`. */
export function keepTimes(root: string, lane: string, times: readonly TestTime[]): void {
  const path = join(root, `.tabard/test-times-${lane}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(times, null, 1));
}

const format = (seconds: number): string => seconds.toFixed(1).padStart(8);

/** A package; in the platform and the widgets the room in it. */
function roomOf(file: string): string {
  const feature = /^platform\/src\/features\/[^/]+\/[^/]+/.exec(file)?.[0];
  return feature ?? /^(?:platform|widgets)\/[^/]+\/[^/]+(?=\/)|^[^/]+\/[^/]+/.exec(file)?.[0] ?? file;
}
