export { classifyMail, type Classification, type MailClass } from './classify-mail.ts';
export { judgeStatus, type BounceKind } from './judge-status.ts';
export type { ReportedRecipient } from './read-delivery-status.ts';
