import { featureFiles } from './feature-files.ts';
import { joinFeature } from './join-feature.ts';
import { areas, nounForms } from './noun-forms.ts';
import { writeFiles } from './write-files.ts';

/** Writes one thin slice of a noun through every layer. Returns the paths written; refuses a noun that has a room already. */
export function stampFeature(root: string, name: string, area: string): string[] {
  if (!areas.includes(area)) throw new Error(`"${area}" is not an area: --area is one of ${areas.join(', ')}.`);
  const noun = nounForms(name);
  return writeFiles(root, featureFiles(noun, area), () => joinFeature(root, noun, area));
}
