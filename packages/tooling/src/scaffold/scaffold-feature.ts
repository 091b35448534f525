import { featureFiles } from './feature-files.ts';
import { areas, nounForms } from './noun-forms.ts';
import { registerFeature } from './register-feature.ts';
import { registerWidget } from './register-widget.ts';
import { widgetFiles } from './widget-files.ts';
import { writeFiles } from './write-files.ts';

/**
 * Writes one noun through every layer: described, kept, listed, shown, documented, tested. Returns the paths written; refuses a noun
 * that has a room already.
 */
export function scaffoldFeature(root: string, name: string, area: string): string[] {
  if (!areas.includes(area)) throw new Error(`"${area}" is not an area: --area is one of ${areas.join(', ')}.`);
  const noun = nounForms(name);
  return writeFiles(root, { ...featureFiles(noun, area), ...widgetFiles(noun, area) }, () => [
    ...registerFeature(root, noun, area),
    ...registerWidget(root, noun),
  ]);
}
