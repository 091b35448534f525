import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NounForms } from './noun-forms.ts';

/** Enters a noun in every closed list that the compiler completes. Returns the paths that changed. */
export function joinFeature(root: string, noun: NounForms, area: string): string[] {
  const { camel, pascal, kebab, snake, plural, words } = noun;
  const feature = `./${area}/${kebab}/index.ts`;
  const names = `${camel}CreateInput, ${camel}GetInput, ${camel}Output, type ${pascal}`;
  const prefixes = readFileSync(join(root, 'packages/contract/src/id-prefixes.ts'), 'utf8');
  const edits: [path: string, before: string | RegExp, line: string][] = [
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
  for (const [path, before, line] of edits) {
    const text = readFileSync(join(root, path), 'utf8');
    const joined = text.replace(before, () => line);
    if (joined === text)
      throw new Error(`${path} no longer looks as expected: add "${line.trim()}" by hand, and mend join-feature.ts.`);
    writeFileSync(join(root, path), joined);
  }
  return [...new Set(edits.map(([path]) => path))];
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
