import { globSync } from 'node:fs';

/** Who runs a test file. `elements` are the tests in a real browser; `slow` is what takes long and finds little more than the rest. */
export type Runner = 'units' | 'elements' | 'stories' | 'journeys' | 'slow';

const folders: Record<Runner, readonly string[]> = {
  units: [
    '{packages,examples}/*/{src,test}/**/*.test.ts',
    '{platform,sdk,docs-site}/{src,test,bench}/**/*.test.ts',
    'widgets/wrappers/**/*.test.ts',
  ],
  elements: ['widgets/{src/**,test}/*.test.ts'],
  stories: ['widgets/test/stories/*.stories.ts', 'widgets/test/walk/*.test.ts'],
  journeys: ['platform/test/journeys/**/*.journey.ts'],
  slow: ['platform/test/faults/**/*.test.ts', '{platform,packages/*}/src/**/*.slow.test.ts'],
};

/** Every test file of the checkout, as paths from its root. */
export function listTests(root: string): Map<Runner, string[]> {
  const find = (patterns: readonly string[]): string[] =>
    patterns.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['**/node_modules/**'] })).toSorted();
  const slow = new Set(find(folders.slow));
  // The keys of the record above are the runners.
  return new Map(
    (Object.entries(folders) as [Runner, string[]][]).map(([runner, patterns]) => [
      runner,
      find(patterns).filter((file) => runner === 'slow' || !slow.has(file)),
    ]),
  );
}

/** Tests of what elements say, ask and count, which no engine decides; they run in Chromium, and in another where that is asked for by its name. */
const sayings = 'broken-rules|campaign-numbers|contract|error-words|fields-stories|speed|waiting-words';
/** Lists of records, all made of one base and one table, which are looked at in each engine by themselves. */
const lists =
  'agency-overview|api-key-list|audit-log|bulk|campaign-archive|campaign-list|domain-list|lead-archive|mailbox-list|member-list|role-list|segment-list|sign-on|snapshot-list';
const sameEverywhere = new RegExp(`/(?:${sayings}|${lists})\\.test\\.ts$`);
export const asksTheEngine = (file: string): boolean => !sameEverywhere.test(file);

/** The files whose path contains one of the words; all of them without words. */
export function pickByWords(files: readonly string[], words: readonly string[]): string[] {
  return files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
}
