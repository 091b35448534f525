import { defineFeature } from '#kernel';
import { MailEventSchema, MailRollupSchema } from './mail-event.entity.ts';

/** The tracking feature. */
export const trackingFeature = defineFeature({ name: 'tracking', entities: [MailEventSchema, MailRollupSchema] });

export { MailEventSchema, MailRollupSchema };
