import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

export const suppressionReasons = ['unsubscribe', 'bounce', 'complaint', 'manual', 'reply'] as const;
/** An address that is not contacted. It holds for every spelling of the address. */
export const suppressionNoun = describeNoun(
  'suppression',
  {
    /** The address, as it was given; `null` after erasure, where only a keyed hash is left. */
    email: field.like('email', emailAddress, {
      label: 'Email',
      max: 254,
      nullable: true,
      search: true,
      personal: true,
    }),
    /** Why it is not contacted. */
    reason: field.choice(suppressionReasons, { label: 'Reason', filter: true }),
    /** The campaign whose mail led to it; `null` where none did. */
    campaignId: field.reference('campaign', { label: 'Campaign', nullable: true, readOnly: true, filter: true }),
  },
  { ending: 'removed' },
);
export const suppressionOutput = suppressionNoun.output;
export const suppressionCreateInput = z.strictObject({
  /** The address that shall get no mail, in any spelling. */
  email: emailAddress,
  /** Why it shall not be contacted. */
  reason: z.enum(['manual', 'unsubscribe', 'complaint']).default('manual'),
});
export type Suppression = z.infer<typeof suppressionOutput>;
