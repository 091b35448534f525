import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { leadOutput } from './lead.ts';
import { duplicateReasons, mergeableLeadFields } from './lead-merge-words.ts';

const two = {
  /** The lead that stays. */
  id: idInput('lead'),
  /** The lead that becomes part of it. */
  otherId: idInput('lead'),
};
/** A field of every lead, or `custom.<key>`. */
const fieldName = z.union([z.enum(mergeableLeadFields), z.string().regex(/^custom\.[a-z][a-z0-9_]{0,39}$/)]);

export const leadMergePreviewInput = z.strictObject(two);
export const leadMergeInput = z.strictObject({
  ...two,
  /** Fields that are taken from the other one; left out: those that are empty in the one that stays. `email` makes its address the first one. */
  take: z.array(fieldName).max(200).optional(),
});
export const leadMergePreviewOutput = z.object({
  /** The lead that stays, as it is now. */
  lead: leadOutput,
  /** The lead that becomes part of it. */
  other: leadOutput,
  /** Names of the fields in which they differ; of the workspace's own `custom.<key>`. */
  differing: z.array(z.string()),
  /** Campaigns of the other one, in which the one that stays goes on. */
  campaigns: z.int(),
  /** Campaigns that both are in: the one that stays goes on behind the last mail of either. */
  sharedCampaigns: z.int(),
  /** Conversations that come along. */
  conversations: z.int(),
});
export const leadMergeOutput = z.object({
  id: idOutput('leadMerge'),
  /** The lead that stays, as it is now. */
  lead: leadOutput,
});
export const leadMergeUndoInput = z.strictObject({ id: idInput('leadMerge') });
export const leadMergeListInput = z.strictObject({
  /** The lead that stayed. */
  leadId: idInput('lead'),
});
export const leadMergeListOutput = z.object({
  /** The newest first; up to 50. */
  items: z.array(
    z.object({
      id: idOutput('leadMerge'),
      leadId: idOutput('lead'),
      otherId: idOutput('lead'),
      /** The name, or the address, of the one that became part of it. */
      otherName: z.string(),
      /** `completed` or `undone`. */
      state: z.enum(['completed', 'undone']),
      createdAt: z.iso.datetime(),
    }),
  ),
});

export const leadDuplicatesInput = z.strictObject({
  /** Only those of this lead; left out, all of the workspace. */
  id: idInput('lead').optional(),
  /** How many groups at most. */
  limit: z.int().min(1).max(200).default(50),
});
export const leadDuplicatesOutput = z.object({
  items: z.array(
    z.object({
      /** `email`: an address is theirs in common, with and without a tag; `phone`: a number is; `name`: they have the same name at the same company. */
      reason: z.enum(duplicateReasons),
      /** The address, the number, or the name. */
      value: z.string(),
      /** The leads, the oldest first; up to 20. */
      leads: z.array(
        z.object({
          id: idOutput('lead'),
          email: z.string(),
          /** Given and family name; empty where neither is known. */
          name: z.string(),
          company: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export const leadDistinctInput = z.strictObject({
  /** A lead that is not the same as any of the others. */
  id: idInput('lead'),
  /** The others, none of which is the same as another one of them either: 1 to 19. */
  otherIds: z.array(idInput('lead')).min(1).max(19),
  /** `false` forgets that they were told apart. */
  distinct: z.boolean().default(true),
});

export type LeadMergePreview = z.infer<typeof leadMergePreviewOutput>;
export type LeadMergeItem = z.infer<typeof leadMergeListOutput>['items'][number];
export type LeadDuplicates = z.infer<typeof leadDuplicatesOutput>['items'][number];
