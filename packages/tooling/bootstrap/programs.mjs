import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

/** What each root command runs: a file and the words that go before the user's own. */
export const programs = {
  start: ['platform/src/cli/main.ts', 'start'],
  tabard: ['platform/src/cli/main.ts'],
  test: ['packages/tooling/src/test-run.ts'],
  build: ['packages/tooling/src/build.ts'],
  check: ['packages/tooling/src/check.ts'],
  dev: ['packages/tooling/src/dev.ts'],
  size: ['widgets/build.ts', '--only-sizes'],
  bench: ['platform/bench/main.ts'],
  screenshots: ['packages/tooling/src/screenshots.ts'],
  pack: ['packages/tooling/src/pack.ts'],
  release: ['packages/tooling/src/release.ts'],
  example: ['packages/tooling/src/run-example.ts'],
  new: ['packages/tooling/src/run-scaffold.ts'],
};

/** The program of a command that is known, or a refusal when its file is not part of this checkout. */
export function findProgram(root, command) {
  const [file, ...words] = programs[command];
  if (!existsSync(join(root, file)))
    throw new Refusal(`"${command}" is not part of this checkout: ${file} is missing.`);
  // A path typed by the user is relative to where they stand; everything else works on the checkout.
  const cwd = command === 'tabard' ? (process.env.INIT_CWD ?? process.cwd()) : root;
  return { file: join(root, file), words, cwd };
}
