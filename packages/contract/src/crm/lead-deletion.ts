import { z } from 'zod';
import { idInput } from '../ids.ts';

export const leadDeletionPreviewInput = z.strictObject({
  /** Up to 1,000 leads. */
  ids: z.array(idInput('lead')).min(1).max(1_000),
});
export const leadDeletionPreviewOutput = z.object({
  /** Leads that are deleted, with those that became part of them in a merge. */
  leads: z.int(),
  /** Leads that stay because they became part of another one: that one is deleted, or the merge taken back. */
  merged: z.int(),
  /** Leads that stay for now: a mail to them is on its way, or nobody knows yet what became of it. */
  sending: z.int(),
  /** Campaigns they are on their way through. */
  enrollments: z.int(),
  /** Conversations with them, with all of their messages. */
  conversations: z.int(),
  /** Notes about them. */
  notes: z.int(),
  /** Calls, meetings and other activities that somebody logged. */
  activities: z.int(),
  /** Tasks about them, done or not. */
  tasks: z.int(),
  /** Files kept with them, without those in the bin. */
  files: z.int(),
  /** Deals that go on without them. */
  deals: z.int(),
});
export const leadDeletionInput = z.strictObject({
  id: idInput('lead'),
  /** Whether no mail may ever go to the addresses of the lead again; only keyed hashes of them are kept. */
  suppress: z.boolean().default(false),
});

export type LeadDeletionPreview = z.infer<typeof leadDeletionPreviewOutput>;
