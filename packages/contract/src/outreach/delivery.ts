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
  /** The campaign it belongs to; `null` for answers from the inbox. */
  campaignId: idOutput('campaign').nullable(),
  /** The lead it is for; `null` where it is for none. */
  leadId: idOutput('lead').nullable(),
  /** The mailbox that sends it. */
  mailboxId: idOutput('mailbox'),
  /** The step of the campaign; `null` for answers from the inbox. */
  stepId: idOutput('step').nullable(),
  /** Address of the recipient. */
  to: z.string(),
  /** Subject line, with merge fields filled in. */
  subject: z.string(),
  /** How it fares; `unknown`: the server may or may not have taken it, and a person decides. */
  state: z.enum(deliveryStates),
  /** The mail server's last words, or why it was not sent. */
  reply: z.string().nullable(),
  /** How often it was begun to be sent. */
  attempts: z.int(),
  /** Moment from which it is sent, ISO 8601 in UTC. */
  dueAt: z.iso.datetime(),
  /** Moment the server took it; `null` while none has. */
  sentAt: z.iso.datetime().nullable(),
});
export const deliveryListInput = z.strictObject({
  ...pageInput,
  /** Only mails of this campaign. */
  campaignId: idInput('campaign').optional(),
  /** Only mails to this lead. */
  leadId: idInput('lead').optional(),
  /** Only mails that fare like this. */
  state: z.enum(deliveryStates).optional(),
});
export const deliveryGetInput = z.strictObject({ id: idInput('delivery') });
/** Decides a delivery whose outcome is unknown: it was sent, or send the same bytes again, or give it up. */
export const deliveryDecideInput = z.strictObject({
  id: idInput('delivery'),
  /** `accepted`: it was sent. `send_again`: send the same bytes again. `cancelled`: give it up. */
  decision: z.enum(['accepted', 'send_again', 'cancelled']),
});

export type Delivery = z.infer<typeof deliveryOutput>;
