import { parseTemplate } from './compile-template.ts';
import { liquidFor } from './liquid-engine.ts';
import { readFields } from './read-fields.ts';

/** A merge field a template uses; `hasFallback` when every place that prints it has a `default`. */
export interface MergeField {
  name: string;
  hasFallback: boolean;
}

/**
 * The merge fields of a template in order of appearance; throws `TemplateError` for one that cannot be read.
 * @example mergeFields('{{ first_name | default: "there" }}') // [{ name: 'first_name', hasFallback: true }]
 */
export function mergeFields(source: string): MergeField[] {
  const found = new Map<string, MergeField>();
  for (const { segments, isBare } of readFields(parseTemplate(liquidFor('text'), source))) {
    const [root, key] = segments;
    const name = root === 'custom' && typeof key === 'string' ? `custom.${key}` : String(root);
    const field = found.get(name);
    if (!field) found.set(name, { name, hasFallback: !isBare });
    else if (isBare) field.hasFallback = false;
  }
  return [...found.values()];
}
