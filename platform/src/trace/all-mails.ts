import type { MailSandbox, StoredMail } from '@tabard/embedded';

/** Every mail that arrived, the newest first. */
export const allMails = (sandbox: MailSandbox): StoredMail[] => sandbox.messages({ limit: 1000 });
