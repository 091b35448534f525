import type { Field, Noun } from '@tabard/contract';

/** Writes the labels of a noun's fields that files can fill or mails can merge, as messages that are translated. */
export function writeLabels({ name, fields }: Pick<Noun, 'name' | 'fields'>): string {
  const shown = Object.entries<Field>(fields).filter(([, { facts }]) => facts.import ?? facts.merge);
  return [
    '// Written by `pnpm --filter @tabard/widgets manifest` from the description of the noun. Do not edit.',
    `import { msg } from '@lit/localize';`,
    '/** What its fields are called on screen, in the order of the screens: all that files can fill and mails can merge. */\n' +
      `export const ${name}Labels = {\n${shown.map(([key, { facts }]) => `${key}: () => msg(${JSON.stringify(facts.label)}),`).join('\n')}\n} as const;`,
    '',
  ].join('\n\n');
}
