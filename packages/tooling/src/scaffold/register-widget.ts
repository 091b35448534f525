import { applyEdits } from './apply-edits.ts';
import type { NounForms } from './noun-forms.ts';

/** Enters a noun's list where elements are loaded and among the pages of the app. Returns the paths that changed. */
export function registerWidget(root: string, noun: NounForms, area: string): string[] {
  const { camel, pascal, kebab } = noun;
  const pages = 'widgets/src/app/record-pages.ts';
  const stories = 'widgets/test/stories/index.ts';
  return applyEdits(
    root,
    [
      [
        'widgets/src/core/widget-loaders.ts',
        /(?=\};\s*$)/,
        `'${kebab}-list': async () => (await import('../${area}/${kebab}-list/${kebab}-list.ts')).${pascal}List,\n`,
      ],
      [pages, /(?=\n\/\*\* The list pages)/, `import { ${camel}Page } from '../${area}/${kebab}-list/page.ts';\n`],
      [pages, /(?=\] as const;)/, `, ${camel}Page`],
      [
        stories,
        /(?=import type \{ Story \})/,
        `import { stories as ${camel}List } from './${kebab}-list.stories.ts';\n`,
      ],
      [stories, /(?=\];\s*$)/, `...${camel}List,\n`],
    ],
    'register-widget.ts',
  );
}
