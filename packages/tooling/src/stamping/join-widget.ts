import { applyEdits } from './apply-edits.ts';
import type { NounForms } from './noun-forms.ts';

/** Enters an element in the closed lists of names, loaders and what a session of it allows, in the client that elements use, and in the tests' lists. */
export function joinWidget(root: string, noun: NounForms, area: string): string[] {
  const { camel, pascal, kebab, snake, plural, words } = noun;
  const id = `'${kebab}-id': '${camel}_0'`;
  const sample = `{ id, name: 'First', createdAt: ago(60) }`;
  return applyEdits(
    root,
    [
      ['packages/contract/src/widget-names.ts', /(?=\] as const;)/, `'${kebab}',\n`],
      [
        'platform/src/features/identity/embed-session/embed-session.rules.ts',
        /(?=\n[^\n]*\bapp: )/,
        `\n  '${kebab}': ['${snake}.read'],`,
      ],
      [
        'widgets/src/core/widget-loaders.ts',
        /(?=\};\s*$)/,
        `'${kebab}': async () => (await import('../${area}/${kebab}/${kebab}.ts')).${pascal}View,\n`,
      ],
      ['widgets/src/core/client.ts', /(?=\} from '@tabard\/contract')/, `${pascal},\n`],
      [
        'widgets/src/core/client.ts',
        /(?=\n {2}events: \{)/,
        `\n  ${plural}: { get(input: { id: string }): Promise<${pascal}> };`,
      ],
      [
        'widgets/test/sample-client.ts',
        /(?=\n {2}\};\n {2}const call =)/,
        `\n'${plural}.get': ({ id }: { id: string }) => (${sample}),`,
      ],
      ['widgets/test/elements.test.ts', /(?=\n\];\nconst STATES)/, `\n['${kebab}', { ${id} }],`],
      [
        'widgets/test/scenes/index.ts',
        /(?=import type \{ Scene \})/,
        `import { scenes as ${camel} } from './${kebab}.scenes.ts';\n`,
      ],
      ['widgets/test/scenes/index.ts', /(?=\];\s*$)/, `...${camel},\n`],
      [
        'widgets/README.md',
        /(?<=\| `template-list` [^\n]*\n)/,
        `| \`${kebab}\` | TODO what one does with a ${words} | \`${kebab}-id\` |\n`,
      ],
    ],
    'join-widget.ts',
  );
}
