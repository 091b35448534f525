import { encodeDate, encodeMailboxHeader, encodeMessageId, encodeTextHeader, onOneLine } from './encode-header.ts';
import { MessageError } from './message-error.ts';

/** A mailbox with an optional display name. */
export interface Mailbox {
  name?: string;
  address: string;
}

/** The headers of one mail; ids may be given with or without angle brackets. */
export interface MessageHeaders {
  from: Mailbox;
  to: Mailbox | readonly Mailbox[];
  cc?: readonly Mailbox[];
  replyTo?: Mailbox;
  messageId: string;
  date: Date;
  inReplyTo?: string;
  references?: readonly string[];
  /** RFC 8058: `url` must be https and answer a POST; `mailto` is an address, with or without the scheme. */
  listUnsubscribe?: { url: string; mailto?: string };
  /** Further headers; those this module writes itself are refused. */
  extra?: readonly (readonly [name: string, value: string])[];
}

const OWN = new Set(
  'from to cc bcc reply-to sender subject date message-id in-reply-to references list-unsubscribe list-unsubscribe-post mime-version content-type content-transfer-encoding content-disposition'.split(
    ' ',
  ),
);
const MAX_REFERENCES = 20;

/** The header block of one mail up to and without `MIME-Version`, CRLF after each line. */
export function writeHeaders(headers: MessageHeaders, subject: string): string {
  const to = 'address' in headers.to ? [headers.to] : headers.to;
  let block = encodeMailboxHeader('From', [headers.from]) + encodeMailboxHeader('To', to);
  if (headers.cc?.length) block += encodeMailboxHeader('Cc', headers.cc);
  if (headers.replyTo) block += encodeMailboxHeader('Reply-To', [headers.replyTo]);
  block += encodeTextHeader('Subject', subject);
  block += `Date: ${encodeDate(headers.date)}\r\nMessage-ID: ${encodeMessageId(headers.messageId)}\r\n`;
  if (headers.inReplyTo) block += `In-Reply-To: ${encodeMessageId(headers.inReplyTo)}\r\n`;
  if (headers.references?.length) block += `References: ${foldReferences(headers.references)}\r\n`;
  if (headers.listUnsubscribe) block += writeUnsubscribe(headers.listUnsubscribe);
  for (const [name, value] of headers.extra ?? []) block += writeExtra(name, value);
  return block;
}

function foldReferences(ids: readonly string[]): string {
  // The first names the thread, the last ones its end: RFC 5322 lets the middle go.
  const kept = ids.length > MAX_REFERENCES ? [ids[0]!, ...ids.slice(1 - MAX_REFERENCES)] : ids;
  return kept.map(encodeMessageId).join('\r\n ');
}

function writeUnsubscribe({ url, mailto }: { url: string; mailto?: string }): string {
  if (!/^https:\/\/[!-;=?-~]+$/.test(url) || url.length > 900) {
    const message = 'The unsubscribe address must be an https URL without spaces, at most 900 characters (RFC 8058).';
    throw new MessageError('message.header_invalid', message);
  }
  const address = mailto?.replace(/^mailto:/i, '');
  if (address !== undefined && !/^[!-;=?-~]+@[!-;=?-~]+$/.test(address)) {
    throw new MessageError('message.header_invalid', 'The unsubscribe mail address is not an e-mail address.');
  }
  const second = address === undefined ? '' : `,\r\n <mailto:${address}>`;
  return `List-Unsubscribe: <${url}>${second}\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n`;
}

function writeExtra(name: string, value: string): string {
  if (!/^[A-Za-z0-9-]{1,70}$/.test(name)) {
    const message = `${JSON.stringify(name.slice(0, 80))} is not a header name. Use letters, digits and hyphens.`;
    throw new MessageError('message.header_invalid', message);
  }
  if (OWN.has(name.toLowerCase())) {
    throw new MessageError('message.header_invalid', `The header ${name} has a field of its own. Set it there.`);
  }
  return encodeTextHeader(name, onOneLine(value));
}
