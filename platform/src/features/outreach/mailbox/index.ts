import { defineFeature } from '#kernel';
import { mailboxDayRetention, MailboxDaySchema, MailboxSchema } from './mailbox.entity.ts';
import { mailboxRouter } from './mailbox.router.ts';
import { mailboxRecheck, recheckMailbox } from './recheck-mailbox.job.ts';

/** Mailboxes: the identities that send and receive. */
export const mailboxFeature = defineFeature({
  name: 'mailbox',
  entities: [MailboxDaySchema, MailboxSchema],
  router: mailboxRouter,
  jobs: [recheckMailbox],
  services: [mailboxRecheck],
  retention: [mailboxDayRetention],
  sealed: [{ table: 'mailbox', columns: ['smtp_password', 'imap_password'] }],
});

export { mailServerColumns, mailServerOf, type MailServerRow } from './mail-server-of.ts';
export {
  clearMailboxProblem,
  receivingProblem,
  reportMailboxProblem,
  type MailboxProblem,
} from './report-mailbox-problem.ts';
export { mailboxRouter };
