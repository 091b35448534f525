import { fieldsWith, leadNoun, snakeCase } from '@tabard/contract';
import { UNSUBSCRIBE_FIELD } from '@tabard/email';

const labels: Readonly<Record<string, string>> = Object.fromEntries(
  fieldsWith(leadNoun.fields, 'merge').map((field) => [snakeCase(field), leadNoun.fields[field].facts.label]),
);

/** Custom fields by their keys, with what they are called. */
type OwnFields = ReadonlyMap<string, { label: string }>;

/** What a merge field is called in front of people: `custom.first_lane` is `First lane`, unless a custom field says what it is called. */
export function fieldLabel(name: string, own: OwnFields): string {
  if (name === UNSUBSCRIBE_FIELD) return 'Unsubscribe link';
  if (Object.hasOwn(labels, name)) return labels[name]!;
  const label = name.startsWith('custom.') ? own.get(name.slice('custom.'.length))?.label : undefined;
  if (label !== undefined) return label;
  const words = name.replace(/^custom\./, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The value of a field, whether standard or custom; empty ones are `null`. */
export function fieldValue(values: Record<string, unknown>, name: string): string | null {
  const custom = (values['custom'] ?? {}) as Record<string, unknown>; // leadMergeValues nests them here
  const value = name.startsWith('custom.') ? custom[name.slice('custom.'.length)] : values[name];
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Stands in for a lead where there is none yet: every field reads as its own label. */
export function labelsAsValues(names: readonly string[], own: OwnFields): Record<string, unknown> {
  const custom: Record<string, string> = {};
  const values: Record<string, unknown> = { custom };
  for (const name of names) {
    if (name.startsWith('custom.')) custom[name.slice('custom.'.length)] = fieldLabel(name, own);
    else values[name] = fieldLabel(name, own);
  }
  return values;
}
