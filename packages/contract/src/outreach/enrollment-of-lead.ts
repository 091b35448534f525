import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { campaignStates, enrollmentOutput } from './campaign.ts';

export const enrollmentOfLeadInput = z.strictObject({
  /** Whose. */
  leadId: idInput('lead'),
});
/** One campaign of a lead and where the lead stands in it. */
export const enrollmentOfLead = enrollmentOutput.omit({ lead: true }).extend({
  /** The campaign. */
  campaign: z.object({ id: idOutput('campaign'), name: z.string(), state: z.enum(campaignStates) }),
  /** How many steps the campaign has. */
  steps: z.int(),
  /** The subject of the step that comes next, with merge fields; empty where that is a follow-up in the same thread, `null` where nothing follows. */
  nextSubject: z.string().nullable(),
  /** Moment the lead joined, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
});
export const enrollmentsOfLead = z.object({
  /** The newest first; up to 200. */
  items: z.array(enrollmentOfLead),
});
export type EnrollmentOfLead = z.infer<typeof enrollmentOfLead>;
