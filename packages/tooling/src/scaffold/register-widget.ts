import { applyEdits } from './apply-edits.ts';
import type { NounForms } from './noun-forms.ts';

/** Enters the stories of a noun's list; its code and its page are found by the list of nouns. Returns the paths that changed. */
export function registerWidget(root: string, noun: NounForms): string[] {
  const { camel, kebab } = noun;
  const stories = 'widgets/test/stories/index.ts';
  return applyEdits(
    root,
    [
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
