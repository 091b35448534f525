import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type Edit } from './apply-edits.ts';
import type { NounForms } from './noun-forms.ts';

/** Enters a noun in the list of nouns and in the platform's two lists; all else follows. Returns the paths that changed. */
export function registerFeature(root: string, noun: NounForms, area: string): string[] {
  const { camel, kebab, snake, plural, words, pluralWords } = noun;
  const feature = `./${area}/${kebab}/index.ts`;
  const listed = readFileSync(join(root, 'packages/contract/src/nouns.ts'), 'utf8');
  const entry = `${camel}: { prefix: '${freePrefix(listed, snake)}', words: ['${words}', '${pluralWords}'], permissions: ['read', 'write'], of: 'work', described: true, list: true },\n`;
  const edits: Edit[] = [
    ['packages/contract/src/nouns.ts', /(?=\} as const satisfies)/, entry],
    ['platform/src/features/index.ts', /(?=\n\/\*\* Every noun)/, `import { ${camel}Feature } from '${feature}';\n`],
    ['platform/src/features/index.ts', /(?=\] as const;)/, `${camel}Feature,\n`],
    [
      'platform/src/features/router.ts',
      /(?=\n\/\*\* Every procedure)/,
      `import { ${camel}Router } from '${feature}';\n`,
    ],
    // Before those whose actions end a session: the isolation test ends what ends last.
    ['platform/src/features/router.ts', /(?<=appRouter = router\(\{\n)/, `${plural}: ${camel}Router,\n`],
  ];
  return applyEdits(root, edits, 'register-feature.ts');
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
  const free = candidates.find((prefix) => prefix.length === 3 && !listed.includes(`prefix: '${prefix}'`));
  if (!free) throw new Error(`Every short prefix of "${snake}" is taken: add the noun to nouns.ts yourself.`);
  return free;
}
