import type { ParsedMail } from '../parse/index.ts';
import { normaliseSubject } from './normalise-subject.ts';

/** What must be known of the mail that is answered or followed up. */
export interface PreviousMail {
  messageId: string;
  references?: readonly string[];
  inReplyTo?: string | null;
  subject: string;
}

/** The headers that put a mail into the thread of the previous one, in the recipient's program, too. */
export interface ThreadHeaders {
  inReplyTo: string;
  references: string[];
  subject: string;
}

/** How a follow-up or an answer refers to the mail before it (RFC 5322, 3.6.4). */
export function threadHeaders(previous: PreviousMail): ThreadHeaders {
  const before = previous.references?.length ? previous.references : previous.inReplyTo ? [previous.inReplyTo] : [];
  const references = [...new Set([...before, previous.messageId].map(bracketed))];
  return { inReplyTo: bracketed(previous.messageId), references, subject: `Re: ${normaliseSubject(previous.subject)}` };
}

/** The ids by which a received mail can be joined to a thread, the strongest first. */
export function threadKeys(mail: Pick<ParsedMail, 'inReplyTo' | 'references' | 'report'>): string[] {
  const original = mail.report.originalHeaders?.['message-id']?.trim();
  const ids = [mail.inReplyTo, ...mail.references.toReversed(), original];
  return [...new Set(ids.filter((id): id is string => Boolean(id)))];
}

function bracketed(id: string): string {
  return `<${id.trim().replace(/^<|>$/g, '')}>`;
}
