import { readMailboxes, type MailAddress } from '../address/index.ts';
import { decodeRaw, decodeWords, isTelling } from '../decode/index.ts';
import { readDate } from './read-date.ts';
import type { HeaderField } from './read-header.ts';
import { readStructured } from './read-parameters.ts';

/** What the header of a mail tells by itself. Ids carry their angle brackets; what is missing is empty or null. */
export interface MailEnvelope {
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
  /** Lower-case names; several values where a header stands several times. */
  headers: Record<string, string[]>;
}

/** Reads the fields of a mail's header that the inbox shows and threads by. */
export function readEnvelope(fields: readonly HeaderField[]): MailEnvelope {
  const hint = charsetHint(fields);
  const raw = (name: string) => fields.find((field) => field.name === name && field.raw !== '')?.raw ?? '';
  const people = (name: string) =>
    readMailboxes(
      fields
        .filter((field) => field.name === name)
        .map((field) => field.raw)
        .join(', '),
      hint,
    );
  const headers: Record<string, string[]> = Object.create(null);
  for (const field of fields) (headers[field.name] ??= []).push(decodeRaw(field.raw, hint));
  return {
    messageId: messageIds(raw('message-id'))[0] ?? null,
    date: readDate(headers['date']?.find((value) => value !== '')),
    from: people('from')[0] ?? people('sender')[0] ?? null,
    to: people('to'),
    cc: people('cc'),
    replyTo: people('reply-to'),
    subject: decodeWords(raw('subject'), hint)
      .replace(/[\0\r\n]+/g, ' ')
      .trim(),
    inReplyTo: messageIds(raw('in-reply-to'))[0] ?? null,
    references: messageIds(raw('references')),
    headers,
  };
}

/** Who writes bare 8-bit headers writes them as the body, or as another header says. */
export function charsetHint(fields: readonly HeaderField[]): string | undefined {
  const type = fields.find(({ name }) => name === 'content-type');
  const stated = type && readStructured(type.raw).parameters['charset'];
  if (isTelling(stated)) return stated;
  for (const { name, raw } of fields) {
    const word =
      /^(subject|from|to)$/.test(name) && /=\?([^?\s*]{1,60})(?:\*[^?]{0,20})?\?[bq]\?/i.exec(raw.slice(0, 1_000));
    if (word && isTelling(word[1])) return word[1];
  }
  return undefined;
}

/** Every message id in a header value, with angle brackets; some senders leave the brackets away or fold within them. */
export function messageIds(value: string | undefined): string[] {
  if (!value) return [];
  const bracketed = value.match(/<[^<>\s]{1,998}>/g);
  if (bracketed) return [...new Set(bracketed)];
  const folded = /<([^<>]{1,998})>/.exec(value)?.[1]?.replace(/\s+/g, '');
  if (folded) return [`<${folded}>`];
  return value.split(/[\s,]+/).flatMap((word) => (/^[^@<>]+@[^@<>]+$/.test(word) ? [`<${word}>`] : []));
}
