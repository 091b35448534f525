import { z } from 'zod';
import { idInput } from '../ids.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { customFieldColors } from './custom-value.ts';

/** What can be under way with a tag in all leads that carry it: it gets another name, goes into another tag, or is taken off. */
export const tagChanges = ['rename', 'merge', 'remove'] as const;

const change = z.object({
  /** What is under way. */
  kind: z.enum(tagChanges),
  /** Leads that are done. */
  done: z.int(),
  /** Leads that carried it when it began. */
  total: z.int(),
});

/** A word that leads are sorted by. Whatever word a lead carries is one; no two of a workspace differ only in case or accents. */
export const tagNoun = describeNoun('tag', {
  /** The word, as leads carry it. */
  name: field.text({ label: 'Name', min: 1, max: 50, search: true, sort: true, filter: true }),
  /** The colour it is shown in; `null` for none. */
  color: field.choice(customFieldColors, { label: 'Colour', nullable: true, filter: true }),
  /** What it stands among, such as `Region`; `null` for nothing. */
  category: field.text({ label: 'Category', max: 50, nullable: true, search: true, sort: true, filter: true }),
  /** How many live leads carry it. */
  leadCount: field.integer({ label: 'Leads', readOnly: true, computed: true }),
  /** What is under way with it in all of its leads; `null` for nothing. */
  change: field.record(change, change, { label: 'Change', nullable: true, readOnly: true, computed: true }),
});
export const tagMergeInput = z.strictObject({
  /** The tag that ends. */
  id: idInput('tag'),
  /** The tag that its leads carry from then on. */
  intoId: idInput('tag'),
});

/** A tag as callers see it. */
export type Tag = z.infer<(typeof tagNoun)['output']>;
