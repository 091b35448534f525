export { classifyMail, type Classification, type MailClass } from './classify-mail.ts';
export type { ReplyStage } from './find-status.ts';
export { isDisowned } from './is-disowned.ts';
export { isDeadAddress } from './is-dead-address.ts';
export { judgeRefusal, type BounceKind, type RefusalVerdict, type ServerRefusal } from './judge-status.ts';
export type { ReportedRecipient } from './read-delivery-status.ts';
export { gradeWish, type UnsubscribeWish } from './detect-unsubscribe.ts';
