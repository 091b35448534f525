import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig, type Plugin, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * One project per package, so that `vitest run --project platform` or a path picks what to run.
 * Widgets' elements are tested in a real browser by @web/test-runner instead, and looked at by the project `stories`; journeys are a project of their own that runs last.
 */
const root = import.meta.dirname;

/** Rooms whose tests need the shared test PostgreSQL; it starts once for the whole run and only when one of them has tests to run. */
const needsPostgres = new Set(['platform', 'slow']);
const postgres = resolve(root, 'packages/testing/src/start-postgres-once.ts');

/** Rooms whose tests leave nothing behind: a worker keeps what it has imported. Half of what a file of the platform took was to read the whole of it anew. */
const keepsWorkers = new Set(['email', 'platform']);

/** Proofs that take long and find little more than the rest: faults, great numbers. `npm test -- --lane slow` runs them. */
const slow: TestProjectInlineConfiguration = {
  test: {
    ...project('slow', '.').test,
    include: ['platform/test/faults/**/*.test.ts', '{platform,packages/*}/src/**/*.slow.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
};

function project(name: string, folder: string): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      root: resolve(root, folder),
      include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
      exclude: ['**/node_modules/**', '**/dist/**', 'test/faults/**', '**/*.slow.test.ts'],
      isolate: !keepsWorkers.has(name),
      globalSetup: needsPostgres.has(name) ? [postgres] : [],
      // Two cores and a real database: a slow machine is not a failing product.
      testTimeout: 180_000,
      hookTimeout: 300_000,
      // What has to come within seconds comes within a minute on a machine that does other things.
      expect: { poll: { timeout: 60_000 } },
    },
  };
}

const packages = readdirSync(resolve(root, 'packages')).map((name) => project(name, `packages/${name}`));
const examples = readdirSync(resolve(root, 'examples')).map((name) => project(`example-${name}`, `examples/${name}`));

/** What hosts build on: manifest, types, wrappers, the published package. The elements themselves are tested in a browser. */
const wrappers: TestProjectInlineConfiguration = {
  test: {
    ...project('wrappers', 'widgets').test,
    include: ['wrappers/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
  },
};

const journeys: TestProjectInlineConfiguration = {
  test: {
    name: 'journeys',
    root: resolve(root, 'platform'),
    include: ['test/journeys/**/*.journey.ts'],
    // Two at a time: each starts a whole product and a browser, and waits for them half of the time.
    maxWorkers: 2,
    sequence: { groupOrder: 2 },
    testTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 300_000,
  },
};

/** In the place of a file of stories, which runs in a browser, its tests: what looks at each of them. */
const storiesAsTests: Plugin = {
  name: 'stories-as-tests',
  enforce: 'pre',
  load(id) {
    const [, of] = /\/test\/stories\/([\w-]+)\.stories\.ts$/.exec(id) ?? [];
    return of && `import { walkStories } from '../walk/walk-stories.ts';\nawait walkStories('${of}');\n`;
  },
};

/** Every story of the widgets, looked at in Chromium: accessibility, languages, pictures. One file for each element. */
const stories: TestProjectInlineConfiguration = {
  plugins: [storiesAsTests],
  test: {
    name: 'stories',
    root: resolve(root, 'widgets'),
    include: ['test/stories/*.stories.ts', 'test/walk/*.test.ts'],
    globalSetup: [resolve(root, 'widgets/test/walk/start-stories-once.ts')],
    // A worker keeps its pages from file to file. Half of the time is spent waiting for a page to come to rest.
    isolate: false,
    maxWorkers: availableParallelism() + 2,
    sequence: { groupOrder: 1 },
    testTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
};

export default defineConfig({
  test: {
    // Tests wait for databases, mail servers and clocks more than they compute.
    maxWorkers: availableParallelism() + 1,
    projects: [
      ...packages,
      ...examples,
      project('platform', 'platform'),
      project('sdk', 'sdk'),
      wrappers,
      ...(existsSync(resolve(root, 'docs-site/test')) ? [project('docs-site', 'docs-site')] : []),
      slow,
      stories,
      journeys,
    ],
  },
});
