export { inspectMail, type MailInspection } from './inspect-mail.ts';
