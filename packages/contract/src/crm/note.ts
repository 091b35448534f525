import { z } from 'zod';
import { idInput } from '../ids.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { recordSubject } from './record-subject.ts';

const nullable = { nullable: true } as const;

/** Who is named in a text, by the id of a member or a team; `name` is `null` for who is a member no more. */
export const mentionOutput = z.object({
  /** Id of a member or a team; starts with "mem_" or "tea_". */
  id: z.string(),
  name: z.string().nullable(),
});

/** Something that people write down about a lead, a company or a deal. */
export const noteNoun = describeNoun('note', {
  /** Plain text with line breaks. Members are named in it as `@[mem_…]`, teams as `@[tea_…]`; `mentions` says what they are called. */
  text: field.longText({ label: 'Text', min: 1, max: 10_000, search: true, personal: true }),
  /** Pinned ones stand above the others. */
  isPinned: field.boolean({ label: 'Pinned', default: false, filter: true }),
  /** The lead that it is about; `null` where it is about something else. */
  leadId: field.reference('lead', { label: 'Lead', ...nullable, readOnly: true, filter: true }),
  /** The company that it is about; `null` where it is about something else. */
  companyId: field.reference('company', { label: 'Company', ...nullable, readOnly: true, filter: true }),
  /** The deal that it is about; `null` where it is about something else. */
  dealId: field.reference('deal', { label: 'Deal', ...nullable, readOnly: true, filter: true }),
  /** Moment that its text last changed; `null` while it says what it said first. */
  editedAt: field.moment({ label: 'Edited', ...nullable, readOnly: true }),
  /** Who wrote it, by the name that is known now; `null` for who is gone. */
  authorName: field.text({ label: 'Author', max: 200, ...nullable, computed: true }),
  /** Who is named in it, by the names that are known now. */
  mentions: field.record(z.array(mentionOutput), z.array(mentionOutput), { label: 'Mentions', computed: true }),
});

export const noteOutput = noteNoun.output.extend({
  /** Whether the caller may change and delete it: who wrote it, and who manages the workspace. */
  canChange: z.boolean(),
});
export const noteCreateInput = noteNoun.createInput.extend({
  /** The record that it is about: `noun` is lead, company or deal, `id` the id of one. */
  subject: recordSubject,
});
export const noteListInput = noteNoun.listInput.extend({
  /** Only those about this record; of a company also those of companies that became part of it. */
  subject: recordSubject.optional(),
});
export const notePinInput = z.strictObject({
  id: idInput('note'),
  /** Whether it stands above the others from now on. */
  isPinned: z.boolean(),
});

/** A note as callers see it. */
export type Note = z.infer<typeof noteOutput>;
