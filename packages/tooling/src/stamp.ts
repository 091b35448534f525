import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './run-command.ts';
import { stampFeature } from './stamping/stamp-feature.ts';
import { stampWidget } from './stamping/stamp-widget.ts';

/**
 * `pnpm new feature <noun> --area <area>`: one noun through every layer; `pnpm new widget …`: its element. Ready to be filled.
 * `pnpm new migration <name>`: the next migration, written from what separates the entities from the history.
 */
const root = join(import.meta.dirname, '../../..');
const usage =
  'Usage: pnpm new feature|widget <noun> --area <area>, such as: pnpm new feature sales-note --area crm\n' +
  '       pnpm new migration <name>, such as: pnpm new migration lead-owner';
const kinds = {
  feature: {
    stamp: stampFeature,
    next: 'give the two TODOs their sentence, write the migration (pnpm new migration <name>)',
  },
  widget: {
    stamp: stampWidget,
    next: 'give the TODOs their sentence, draw the element, translate its words (pnpm --filter @tabard/widgets messages)',
  },
};

const nextForMigration = 'give the TODO its sentence, look at every statement, add what moves data';

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { area: { type: 'string' } } });
  const [kind, noun] = positionals;
  if (!noun) throw new Error(usage);
  if (kind === 'migration') await report([await writeMigration(noun)], nextForMigration);
  else if ((kind === 'feature' || kind === 'widget') && values.area)
    await report(kinds[kind].stamp(root, noun, values.area), kinds[kind].next);
  else throw new Error(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The platform knows its entities; it writes the file and says where. */
async function writeMigration(name: string): Promise<string> {
  const program = join(root, 'platform/src/cli/write-migration.ts');
  const { code, output } = await runCommand(process.execPath, [program, name], { cwd: root });
  if (code !== 0) throw new Error(output.trim());
  return output.trim().split('\n').at(-1) ?? '';
}

async function report(paths: string[], next: string): Promise<void> {
  const formatted = await runCommand(join(root, 'node_modules/.bin/oxfmt'), paths, { cwd: root });
  if (formatted.code !== 0) throw new Error(formatted.output);
  console.log(paths.join('\n'));
  console.log(`\nNext: ${next}, then "pnpm check" and "npm test".`);
}
