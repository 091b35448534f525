import { z } from 'zod';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { activityDirections, activityKinds, callOutcomes } from './activity-words.ts';
import { recordSubject } from './record-subject.ts';

const nullable = { nullable: true } as const;

/** A call, a meeting or a mail elsewhere that somebody wrote down about a lead, a company or a deal. */
export const loggedActivityNoun = describeNoun('loggedActivity', {
  /** What it was. */
  kind: field.choice(activityKinds, { label: 'Kind', default: 'call', filter: true }),
  /** Who began it: we (`outgoing`) or they (`incoming`). Of calls and mails. */
  direction: field.choice(activityDirections, { label: 'Direction', ...nullable }),
  /** What came of it. Of calls. */
  outcome: field.choice(callOutcomes, { label: 'Outcome', ...nullable, filter: true }),
  /** How long it took. Of calls and meetings. */
  minutes: field.integer({ label: 'Minutes', min: 0, max: 1440, ...nullable }),
  /** Moment it happened, which is past. */
  happenedAt: field.moment({ label: 'When' }),
  /** What was said: plain text with line breaks. */
  text: field.longText({ label: 'Text', max: 10_000, ...nullable, search: true, personal: true }),
  /** The lead that it is about; `null` where it is about something else. */
  leadId: field.reference('lead', { label: 'Lead', ...nullable, readOnly: true, filter: true }),
  /** The company that it is about; `null` where it is about something else. */
  companyId: field.reference('company', { label: 'Company', ...nullable, readOnly: true, filter: true }),
  /** The deal that it is about; `null` where it is about something else. */
  dealId: field.reference('deal', { label: 'Deal', ...nullable, readOnly: true, filter: true }),
  /** Who wrote it down, by the name that is known now; `null` for who is gone. */
  authorName: field.text({ label: 'Author', max: 200, ...nullable, computed: true }),
});

export const loggedActivityOutput = loggedActivityNoun.output.extend({
  /** Whether the caller may change and delete it: who wrote it down, and who manages the workspace. */
  canChange: z.boolean(),
});
export const loggedActivityCreateInput = loggedActivityNoun.createInput.extend({
  /** The record that it is about: `noun` is lead, company or deal, `id` the id of one. */
  subject: recordSubject,
});
export const loggedActivityListInput = loggedActivityNoun.listInput.omit({ sort: true }).extend({
  /** Only those about this record; of a company also those of companies that became part of it. */
  subject: recordSubject.optional(),
});

/** An activity as callers see it. */
export type LoggedActivity = z.infer<typeof loggedActivityOutput>;
