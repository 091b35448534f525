import { createHash } from 'node:crypto';
import { normaliseAddress, suppressionKeyInput, type MailClass } from '@tabard/email';
import type { messageClasses } from '@tabard/contract';

/** A class of the inbox: what a mail is, or that it could not be read. */
export type InboxClass = (typeof messageClasses)[number];

/** A Message-ID as it is stored: without angle brackets, and without what PostgreSQL cannot hold. */
export const bareId = (id: string): string => id.replaceAll('\0', '').trim().replace(/^<|>$/g, '');

/** A text that PostgreSQL can hold, at most so long. */
export const cleanText = (text: string, longest: number): string =>
  text.replaceAll('\0', '').slice(0, longest).toWellFormed();

/** What a mail is known by: its Message-ID, or a hash of its bytes where that is missing or too long to be one. */
export function storedId(messageId: string, raw: Uint8Array): string {
  return messageId || `${createHash('sha256').update(raw).digest('hex')}@no-id.invalid`;
}

const reports: ReadonlySet<InboxClass> = new Set<MailClass>(['bounce', 'delayed', 'complaint']);
/** Whether a machine tells about another mail; without that mail it tells nothing. */
export const isReport = (kind: InboxClass): boolean => reports.has(kind);

/** Whether a person wrote it. */
export const isByPerson = (kind: InboxClass): boolean => kind === 'human' || kind === 'unsubscribe';

/** An address as it is compared and stored: in its one form, or as it is written where it has none. */
export const storedAddress = (written: string): string =>
  normaliseAddress(written) ?? cleanText(written.trim().toLowerCase(), 254);

/** Whether two addresses are one person's, by the rule that suppressions go by. */
export function isSamePerson(one: string, other: string): boolean {
  const key = suppressionKeyInput(one);
  return key === null ? one === other : key === suppressionKeyInput(other);
}

/** Clocks of mail servers differ by as much, hardly ever by more. */
const clockSkewMs = 10 * 60_000;

/** The newest moment that `Date` and `Received` headers tell; what lies in the future tells nothing. */
export function newestMoment(headers: readonly string[], now = Date.now()): string | null {
  const moments = headers
    .slice(0, 200)
    .map((header) =>
      Date.parse(
        header
          .slice(header.lastIndexOf(';') + 1)
          .slice(0, 200)
          .replace(/\([^)]*\)/g, ' ')
          .trim(),
      ),
    )
    .filter((moment) => moment <= now + clockSkewMs && moment > 0);
  return moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : null;
}

/** Whether a mail is older than something, its server's clock granted. */
export const isBefore = (moment: Date, start: Date): boolean => moment.getTime() < start.getTime() - clockSkewMs;
