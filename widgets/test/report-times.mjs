import { writeFileSync } from 'node:fs';

/** Writes what each test file took, as vitest's report has it, for `npm test -- --report`; does nothing without a place to write to. */
export function reportTimes(place) {
  return {
    stop({ sessions }) {
      if (!place) return;
      const times = [...sessions].map(({ testFile, testResults }) => {
        const tests = testResults ? [...testsOf(testResults)] : [];
        const seconds = tests.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000;
        return { file: testFile.slice(testFile.indexOf('widgets/')), seconds, tests: tests.length, subjects: 1 };
      });
      writeFileSync(place, JSON.stringify(times));
    },
  };
}

function* testsOf({ tests, suites }) {
  yield* tests;
  for (const suite of suites) yield* testsOf(suite);
}
