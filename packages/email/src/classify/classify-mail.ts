import { messageIds, type ParsedMail } from '../parse/index.ts';
import { detectAutoReply } from './detect-auto-reply.ts';
import { detectUnsubscribe } from './detect-unsubscribe.ts';
import { readBounce, type ReportedRecipient } from './read-bounce.ts';

/** What a received mail is, and so what follows from it. */
export type MailClass =
  | 'human'
  | 'auto_reply'
  | 'out_of_office'
  | 'bounce'
  | 'delayed'
  | 'complaint'
  | 'unsubscribe'
  | 'other';

/** The class of a mail and what it reports. */
export interface Classification {
  class: MailClass;
  /** The recipients a bounce, delay or complaint is about. */
  recipients: ReportedRecipient[];
  /** Id of the mail it reports on or answers, with angle brackets. */
  originalMessageId: string | null;
  /** When an out-of-office author is back, as they wrote it. */
  returnsOn?: string;
}

/**
 * Tells bounces (RFC 3464 and others), complaints (RFC 5965), auto-replies (RFC 3834), unsubscribe wishes and list mail
 * from human replies. A bounce of a mail that was never ours is a bounce too: whoever knows the ids decides.
 */
export function classifyMail(mail: ParsedMail): Classification {
  const originalMessageId = findOriginalId(mail);
  const complaint = readComplaint(mail);
  if (complaint) return { ...complaint, originalMessageId };
  const bounce = readBounce(mail);
  if (bounce) return { ...bounce, originalMessageId };
  const answered = mail.inReplyTo ?? mail.references.at(-1) ?? null;
  const base = { recipients: [], originalMessageId: answered };
  const isList = isListMail(mail);
  const automatic = isList && !mail.inReplyTo ? null : detectAutoReply(mail);
  if (automatic) return { ...base, ...automatic };
  if (isList || !mail.from || isReceipt(mail)) return { ...base, class: 'other' };
  return { ...base, class: detectUnsubscribe(mail) ? 'unsubscribe' : 'human' };
}

function readComplaint({ report }: ParsedMail): Pick<Classification, 'class' | 'recipients'> | null {
  const { feedback, originalHeaders } = report;
  if (!feedback) return null;
  const type = feedback['feedback-type']?.toLowerCase() ?? 'abuse';
  if (type === 'not-spam') return { class: 'other', recipients: [] };
  const address = /[^\s<>,;]+@[^\s<>,;]+/.exec(feedback['original-rcpt-to'] ?? originalHeaders?.['to'] ?? '')?.[0];
  const recipients = address
    ? [{ address: address.toLowerCase(), kind: 'policy' as const, status: '', diagnostic: type }]
    : [];
  return { class: 'complaint', recipients };
}

function findOriginalId(mail: ParsedMail): string | null {
  const stated = mail.report.originalHeaders?.['message-id'] ?? mail.headers['x-original-message-id']?.[0];
  const quoted = /^[> \t]*message-id:\s*(<[^<>\s]+>)/im.exec(mail.text)?.[1];
  return messageIds(stated)[0] ?? quoted ?? mail.inReplyTo ?? mail.references.at(-1) ?? null;
}

function isListMail({ headers, inReplyTo }: ParsedMail): boolean {
  if (headers['list-id'] ?? headers['list-post']) return true;
  if (/^(bulk|list|junk)/i.test(headers['precedence']?.[0] ?? '')) return true;
  // Sales tools put List-Unsubscribe on one-to-one answers, too.
  return headers['list-unsubscribe'] !== undefined && !inReplyTo;
}

function isReceipt({ headers }: ParsedMail): boolean {
  return /report-type="?disposition-notification/i.test(headers['content-type']?.[0] ?? '');
}
