import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';

export const suppressionReasons = ['unsubscribe', 'bounce', 'complaint', 'manual', 'reply'] as const;
/** An address that is not contacted. It holds for every spelling of the address. */
export const suppressionOutput = z.object({
  id: idOutput('suppression'),
  /** As it was given; `null` after erasure, where only a keyed hash is left. */
  email: z.string().nullable(),
  reason: z.enum(suppressionReasons),
  campaignId: idOutput('campaign').nullable(),
  createdAt: z.iso.datetime(),
});
export const suppressionCreateInput = z.strictObject({
  email: emailAddress,
  reason: z.enum(['manual', 'unsubscribe', 'complaint']).default('manual'),
});
export const suppressionRemoveInput = z.strictObject({ id: idInput('suppression') });
export const suppressionListInput = z.strictObject({ ...pageInput, search: z.string().trim().max(200).optional() });
export type Suppression = z.infer<typeof suppressionOutput>;
