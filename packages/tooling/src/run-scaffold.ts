import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './run-command.ts';
import { fillTargets } from './scaffold/fill-targets.ts';
import { scaffoldFeature } from './scaffold/scaffold-feature.ts';

/**
 * `npm run new -- feature <noun> --area <area>`: one noun through every layer, with its migration, ready to be filled.
 * `npm run new -- migration <name>`: the next migration, written from what separates the entities from the history.
 */
const root = join(import.meta.dirname, '../../..');
const usage =
  'Usage: npm run new -- feature <noun> --area <area>, such as: npm run new -- feature sales-note --area crm\n' +
  '       npm run new -- migration <name>, such as: npm run new -- migration lead-owner';

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { area: { type: 'string' } } });
  const [kind, noun] = positionals;
  if (!noun) throw new Error(usage);
  if (kind === 'migration') {
    await report(
      [await writeMigration(noun)],
      'write the sentence it asks for, look at every statement, add what moves data',
    );
  } else if (kind === 'feature' && values.area) {
    const written = scaffoldFeature(root, noun, values.area);
    await format(written);
    const migration = await writeMigration(`add-${noun}`);
    await writeAgain(noun);
    await report(
      [...written, migration],
      'write the sentences they ask for, translate the words that "npm run check -- words --remarks" lists',
    );
  } else throw new Error(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The platform knows its entities; it writes the file and says where. */
async function writeMigration(name: string): Promise<string> {
  const output = await run(process.execPath, ['platform/src/cli/write-migration.ts', name]);
  return output.trim().split('\n').at(-1) ?? '';
}

/**
 * What is written from the sources or reviewed as a whole: where elements are and their pages, their
 * types, messages, who may call what, looks.
 */
async function writeAgain(noun: string): Promise<void> {
  const localize = ['--filter', '@tabard/widgets', 'exec', 'lit-localize'];
  // First: the title of its page is a message.
  await run('pnpm', ['--filter', '@tabard/widgets', 'run', 'manifest']);
  await run('pnpm', [...localize, 'extract']);
  fillTargets(root);
  await run('pnpm', [...localize, 'build']);
  await format(globSync('widgets/src/core/locales/*.ts', { cwd: root }));
  await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project=platform', 'isolation/roles', '-u']);
  await run(process.execPath, ['widgets/test/walk/review-pictures.ts', `${noun}-list`, '--update']);
}

async function run(command: string, words: string[]): Promise<string> {
  const { code, output } = await runCommand(command, words, { cwd: root });
  if (code !== 0) throw new Error(output.trim());
  return output;
}

function format(paths: string[]): Promise<string> {
  return run(join(root, 'node_modules/.bin/oxfmt'), paths);
}

async function report(paths: string[], next: string): Promise<void> {
  await format(paths);
  console.log(paths.join('\n'));
  console.log(`\nNext: ${next}, then "npm run check" and "npm test".`);
}
