import { defineFeature, monthKeeper } from '#kernel';
import { forgetMailEvents } from './forget-mail-events.ts';
import { LeadContactSchema } from './lead-contact.entity.ts';
import { mailEventMonths, MailEventSchema, MailRollupSchema } from './mail-event.entity.ts';

/** What became of mails, and the signed links that tell it. */
export const trackingFeature = defineFeature({
  name: 'tracking',
  entities: [MailEventSchema, MailRollupSchema, LeadContactSchema],
  services: [monthKeeper([mailEventMonths])],
  forgets: forgetMailEvents,
});

export { contactTriggers } from './count-contacts.ts';
export { mailEventMonths, mailEventTypes, type MailEventType } from './mail-event.entity.ts';
export { mailLinks, type LinkClaim, type LinkKind, type MailLinks } from './mail-links.ts';
export { recordMailEvents, type FirstMailEvent, type MailEvent } from './record-mail-events.ts';
export { sentEventsSql } from './sent-events.ts';
export { withoutTracking } from './without-tracking.ts';
