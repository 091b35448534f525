import { addressParser } from 'postal-mime';
import { type MimePart } from './mime-part.ts';

/** An IMAP string: NIL, quoted when it is plain, a literal when it is not. */
export function imapString(text: string | undefined): string {
  if (text === undefined) return 'NIL';
  if (/^[\x20-\x7e]*$/.test(text)) return `"${text.replace(/[\\"]/g, '\\$&')}"`;
  return `{${Buffer.byteLength(text)}}\r\n${text}`;
}

/** The ENVELOPE of a message (RFC 3501, 7.4.2). */
export function describeEnvelope(part: MimePart): string {
  const field = (name: string) => part.headers.get(name);
  const from = addresses(field('from'));
  return `(${[
    imapString(field('date')),
    imapString(field('subject')),
    from,
    field('sender') ? addresses(field('sender')) : from,
    field('reply-to') ? addresses(field('reply-to')) : from,
    addresses(field('to')),
    addresses(field('cc')),
    addresses(field('bcc')),
    imapString(field('in-reply-to')),
    imapString(field('message-id')),
  ].join(' ')})`;
}

function addresses(field: string | undefined): string {
  const list = field ? addressParser(field, { flatten: true }) : [];
  if (!list.length) return 'NIL';
  const items = list.map(({ name, address = '' }) => {
    const at = address.lastIndexOf('@');
    return `(${imapString(name || undefined)} NIL ${imapString(address.slice(0, at < 0 ? undefined : at))} ${imapString(at < 0 ? '' : address.slice(at + 1))})`;
  });
  return `(${items.join('')})`;
}

/** The BODYSTRUCTURE of a message, or its BODY without the extension fields. */
export function describeStructure(part: MimePart, extended: boolean): string {
  const disposition = describeDisposition(part);
  if (part.type === 'multipart' && part.children.length) {
    const children = part.children.map((child) => describeStructure(child, extended)).join('');
    const rest = extended ? ` ${parameters(part.parameters)} ${disposition} NIL NIL` : '';
    return `(${children} ${imapString(part.subtype.toUpperCase())}${rest})`;
  }
  const lines = String(part.body.toString('latin1').split('\n').length - 1);
  const fields = [
    imapString(part.type),
    imapString(part.subtype),
    parameters(part.parameters),
    imapString(part.headers.get('content-id')),
    imapString(part.headers.get('content-description')),
    imapString(part.headers.get('content-transfer-encoding') ?? '7bit'),
    String(part.body.length),
  ];
  const [inner] = part.children;
  if (part.type === 'message' && part.subtype === 'rfc822' && inner) {
    fields.push(describeEnvelope(inner), describeStructure(inner, extended), lines);
  } else if (part.type === 'text') fields.push(lines);
  if (extended) fields.push('NIL', disposition, 'NIL', 'NIL');
  return `(${fields.join(' ')})`;
}

function parameters(list: Map<string, string>): string {
  if (!list.size) return 'NIL';
  return `(${[...list].map(([name, value]) => `${imapString(name)} ${imapString(value)}`).join(' ')})`;
}

function describeDisposition(part: MimePart): string {
  const field = part.headers.get('content-disposition');
  if (!field) return 'NIL';
  const value = field.split(';', 1)[0]?.trim() ?? '';
  const list = new Map<string, string>();
  for (const [, name = '', quoted, bare] of field.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"([^"]*)"|([^;\s]*))/g)) {
    list.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  return `(${imapString(value)} ${parameters(list)})`;
}
