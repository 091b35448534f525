import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';

/** Where a match stands. */
export const companyMatchStates = ['queued', 'running', 'completed', 'cancelled'] as const;

export const companyMatchOutput = z.object({
  id: idOutput('companyMatch'),
  /** Whether companies are made for domains that none has. */
  creates: z.boolean(),
  /** Where it stands: `queued`, `running`, `completed` or `cancelled`. */
  state: z.enum(companyMatchStates),
  /** The part that is done, 0 to 1. */
  progress: z.number(),
  /** Leads without a company that were looked at so far. */
  seen: z.int(),
  /** Leads that joined a company. */
  joined: z.int(),
  /** Companies that were made. */
  made: z.int(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export const companyMatchStartInput = z.strictObject({
  /** Whether companies are made for domains that none has; left out, as the workspace's setting says. */
  creates: z.boolean().optional(),
});
export const companyMatchIdInput = z.strictObject({ id: idInput('companyMatch') });
export const companyMatchListInput = z.strictObject({});
export const companyMatchListOutput = z.object({
  /** The newest first; up to 20. */
  items: z.array(companyMatchOutput),
});
export type CompanyMatch = z.infer<typeof companyMatchOutput>;
