import { z } from 'zod';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { idInput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
import {
  customFieldColors,
  customFieldNouns,
  customFieldsLimit,
  customFieldTypes,
  optionsLimit,
} from './custom-value.ts';

const key = z
  .string()
  .trim()
  .max(40)
  .regex(/^[a-z][a-z0-9_]*$/, 'Use lower-case letters, digits and underscores, and begin with a letter.');

/** One thing that a choice can be. */
const option = z.strictObject({
  /** What is stored: lower-case letters, digits and underscores; it stays when the label changes. */
  id: key,
  /** What it is called in front of people, up to 100 characters. */
  label: oneLine().min(1).max(100),
  /** The colour it is shown in; `null` for none. */
  color: z.enum(customFieldColors).nullable().default(null),
});
const shownOption = z.object({
  /** What is stored. */
  id: z.string(),
  /** What it is called in front of people. */
  label: z.string(),
  /** The colour it is shown in; `null` for none. */
  color: z.enum(customFieldColors).nullable(),
});

/** A field of your own on a noun: what it holds is checked wherever a value comes in, and can be asked for in filters as `custom.<key>`. */
export const customFieldNoun = describeNoun('customField', {
  /** What it is a field of. It stays as it was made. */
  noun: field.choice(customFieldNouns, { label: 'Belongs to', default: 'lead', filter: true }),
  /** What values stand under, in `custom`, in texts of mails and in files. It stays as it was made. */
  key: field.like('text', key, { label: 'Key', max: 40, search: true, sort: true }),
  /** What it is called in front of people. */
  label: field.text({ label: 'Label', min: 1, max: 100, search: true, sort: true }),
  /** What it holds. It stays as it was made. */
  type: field.choice(customFieldTypes, { label: 'Type', filter: true }),
  /** What a choice can be, in the order in which it is shown; empty for other types. An option that is taken out stays where it was chosen. */
  options: field.record(
    z.array(shownOption),
    z
      .array(option)
      .max(optionsLimit)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Each option needs an id of its own.'),
    { label: 'Options', default: [] },
  ),
  /** Whether it has to be filled wherever a lead is written; those that lack it already stay as they are until then. */
  required: field.boolean({ label: 'Required', default: false }),
  /** What helps whoever fills it. */
  description: field.text({ label: 'Description', max: 300, default: '' }),
  /** Where it stands among the others, the smallest first. */
  position: field.integer({ label: 'Position', min: 0, max: 10_000, default: 0 }),
  /** How much of its deletion is done, in percent; `null` while nobody deletes it. */
  removal: field.integer({ label: 'Being deleted', min: 0, max: 100, nullable: true, readOnly: true }),
});

/** The order of fields: the first one first; those that are not named follow as they were. */
export const customFieldArrangeInput = z.strictObject({
  /** What they belong to. */
  noun: z.enum(customFieldNouns).default('lead'),
  /** Ids of live fields in their order. */
  ids: z.array(idInput('customField')).min(1).max(customFieldsLimit),
});
/** What depends on a field. */
export const customFieldUsesOutput = z.object({
  /** Live leads that have a value in it. */
  leads: z.int(),
  /** Names of segments that ask for it. */
  segments: z.array(z.string()),
  /** Names of campaigns whose mails or audience use it. */
  campaigns: z.array(z.string()),
  /** Names of templates that merge it. */
  templates: z.array(z.string()),
});

export type CustomFieldUses = z.infer<typeof customFieldUsesOutput>;
export type CustomField = z.infer<(typeof customFieldNoun)['output']>;
