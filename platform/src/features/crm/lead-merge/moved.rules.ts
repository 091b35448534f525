import type { Uuid } from '@tabard/contract';

/** The lead that stays, and the one that becomes part of it. */
export interface Pair {
  id: Uuid;
  otherId: Uuid;
}

/** An enrollment as it was before a merge, and as the merge left it. */
export interface KeptEnrollment {
  id: Uuid;
  before: EnrollmentFacts;
  after: EnrollmentFacts;
}
export interface EnrollmentFacts {
  lead_id: Uuid;
  state: string;
  paused_by: string | null;
  steps_sent: number;
  next_step_at: string | null;
}

/** Deals that the one that became part was in. */
export interface MovedDeals {
  /** Deals that the one that stays is in since, in its place. */
  moved: readonly Uuid[];
  /** Deals that both were in, with the place of each before. */
  shared: readonly { dealId: Uuid; position: number; own: number }[];
}

/** What pointed at the lead that became part of another one. */
export interface Moved {
  /** Ids of rows that point at the one that stays since, by table. */
  rows: Readonly<Record<string, readonly Uuid[]>>;
  /** Lists that the one that stays is on since. */
  lists: readonly Uuid[];
  enrollments: readonly KeptEnrollment[];
  deals: MovedDeals;
  /** What was added to the counts of the one that stays, and its moments before. */
  contact: { added: Readonly<Record<string, number>>; before: Readonly<Record<string, string | null>> } | null;
}

/** How what a column says of a lead follows it into another one. */
export type Following =
  /** Its rows point at the one that stays, and back when that is undone. */
  | 'moved'
  /** Done by hand in `move-rows.ts` or `merge-enrollments.ts`. */
  | 'joined'
  /** It follows from the lead's own row, by a trigger or a statement of its owner. */
  | 'follows the lead'
  /** It stays with the lead that is archived; whoever reads it looks at both, or nobody needs it. */
  | 'stays';

/**
 * Every column of the database that names leads, with how it follows. A test asks the database's catalog for them, so that whoever adds
 * one decides here what becomes of it.
 */
export const following: Readonly<Record<string, { how: Following; why?: string }>> = {
  'conversation.lead_id': { how: 'moved' },
  'note.lead_id': { how: 'moved' },
  'file.lead_id': { how: 'moved' },
  'file_upload.lead_id': { how: 'moved' },
  'logged_activity.lead_id': { how: 'moved' },
  'task.lead_id': { how: 'moved' },
  'conversion.lead_id': { how: 'moved' },
  'delivery.lead_id': { how: 'joined', why: 'answers move, and mails of campaigns with their enrollments' },
  'enrollment.lead_id': { how: 'joined', why: 'one lead is in a campaign once' },
  'list_member.lead_id': { how: 'joined', why: 'the one that stays is put on the same lists' },
  'lead_contact.lead_id': { how: 'joined', why: 'counts are added up' },
  'audience_part.lead_ids': { how: 'joined', why: 'a launch that is under way enrolls the one that stays' },
  'deal_lead.lead_id': { how: 'joined', why: 'one lead is in a deal once' },
  'lead_tag.lead_id': { how: 'follows the lead', why: 'its words are joined' },
  'lead_reach.lead_id': { how: 'follows the lead', why: 'its addresses and numbers are joined' },
  'segment_member.lead_id': { how: 'follows the lead' },
  'segment_change.lead_id': { how: 'follows the lead' },
  'lead.merged_into_id': { how: 'stays', why: 'a lead that became part of this one before is found through it' },
  'mail_event.lead_id': { how: 'stays', why: 'history; timelines look at both, counts are added up' },
  'bulk_part.lead_ids': { how: 'stays', why: 'an operation that is under way tells that the lead is archived' },
  'company_merge.lead_ids': { how: 'stays', why: 'taking a merge of companies back passes over what is archived' },
  'lead_merge.lead_id': { how: 'stays', why: 'an earlier merge can be taken back when this one was' },
  'lead_merge.other_id': { how: 'stays' },
  'lead_distinct.lead_id': { how: 'stays', why: 'it holds again when the merge is taken back' },
  'lead_distinct.other_id': { how: 'stays', why: 'it holds again when the merge is taken back' },
};

/** Tables whose rows just point at the lead that stays. */
export const movedTables: readonly string[] = Object.entries(following).flatMap(([column, { how }]) =>
  how === 'moved' ? [column.split('.')[0] ?? ''] : [],
);
