import { defineFeature } from '#kernel';
import { MailboxDaySchema, MailboxSchema } from './mailbox.entity.ts';

/** The mailbox feature. */
export const mailboxFeature = defineFeature({ name: 'mailbox', entities: [MailboxDaySchema, MailboxSchema] });

export { MailboxDaySchema, MailboxSchema };
