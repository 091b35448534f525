import type { Check } from './check.ts';
import { isCode, readFiles } from './source-files.ts';

const hard = 300;
const aim = 150;
/** A migration is one step of history, generated and never edited: it is as long as the step. */
const history = 'platform/migrations/';
/** Translations as lit-localize writes them, the pages of the app, and the contracts hosts build on: as long as the product has words and elements. */
const generated = [
  'widgets/src/core/locales/',
  'widgets/src/app/widget-pages.ts',
  'widgets/src/wrappers/elements.ts',
  'widgets/src/wrappers/options.ts',
];

/** A file is read in one sitting: at most 300 lines; what grows beyond 150 is mentioned. Functions are measured by the linter. */
export const sizes: Check = {
  name: 'sizes',
  run(root, changed) {
    const long = readFiles(
      root,
      (path) => isCode(path) && ![history, ...generated].some((folder) => path.startsWith(folder)),
      changed,
    )
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > aim)
      .toSorted((a, b) => b.lines - a.lines);
    return {
      problems: long
        .filter(({ lines }) => lines > hard)
        .map(({ path, lines }) => `${path}: ${lines} lines, at most ${hard}. Split it by what its parts are about.`),
      remarks: long.filter(({ lines }) => lines <= hard).map(({ path, lines }) => `${path}: ${lines} lines`),
    };
  },
};
