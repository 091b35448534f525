import type { Check } from './check.ts';
import { isCode, listFiles } from './source-files.ts';

/** Words that say nothing about what is inside. */
const empty = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'types', 'misc', 'manager', 'v2', 'new']);

/** What may stand between a file's name and its ending. */
const roles = new Set([
  'entity',
  'router',
  'job',
  'rules',
  'config',
  'styles',
  'test',
  'slow',
  'bench',
  'journey',
  'stories',
  'd',
]);

/** Paths say what is inside: no empty words, kebab-case, and role suffixes from a closed list. */
export const names: Check = {
  name: 'names',
  run(root, changed) {
    return {
      problems: listFiles(root)
        .filter((path) => changed?.has(path) ?? true)
        .flatMap(judgePath),
    };
  },
};

function judgePath(path: string): string[] {
  // Data that tests read keeps the names of the world it comes from.
  if (/(^|\/)(fixtures|corpus)\//.test(path)) return [];
  const parts = path.split('/');
  const words = parts.flatMap((part) => part.split(/[-._]/));
  const problems = words
    .filter((word) => empty.has(word.toLowerCase()))
    .map((word) => `${path}: "${word}" says nothing. What has no name has no room.`);
  if (!isCode(path)) return problems;
  const [name = '', ...suffixes] = (parts.at(-1) ?? '').replace(/^\./, '').split('.').slice(0, -1);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) problems.push(`${path}: file names are kebab-case.`);
  for (const suffix of suffixes.filter((word) => !roles.has(word))) {
    problems.push(`${path}: ".${suffix}" is not a role. Roles are ${[...roles].join(', ')}.`);
  }
  return problems;
}
