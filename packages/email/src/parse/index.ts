export { parseMail, parseMailBytes, readHeadersOnly, type ParsedAttachment, type ParsedMail } from './parse-mail.ts';
export { READ_LIMITS, type ReadLimits, type Truncated } from './read-limits.ts';
export { messageIds, type MailEnvelope } from './read-envelope.ts';
export type { ReportParts } from './read-report.ts';
