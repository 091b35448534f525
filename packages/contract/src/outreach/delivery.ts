import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';

/** One outbound mail, exactly one per enrollment and step. `unknown`: the server may or may not have taken it. */
export const deliveryStates = [
  'planned',
  'submitting',
  'accepted',
  'rejected',
  'suppressed',
  'cancelled',
  'unknown',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];
export const deliveryOutput = z.object({
  id: idOutput('delivery'),
  campaignId: idOutput('campaign').nullable(),
  leadId: idOutput('lead').nullable(),
  mailboxId: idOutput('mailbox'),
  stepId: idOutput('step').nullable(),
  to: z.string(),
  subject: z.string(),
  state: z.enum(deliveryStates),
  /** The mail server's last words, or why it was not sent. */
  reply: z.string().nullable(),
  attempts: z.int(),
  dueAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});
export const deliveryListInput = z.strictObject({
  ...pageInput,
  campaignId: idInput('campaign').optional(),
  leadId: idInput('lead').optional(),
  state: z.enum(deliveryStates).optional(),
});
export const deliveryGetInput = z.strictObject({ id: idInput('delivery') });
/** Decides a delivery whose outcome is unknown: it was sent, or send the same bytes again, or give it up. */
export const deliveryDecideInput = z.strictObject({
  id: idInput('delivery'),
  decision: z.enum(['accepted', 'send_again', 'cancelled']),
});

export type Delivery = z.infer<typeof deliveryOutput>;
