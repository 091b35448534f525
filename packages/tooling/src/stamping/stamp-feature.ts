import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { featureFiles } from './feature-files.ts';
import { joinFeature } from './join-feature.ts';
import { areas, nounForms } from './noun-forms.ts';

/** Writes one thin slice of a noun through every layer. Returns the paths written; refuses a noun that has a room already. */
export function stampFeature(root: string, name: string, area: string): string[] {
  if (!areas.includes(area)) throw new Error(`"${area}" is not an area: --area is one of ${areas.join(', ')}.`);
  const noun = nounForms(name);
  const files = featureFiles(noun, area);
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken) throw new Error(`${taken} is already there: nothing was written.`);
  const changed = joinFeature(root, noun, area);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...Object.keys(files), ...changed];
}
