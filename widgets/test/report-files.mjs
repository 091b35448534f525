import { writeFileSync } from 'node:fs';

/** Writes what each test file took and how its tests ended, as vitest's report has it; does nothing without a place to write to. */
export function reportFiles(place) {
  return {
    stop({ sessions }) {
      if (!place) return;
      const files = [...sessions].map(({ testFile, testResults, passed: isGreen, status }) => {
        const tests = testResults ? [...testsOf(testResults)] : [];
        const seconds = tests.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000;
        const passed = tests.filter((test) => test.passed).length;
        const skipped = tests.filter((test) => test.skipped).length;
        const red = tests.length - passed - skipped;
        // A file that did not end, or ended badly without a red test, is one failure.
        const failed = red === 0 && !(isGreen && status === 'FINISHED') ? 1 : red;
        return {
          file: testFile.slice(testFile.indexOf('widgets/')),
          seconds,
          tests: tests.length,
          subjects: 1,
          counts: { passed, failed, skipped },
        };
      });
      writeFileSync(place, JSON.stringify(files));
    },
  };
}

function* testsOf({ tests, suites }) {
  yield* tests;
  for (const suite of suites) yield* testsOf(suite);
}
