import { filterFieldsOf, type FilterField } from '@tabard/contract/filters';
import type { Field, Noun } from '@tabard/contract';

/** What every noun has besides its fields. */
const besides: Readonly<Record<string, string>> = { createdAt: 'Added', updatedAt: 'Changed' };

/** Writes what filters can ask of a noun with what it is called, for browsers, which read no descriptions. */
export function writeFilterTable(noun: Pick<Noun, 'name' | 'fields' | 'ending'>): string {
  const fields: Readonly<Record<string, Field>> = noun.fields;
  const lines = Object.entries(filterFieldsOf(noun))
    .filter(([name]) => name !== 'custom.*')
    .map(([name, field]: [string, FilterField]) => {
      const label = fields[name]?.facts.label ?? besides[name] ?? name;
      return `${name}: { label: () => msg(${JSON.stringify(label)}), ...${JSON.stringify(field)} },`;
    });
  return [
    '// Written by `pnpm --filter @tabard/widgets manifest` from the description of the noun. Do not edit.',
    `import { msg } from '@lit/localize';\nimport type { FilterField } from '@tabard/contract/filters';`,
    '/** What filters can ask of one, in the order of the screens, besides fields of its own and what belongs to it. */\n' +
      `export const ${noun.name}FilterTable: Readonly<Record<string, FilterField & { label: () => string }>> = {\n${lines.join('\n').replaceAll(', ...{', ', ').replaceAll('} },', '},')}\n};`,
    '',
  ].join('\n\n');
}
