import { z } from 'zod';
import { idInput } from '../ids.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

/** What a list is for: leads to work with, or leads that no campaign enrolls. */
export const listKinds = ['leads', 'exclude'] as const;

/** Leads that somebody put together by hand, by a filter or by an import; who is on it stays until taken off. */
export const listNoun = describeNoun('list', {
  name: field.text({ label: 'Name', min: 1, max: 100, search: true, sort: true, filter: true }),
  /** What it is for, in a sentence; `null` for nothing. */
  description: field.text({ label: 'Description', max: 500, nullable: true, search: true }),
  /** `leads`: leads to work with; `exclude`: leads that no campaign enrolls for as long as they are on it and it is not archived. */
  kind: field.choice(listKinds, { label: 'Kind', default: 'leads', filter: true }),
  /** How many live leads are on it. */
  leadCount: field.integer({ label: 'Leads', readOnly: true, computed: true }),
});
export const listLeadsInput = z.strictObject({
  /** The list. */
  id: idInput('list'),
  /** Ids of leads, 1 to 1,000: all of them or none. More at once, or all that a filter takes, are the work of a bulk operation. */
  leadIds: z.array(idInput('lead')).min(1).max(1000),
});
export const listLeadsOutput = z.object({
  /** How many were put on the list, or taken off it; those that were there, or not, already are not counted. */
  count: z.int(),
});

/** A list as callers see it. */
export type List = z.infer<(typeof listNoun)['output']>;
