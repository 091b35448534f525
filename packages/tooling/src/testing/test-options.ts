import { parseArgs } from 'node:util';

const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

/** What `npm test` was asked for. */
export interface TestOptions {
  /** Only files whose path contains one of these. */
  words: string[];
  projects: string[];
  browsers: Engine[];
  /** Only tests whose name matches. */
  named: string | undefined;
  /** `1/4`: the first quarter of the files. */
  shard: string | undefined;
  lane: 'usual' | 'slow' | 'all';
  /** Only what a change since this revision can reach; empty for where the branch left main. */
  changed: string | undefined;
  report: boolean;
  /** Files that failed are run once more, and named. */
  again: boolean;
}

/** Reads the words of the command line; what is not understood is refused with a sentence. */
export function readTestOptions(args: readonly string[], isRevision: (word: string) => boolean): TestOptions {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    tokens: true,
    options: {
      project: { type: 'string', multiple: true, default: [] },
      browser: { type: 'string', multiple: true, default: [] },
      testNamePattern: { type: 'string', short: 't' },
      shard: { type: 'string' },
      lane: { type: 'string', default: 'usual' },
      changed: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
    },
  });
  const { lane, shard } = values;
  if (lane !== 'usual' && lane !== 'slow' && lane !== 'all') throw new Error(`--lane is slow or all, not "${lane}".`);
  if (shard && !/^[1-9]\d*\/[1-9]\d*$/.test(shard)) throw new Error(`--shard is like 1/4, not "${shard}".`);
  const browsers = values.browser.map((name) => {
    const engine = engines.find((one) => one === name);
    if (!engine) throw new Error(`--browser is one of ${engines.join(', ')}, not "${name}".`);
    return engine;
  });
  // The word right behind --changed is its revision, when it is one.
  const at = tokens.find((token) => token.kind === 'option' && token.name === 'changed')?.index ?? -2;
  const behind = tokens.find((token) => token.kind === 'positional' && token.index === at + 1);
  const revision = behind?.kind === 'positional' && isRevision(behind.value) ? behind.value : '';
  return {
    words: revision ? positionals.toSpliced(positionals.indexOf(revision), 1) : positionals,
    projects: values.project,
    browsers,
    named: values.testNamePattern,
    shard,
    lane,
    changed: values.changed ? revision : undefined,
    report: values.report,
    again: values.again,
  };
}
