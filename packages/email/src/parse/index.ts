export { messageIds, parseMail, type ParsedAttachment, type ParsedMail, type ReportParts } from './parse-mail.ts';
