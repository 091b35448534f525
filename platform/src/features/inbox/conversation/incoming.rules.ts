import { createHash } from 'node:crypto';
import type { MailClass, ParsedMail } from '@tabard/email';

/** A Message-ID as it is stored: without angle brackets, and without what PostgreSQL cannot hold. */
export const bareId = (id: string): string => id.replaceAll('\0', '').trim().replace(/^<|>$/g, '');

/** A text that PostgreSQL can hold, at most so long. */
export const cleanText = (text: string, longest: number): string => text.replaceAll('\0', '').slice(0, longest);

/** What a mail is known by: its Message-ID, or a hash of its bytes where that is missing or too long to be one. */
export function storedId(mail: ParsedMail, raw: Uint8Array): string {
  const id = mail.messageId ? cleanText(bareId(mail.messageId), 1_000) : '';
  if (id !== '' && id.length <= 255) return id;
  return `${createHash('sha256').update(raw).digest('hex')}@no-id.invalid`;
}

const reports: ReadonlySet<MailClass> = new Set<MailClass>(['bounce', 'delayed', 'complaint']);
/** Whether a machine tells about another mail; without that mail it tells nothing. */
export const isReport = (kind: MailClass): boolean => reports.has(kind);

/** Whether a person wrote it. */
export const isByPerson = (kind: MailClass): boolean => kind === 'human' || kind === 'unsubscribe';
