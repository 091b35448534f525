import { createHash } from 'node:crypto';
import {
  classifyMail,
  isDisowned,
  parseMail,
  readHeadersOnly,
  replyIntent,
  sanitiseHtml,
  threadKeys,
  visibleReply,
  type Classification,
  type MailAddress,
  type ParsedMail,
  type ReplyIntent,
} from '@tabard/email';
import {
  bareId,
  cleanFileName,
  cleanLine,
  cleanText,
  isByPerson,
  isReport,
  newestMoment,
  type InboxClass,
} from './incoming.rules.ts';

/** Everything the inbox wants to know of a received mail, bounded and fit for the database. */
export interface MailDigest {
  /** Without angle brackets; empty when the mail has none that can be one. */
  messageId: string;
  /** What the mail says, as a hash: the same for each copy of it, whatever way it came. */
  contentHash: string;
  from: MailAddress | null;
  replyTo: MailAddress[];
  recipients: MailAddress[];
  subject: string;
  inReplyTo: string | null;
  references: string[];
  /** Ids of mails it refers to, the strongest first. */
  ids: string[];
  report: Pick<Classification, 'recipients' | 'until' | 'unsubscribe'> & { class: InboxClass };
  /** Whether the server that received it says that its sender is not who sent it. */
  disowned: boolean;
  /** When it was written and passed on, by its own headers: the newest of these moments in ISO 8601, null without any. */
  moment: string | null;
  text: string;
  quoted: string;
  html: string | null;
  blockedImages: number;
  intent: ReplyIntent | null;
  preview: string;
  attachments: { name: string; type: string; size: number }[];
  /** Whether it says more than what is told here. */
  cut: boolean;
}

const longestText = 500_000;
const longestHtml = 1_000_000;

/**
 * Reads a raw mail: pure, and as costly as its author likes. Call it apart from the loop that serves (`readMailApart`). Without `html`
 * it is shown as text alone.
 */
export async function digestMail(raw: Uint8Array, { html: withHtml = true } = {}): Promise<MailDigest> {
  const mail = await parseMail(raw);
  const judged = classifyMail(mail);
  const report: MailDigest['report'] = mail.error
    ? { class: 'unreadable', recipients: [], until: null, unsubscribe: null }
    : judged;
  const body = cleanText(mail.text, longestText);
  const visible = isByPerson(report.class) ? visibleReply(body) : { reply: body.trim(), quoted: '' };
  const text = visible.reply || (visible.quoted ? '' : body.trim());
  const html =
    withHtml && mail.html ? sanitiseHtml(cleanText(mail.html, longestHtml), { allowRemoteImages: false }) : null;
  const subject = cleanLine(mail.subject, 1_000);
  return {
    ...addressing(mail),
    subject,
    contentHash: hashContent(mail),
    ids: [...new Set([judged.originalMessageId, ...threadKeys(mail)].filter((id) => id !== null).map(bareId))].slice(
      0,
      50,
    ),
    report: {
      class: report.class,
      recipients: report.recipients.slice(0, 50),
      until: report.until,
      unsubscribe: report.unsubscribe,
    },
    text,
    quoted: visible.quoted,
    html: html?.html ?? null,
    blockedImages: html?.blockedImages ?? 0,
    intent: isByPerson(report.class) ? replyIntent(body) : null,
    preview: cleanLine((text || subject).slice(0, 2_000), 2_000)
      .replace(/\s+/g, ' ')
      .slice(0, 200)
      .toWellFormed()
      .trim(),
    cut: mail.truncated.length > 0 || mail.text.length > longestText || (mail.html ?? '').length > longestHtml,
    attachments: mail.attachments
      .filter((file) => !isReport(report.class) || !file.type.startsWith('message/'))
      .slice(0, 100)
      .map(({ name, type, size }) => ({ name: cleanFileName(name, 255), type: cleanLine(type, 100), size })),
  };
}

/** What the headers of a mail tell whose body cannot be read. */
export function digestHeaders(raw: Uint8Array): MailDigest {
  const mail = readHeadersOnly(raw);
  const ids = [mail.inReplyTo, ...mail.references.toReversed()].filter((id) => id !== null).map(bareId);
  return {
    ...unreadDigest(raw),
    ...addressing(mail),
    subject: cleanLine(mail.subject, 1_000),
    ids: [...new Set(ids)].slice(0, 50),
    preview: cleanLine(mail.subject, 200),
  };
}

/** What is known of a mail of which nothing could be read. */
export function unreadDigest(raw: Uint8Array): MailDigest {
  return {
    messageId: '',
    contentHash: createHash('sha256').update(raw).digest('hex'),
    from: null,
    replyTo: [],
    recipients: [],
    subject: '',
    inReplyTo: null,
    references: [],
    ids: [],
    report: { class: 'unreadable', recipients: [], until: null, unsubscribe: null },
    disowned: false,
    moment: null,
    text: '',
    quoted: '',
    html: null,
    blockedImages: 0,
    intent: null,
    preview: '',
    attachments: [],
    cut: false,
  };
}

function addressing(mail: ReturnType<typeof readHeadersOnly>) {
  const id = mail.messageId ? cleanText(bareId(mail.messageId), 1_000) : '';
  return {
    messageId: id.length <= 255 ? id : '',
    from: people(mail.from ? [mail.from] : [])[0] ?? null,
    replyTo: people(mail.replyTo).slice(0, 10),
    recipients: people([...mail.to, ...mail.cc]),
    inReplyTo: mail.inReplyTo ? cleanText(bareId(mail.inReplyTo), 255) : null,
    references: mail.references.slice(-50).map((one) => cleanText(bareId(one), 998)),
    disowned: isDisowned(mail.headers),
    moment: newestMoment([...(mail.headers['received'] ?? []), ...(mail.headers['date'] ?? [])]),
  };
}

const people = (list: readonly MailAddress[]): MailAddress[] =>
  list.slice(0, 100).map(({ name, address }) => ({ name: cleanLine(name, 200), address: cleanLine(address, 254) }));

function hashContent(mail: ParsedMail): string {
  const hash = createHash('sha256').update(
    JSON.stringify([mail.from?.address.toLowerCase(), mail.subject, mail.text, mail.html]),
  );
  for (const { name, content } of mail.attachments) hash.update(name).update(content);
  return hash.digest('hex');
}
