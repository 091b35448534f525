import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { joinWidget } from './join-widget.ts';
import { areas, nounForms } from './noun-forms.ts';
import { widgetFiles } from './widget-files.ts';
import { writeFiles } from './write-files.ts';

/** Writes the element of a noun that has its feature already. Returns the paths written. */
export function stampWidget(root: string, name: string, area: string): string[] {
  if (!areas.includes(area)) throw new Error(`"${area}" is not an area: --area is one of ${areas.join(', ')}.`);
  const noun = nounForms(name);
  if (!existsSync(join(root, `packages/contract/src/${area}/${noun.kebab}.ts`)))
    throw new Error(`There is no ${noun.words} yet: begin with "pnpm new feature ${noun.kebab} --area ${area}".`);
  return writeFiles(root, widgetFiles(noun, area), () => joinWidget(root, noun, area));
}
