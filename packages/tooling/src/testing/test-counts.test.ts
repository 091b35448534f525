import { describe, expect, it } from 'vitest';
import { addCounts, countBrowserRun, countsLine, countVitest, exitCodeFor } from './test-counts.ts';

const report = (numbers: object, files: object[] = []): string =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    ...numbers,
    testResults: files,
  });

describe('countVitest', () => {
  it('adds todo tests to the skipped ones', () => {
    const counts = countVitest(report({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 }), 0);
    expect(counts).toEqual({ passed: 3, failed: 0, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(countVitest(report({}, [{ status: 'failed', assertionResults: [] }]), 1).failed).toBe(1);
  });

  it('counts a runner that ended without a report as a failure', () => {
    expect(countVitest(undefined, 0).failed).toBe(1);
  });

  it('counts a bad end with green tests as a failure', () => {
    expect(countVitest(report({ numPassedTests: 9 }), 1)).toEqual({ passed: 9, failed: 1, skipped: 0 });
  });
});

describe('countBrowserRun', () => {
  it('takes the last progress line, colours or not', () => {
    const output =
      'Chrome: |██| 1/2 test files | \u001b[32m4 passed\u001b[39m, 0 failed\nChrome: |██| 2/2 test files | 7 passed, 0 failed, 2 skipped\n';
    expect(countBrowserRun(output, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  });

  it('counts files that never finished as failures', () => {
    expect(countBrowserRun('Chrome: |█ | 1/3 test files | 4 passed, 0 failed', 1).failed).toBe(2);
  });

  it('counts a runner that printed no progress as a failure', () => {
    expect(countBrowserRun('command not found', 127).failed).toBe(1);
  });
});

describe('the closing line', () => {
  it('is the sum of all runners', () => {
    expect(
      countsLine(
        addCounts([
          { passed: 1, failed: 0, skipped: 2 },
          { passed: 3, failed: 1, skipped: 0 },
        ]),
      ),
    ).toBe('4 passed, 1 failed, 2 skipped');
  });

  it('is a failure when no test ran', () => {
    expect(exitCodeFor({ passed: 0, failed: 0, skipped: 0 })).toBe(1);
  });
});
