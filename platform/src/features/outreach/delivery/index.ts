import { defineFeature } from '#kernel';
import { ClaimSchema } from './claim.entity.ts';
import { deliveryCarried } from './delivery-carried.ts';
import { DeliverySchema } from './delivery.entity.ts';
import { deliveryRouter } from './delivery.router.ts';
import { forgetRecipients } from './forget-recipients.ts';
import { MailPackSchema, mailPackRetention } from './mail-pack.entity.ts';
import { reconcileDelivery } from './reconcile-delivery.job.ts';
import { sendMailboxQueue } from './send-mailbox-queue.job.ts';
import { sweeper } from './sweep.ts';

/** Outbound mails and how they leave. */
export const deliveryFeature = defineFeature({
  name: 'delivery',
  entities: [DeliverySchema, ClaimSchema, MailPackSchema],
  router: deliveryRouter,
  jobs: [sendMailboxQueue, reconcileDelivery],
  services: [sweeper],
  retention: [mailPackRetention],
  carried: [deliveryCarried],
  forgets: forgetRecipients,
});

export { deliveryRouter };
export { deliveriesOfLead } from './deliveries-of-lead.ts';
export { readPacked, type PackPlace } from './mail-pack.ts';
export { openMails } from './open-mails.ts';
export { planReply, type PlannedReply } from './plan-reply.ts';
export { sendMailboxQueue };
export { settleDelivery, type Evidence } from './settle-delivery.ts';
export { splitFooter } from './write-footer.ts';
export { stopOutreach, type StopReason } from './stop-outreach.ts';
