import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * One project per package, so that `vitest run --project platform` or a path picks what to run.
 * Widgets' elements are tested in a real browser by @web/test-runner instead, and looked at by the project `scenes`; journeys are a project of their own that runs last.
 */
const root = import.meta.dirname;

/** Rooms whose tests need the shared test PostgreSQL; it starts once for the whole run and only when one of them has tests to run. */
const needsPostgres = new Set(['platform']);
const postgres = resolve(root, 'packages/testing/src/start-postgres-once.ts');

function project(name: string, folder: string): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      root: resolve(root, folder),
      include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
      exclude: ['**/node_modules/**', '**/dist/**'],
      globalSetup: needsPostgres.has(name) ? [postgres] : [],
      // Two cores and a real database: a slow machine is not a failing product.
      testTimeout: 20_000,
      hookTimeout: 60_000,
    },
  };
}

const packages = readdirSync(resolve(root, 'packages')).map((name) => project(name, `packages/${name}`));
const examples = readdirSync(resolve(root, 'examples')).map((name) => project(`example-${name}`, `examples/${name}`));

/** What hosts build on: manifest, types, wrappers, the published package. The elements themselves are tested in a browser. */
const reach: TestProjectInlineConfiguration = {
  test: {
    ...project('reach', 'widgets').test,
    include: ['reach/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
  },
};

const journeys: TestProjectInlineConfiguration = {
  test: {
    name: 'journeys',
    root: resolve(root, 'platform'),
    include: ['test/journeys/**/*.journey.ts'],
    // One at a time: each starts a whole product and a browser.
    maxWorkers: 1,
    fileParallelism: false,
    sequence: { groupOrder: 2 },
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
};

/** Every scene of the widgets, looked at in Chromium: pictures, accessibility, languages. */
const scenes: TestProjectInlineConfiguration = {
  test: {
    name: 'scenes',
    root: resolve(root, 'widgets'),
    include: ['test/walk/**/*.test.ts'],
    // Each opens a browser with several pages.
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
    testTimeout: 60_000,
    hookTimeout: 600_000,
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
      reach,
      ...(existsSync(resolve(root, 'docs-site/test')) ? [project('docs-site', 'docs-site')] : []),
      scenes,
      journeys,
    ],
  },
});
