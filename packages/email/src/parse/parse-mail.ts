import { convert } from 'html-to-text';
import PostalMime, { type Address, type Attachment as RawAttachment, type Email } from 'postal-mime';
import type { MailAddress } from '../address/index.ts';
import { readDate } from './read-date.ts';
import { repairBoundary, repairRaw } from './repair-raw.ts';

/** A file found in a mail; parts without a name are called after their type. */
export interface ParsedAttachment {
  name: string;
  type: string;
  size: number;
  content: Uint8Array;
}

/** The machine-readable parts of bounces and complaints. */
export interface ReportParts {
  /** Header groups of `message/delivery-status`: the first is about the message, each further one about a recipient. */
  deliveryStatus: Record<string, string>[];
  /** The fields of `message/feedback-report`. */
  feedback: Record<string, string> | null;
  /** The headers of the mail the report is about. */
  originalHeaders: Record<string, string> | null;
}

/** A received mail. Ids carry their angle brackets; what is missing is empty or null. */
export interface ParsedMail {
  messageId: string | null;
  /** ISO 8601, or null when the mail has no readable date. */
  date: string | null;
  from: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  replyTo: MailAddress[];
  subject: string;
  inReplyTo: string | null;
  references: string[];
  /** The plain text, made from the html when the mail has only that. */
  text: string;
  html: string | null;
  /** Lower-case names; several values where a header stands several times. */
  headers: Record<string, string[]>;
  attachments: ParsedAttachment[];
  report: ReportParts;
  /** What could not be read; the rest of the mail is there all the same. */
  error: string | null;
}

const HEADER_PARTS = new Set(['text/rfc822-headers', 'message/rfc822', 'message/global', 'message/global-headers']);
const MAX_TEXT = 1_000_000;

/** Reads a raw mail; never rejects, whatever the bytes. */
export async function parseMail(raw: Uint8Array | string): Promise<ParsedMail> {
  try {
    const bytes = repairRaw(raw);
    const email = await parseBytes(bytes);
    return readEmail((await reparse(bytes, email)) ?? email);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ...readEmail({ headers: [], headerLines: [], attachments: [] }),
      error: `This mail cannot be read: ${reason}`,
    };
  }
}

function parseBytes(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });
}

// Parts that nothing parts: the mail says it has some, and none was found.
async function reparse(bytes: Uint8Array, email: Email): Promise<Email | undefined> {
  const type = email.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (!/^\s*multipart\//i.test(type) || email.text || email.html || email.attachments.length > 0) return undefined;
  const repaired = repairBoundary(bytes, type);
  return repaired && parseBytes(repaired);
}

function readEmail(email: Email): ParsedMail {
  const headers = collectHeaders(email);
  const attachments = email.attachments.map(readAttachment);
  return {
    messageId: messageIds(email.messageId)[0] ?? null,
    date: readDate(headers['date']?.[0]),
    from: mailboxes(email.from ?? email.sender)[0] ?? null,
    to: mailboxes(email.to),
    cc: mailboxes(email.cc),
    replyTo: mailboxes(email.replyTo),
    subject: email.subject ?? '',
    inReplyTo: messageIds(email.inReplyTo)[0] ?? null,
    references: messageIds(email.references),
    text: withoutNul(email.text ?? (email.html === undefined ? '' : htmlText(email.html))).replace(/\r\n?/g, '\n'),
    html: email.html === undefined ? null : withoutNul(email.html),
    headers,
    attachments,
    report: readReport(attachments),
    error: Object.keys(headers).some((name) => /^[!-9;-~]+$/.test(name))
      ? null
      : 'This is not a mail: it has no headers.',
  };
}

// No database takes it in a text.
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

function collectHeaders(email: Email): Record<string, string[]> {
  const headers: Record<string, string[]> = Object.create(null);
  for (const { key, value } of email.headers) (headers[key] ??= []).push(value);
  return headers;
}

function mailboxes(addresses: Address | Address[] | undefined): MailAddress[] {
  const flat = [addresses ?? []].flat().flatMap((entry) => entry.group ?? [entry]);
  return flat.filter((entry) => entry.address !== '').map(({ name, address }) => ({ name, address: address ?? '' }));
}

/** Every message id in a header value, with angle brackets; some senders leave the brackets away. */
export function messageIds(value: string | undefined): string[] {
  if (!value) return [];
  const bracketed = value.match(/<[^<>\s]{1,998}>/g);
  if (bracketed) return [...new Set(bracketed)];
  return value.split(/[\s,]+/).flatMap((word) => (/^[^@<>]+@[^@<>]+$/.test(word) ? [`<${word}>`] : []));
}

function readAttachment({ filename, mimeType, content }: RawAttachment): ParsedAttachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return { name: filename || mimeType.replace('/', '.'), type: mimeType, size: bytes.byteLength, content: bytes };
}

function htmlText(html: string): string {
  const selectors = [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
  ];
  return convert(html.slice(0, MAX_TEXT), { wordwrap: false, selectors });
}

function readReport(attachments: readonly ParsedAttachment[]): ReportParts {
  const report: ReportParts = { deliveryStatus: [], feedback: null, originalHeaders: null };
  for (const { type, content } of attachments) {
    const groups = () => headerGroups(Buffer.from(content).toString('utf8'));
    if (type === 'message/delivery-status' || type === 'message/global-delivery-status')
      report.deliveryStatus.push(...groups());
    else if (type === 'message/feedback-report') report.feedback ??= groups()[0] ?? null;
    else if (HEADER_PARTS.has(type)) report.originalHeaders ??= groups()[0] ?? null;
  }
  return report;
}

/** Groups of `Name: value` lines parted by empty lines, unfolded, names in lower case; the first of a name counts. */
function headerGroups(text: string): Record<string, string>[] {
  const groups: Record<string, string>[] = [];
  for (const block of text
    .slice(0, MAX_TEXT)
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)) {
    const group: Record<string, string> = Object.create(null);
    for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
      const colon = line.indexOf(':');
      if (colon > 0) group[line.slice(0, colon).trim().toLowerCase()] ??= line.slice(colon + 1).trim();
    }
    if (Object.keys(group).length > 0) groups.push(group);
  }
  return groups;
}
