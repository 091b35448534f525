import { dirname } from 'node:path/posix';
import { isCode, isTest } from '../checks/source-files.ts';
import type { ImportGraph } from './import-graph.ts';
import { closed, namedEntries } from './registries.ts';

/** What decides for every test, whoever imports what. */
const decidesAll = /^(?:package\.json|pnpm-lock\.yaml|pnpm-workspace\.yaml|tsconfig\.json|vitest\.config\.ts)$/;
/** Tests that look at the system as a whole: everything that can be reached is. */
const looksAtAll = /^(?:platform\/test|widgets\/test\/fields-stories)/;
/** Tests that open what was built, and of what. */
const builds: [tests: RegExp, of: RegExp][] = [
  [/^docs-site\/test\//, /^(?:docs-site|widgets\/(?:src|test\/stories)|sdk\/src|packages\/(?:contract|theme)\/src)\//],
  [/^sdk\/test\/package/, /^(?:sdk|packages\/contract)\//],
  [
    /^widgets\/(?:wrappers\/package|test\/(?:core-page|frame|strict))/,
    /^(?:widgets\/(?:src|build|wrappers)|sdk\/src|packages\/(?:contract|theme)\/src)\//,
  ],
  [/^platform\/test\/journeys\//, /^(?:platform\/src|widgets\/src|sdk\/src|packages\/\w+\/src|examples)\//],
];
/** What nobody has to test: words for people, and what checks read. */
const isSilent = (path: string): boolean => /^[^/]+\.md$|^\.|^LICENSE|^knip\.json|^widgets\/README\.md$/.test(path);

/**
 * The tests that a change of these files can reach. What no test is seen to need (a migration that is found by its folder, a fixture)
 * reaches every test of its package.
 */
export function reachedTests(graph: ImportGraph, tests: readonly string[], changed: readonly string[]): string[] {
  const files = changed.filter((path) => !isSilent(path)).map(behindPicture);
  if (files.some((path) => decidesAll.test(path))) return [...tests];
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const test of tests) {
    const needed = neededBy(graph, test);
    for (const path of files) {
      if (!needed.has(path) && !opens(test, path)) continue;
      found.add(test);
      // A build has its code; what else it takes from a folder is not seen here.
      if (needed.has(path) || isCode(path)) seen.add(path);
    }
  }
  for (const path of files.filter((one) => !seen.has(one) && !graph.isGoneCode(one))) {
    for (const test of tests) if (memberOf(test) === memberOf(path)) found.add(test);
  }
  return tests.filter((test) => found.has(test));
}

/** Everything that decides how a test ends. */
function neededBy(graph: ImportGraph, test: string): Set<string> {
  if (looksAtAll.test(test)) return graph.reach([test]);
  const walk = test.endsWith('.stories.ts') ? ['widgets/test/walk/walk-stories.ts'] : [];
  const reached = graph.reach([test, ...walk], closed);
  const named = new Set<string>();
  // What is named names others in turn: the app shows other elements.
  for (let naming = [test, ...graph.file(test).needs.filter(isTest)]; naming.length > 0;) {
    const entries = namedEntries(
      graph,
      reached,
      naming.map((path) => graph.file(path).text),
    );
    const fresh = entries.filter((entry) => !named.has(entry));
    for (const entry of fresh) named.add(entry);
    const further = graph.reach(fresh, closed);
    for (const path of further) reached.add(path);
    const rooms = fresh.map((path) => `${dirname(path)}/`);
    naming = [...further].filter((path) => rooms.some((room) => path.startsWith(room)));
  }
  return reached;
}

/** A reviewed picture is part of the tests of its stories. */
const behindPicture = (path: string): string =>
  path.replace(/^widgets\/test\/screenshots\/([^/]+)\/.*$/, 'widgets/test/stories/$1.stories.ts');
const opens = (test: string, path: string): boolean => builds.some(([tests, of]) => tests.test(test) && of.test(path));
const memberOf = (path: string): string => /^(?:packages|examples)\/[^/]+|^[^/]+/.exec(path)?.[0] ?? '';
