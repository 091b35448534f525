import { join } from 'node:path';
import { runCommand } from './run-command.ts';

/**
 * `npm run screenshots -- elements [part of a name] [state]`: every element in every state, theme, brand, width and direction, on a sheet.
 * `npm run screenshots -- screens [--only <name>]`: every screen of the running product.
 * `npm run screenshots -- review [part of a name] [--update]`: every state beside its reviewed picture; `--update` keeps what is seen now.
 * `npm run screenshots -- gallery [--only <name>]`: the pictures of today in the docs' gallery, which are kept in `docs-site/public`.
 * What the others draw is in `.pictures`.
 */
const root = join(import.meta.dirname, '../../..');
const programs: Record<string, string> = {
  elements: 'widgets/test/walk/draw-elements.ts',
  screens: 'platform/test/journeys/take-screens.ts',
  gallery: 'platform/test/journeys/take-gallery.ts',
  review: 'widgets/test/walk/review-pictures.ts',
};

const [kind = '', ...args] = process.argv.slice(2);
const program = programs[kind];
if (program) {
  const { code } = await runCommand(process.execPath, [join(root, program), ...args], { cwd: root, live: true });
  process.exitCode = code;
} else {
  console.error(`Say of what: npm run screenshots -- ${Object.keys(programs).join('|')}.`);
  process.exitCode = 1;
}
