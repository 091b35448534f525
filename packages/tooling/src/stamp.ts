import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './run-command.ts';
import { stampFeature } from './stamping/stamp-feature.ts';
import { stampWidget } from './stamping/stamp-widget.ts';

/** `pnpm new feature <noun> --area <area>`: one noun through every layer; `pnpm new widget …`: its element. Ready to be filled. */
const root = join(import.meta.dirname, '../../..');
const usage = 'Usage: pnpm new feature|widget <noun> --area <area>, such as: pnpm new feature sales-note --area crm';
const kinds = {
  feature: {
    stamp: stampFeature,
    next: 'give the two TODOs their sentence, put the table into the next migration',
  },
  widget: {
    stamp: stampWidget,
    next: 'give the TODOs their sentence, draw the element, translate its words (pnpm --filter @tabard/widgets messages)',
  },
};

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { area: { type: 'string' } } });
  const [kind, noun] = positionals;
  if ((kind !== 'feature' && kind !== 'widget') || !noun || !values.area) throw new Error(usage);
  const { stamp, next } = kinds[kind];
  const paths = stamp(root, noun, values.area);
  const formatted = await runCommand(join(root, 'node_modules/.bin/oxfmt'), paths, { cwd: root });
  if (formatted.code !== 0) throw new Error(formatted.output);
  console.log(paths.join('\n'));
  console.log(`\nNext: ${next}, then "pnpm check" and "npm test".`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
