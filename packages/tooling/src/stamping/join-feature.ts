import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type Edit } from './apply-edits.ts';
import type { NounForms } from './noun-forms.ts';

/** Enters a noun in every closed list that the compiler completes. Returns the paths that changed. */
export function joinFeature(root: string, noun: NounForms, area: string): string[] {
  const { camel, pascal, kebab, snake, plural, words } = noun;
  const feature = `./${area}/${kebab}/index.ts`;
  const names = `${camel}CreateInput, ${camel}GetInput, ${camel}Output, type ${pascal}`;
  const prefixes = readFileSync(join(root, 'packages/contract/src/id-prefixes.ts'), 'utf8');
  const edits: Edit[] = [
    [
      'packages/contract/src/index.ts',
      /(?=export \{[^}]*\} from '\.\/page\.ts')/,
      `export { ${names} } from './${area}/${kebab}.ts';\n`,
    ],
    ['packages/contract/src/id-prefixes.ts', /(?=\} as const;)/, `${camel}: '${freePrefix(prefixes, snake)}',\n`],
    ['packages/contract/src/permissions.ts', /(?=\] as const;)/, `'${snake}.read',\n'${snake}.write',\n`],
    [
      'packages/contract/src/errors.ts',
      /(?=\n\} as const)/,
      `\n'${snake}.not_found': { status: 404, message: 'There is no such ${words}.' },`,
    ],
    ['platform/src/features/index.ts', /(?=\n\/\*\* Every noun)/, `import { ${camel}Feature } from '${feature}';\n`],
    ['platform/src/features/index.ts', /(?=\] as const;)/, `${camel}Feature,\n`],
    [
      'platform/src/features/router.ts',
      /(?=\n\/\*\* Every procedure)/,
      `import { ${camel}Router } from '${feature}';\n`,
    ],
    ['platform/src/features/router.ts', /(?=\}\);\s*\n)/, `${plural}: ${camel}Router,\n`],
  ];
  return applyEdits(root, edits, 'join-feature.ts');
}

/** Three letters that no other id begins with. */
function freePrefix(listed: string, snake: string): string {
  const letters = snake.replaceAll('_', '');
  const consonants = letters.replaceAll(/(?<!^)[aeiou]/g, '');
  const candidates = [
    letters.slice(0, 3),
    consonants.slice(0, 3),
    ...letters.split('').map((letter) => letters.slice(0, 2) + letter),
  ];
  const free = candidates.find((prefix) => prefix.length === 3 && !listed.includes(`'${prefix}'`));
  if (!free) throw new Error(`Every short prefix of "${snake}" is taken: add one to id-prefixes.ts yourself.`);
  return free;
}
