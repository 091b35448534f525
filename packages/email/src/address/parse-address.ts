import { decodeRaw, decodeWords, trimBlanks } from '../decode/index.ts';
import { splitMailboxes, type Written } from './split-mailboxes.ts';

/** A mailbox as people write it: display name (empty when there is none) and address. */
export interface MailAddress {
  name: string;
  address: string;
}

const BARE = /[^\s"<>(),;:[\]]{1,320}@(\[[^\]\s]{1,100}\]|[^\s"<>(),;:@[\]]{1,320})/;
const LONGEST = 200_000;
const MOST_NAME_PIECES = 6;

/** The first mailbox in a header value such as `"Ana B." <ana@example.com>`, or null when it holds none. */
export function parseAddress(text: string): MailAddress | null {
  return parseAddressList(text)[0] ?? null;
}

/** Every mailbox in a header value, groups opened; what has no address is left out. */
export function parseAddressList(text: string): MailAddress[] {
  return readMailboxes(text).filter(({ address }) => address.includes('@'));
}

/**
 * Every mailbox in a raw header value, with encoded names and the mistakes of senders: commas in names without quotes,
 * brackets left open, the address in quotes, before the name or within an encoded word. Local names in brackets
 * (`<MAILER-DAEMON>`) count.
 */
export function readMailboxes(raw: string, hint?: string): MailAddress[] {
  const text = raw.slice(0, LONGEST);
  // Letters of ISO-2022 look like brackets and commas until they are decoded.
  const found = collect(splitMailboxes(text.includes('\u001b') ? decodeRaw(text, hint) : text), hint);
  if (found.length > 0 || !text.includes('=?')) return found;
  return collect(splitMailboxes(decodeWords(text, hint)), hint);
}

function collect(entries: readonly Written[], hint: string | undefined): MailAddress[] {
  const found: MailAddress[] = [];
  let names: string[] = [];
  for (const entry of entries) {
    const mailbox = toMailbox(entry, hint);
    if (!mailbox) {
      // `Ruiz, Ana <ana@…>`: the comma was part of a name.
      const name = nameOf([entry.text, ...entry.quoted], hint);
      if (name && names.length < MOST_NAME_PIECES) names.push(name);
    } else {
      if (entry.angle !== undefined) mailbox.name = [...names, mailbox.name].filter((name) => name !== '').join(', ');
      found.push(mailbox);
      names = [];
    }
    if (entry.endsGroup) names = [];
  }
  return found;
}

function toMailbox({ text, quoted, comments, angle }: Written, hint: string | undefined): MailAddress | null {
  if (angle !== undefined) {
    const address = cleanAddress(angle);
    const name = nameOf([text, ...quoted], hint) || nameOf(comments, hint);
    if (address.includes('@') || !BARE.test(text)) return address === '' ? null : { name, address };
  }
  const joined = text.replace(/\s{1,50}@\s{0,50}|\s{0,50}@\s{1,50}/g, '@');
  const bare = BARE.exec(joined)?.[0];
  if (bare !== undefined) {
    const name = joined.replace(bare, ' ').replace(/\[?\bmailto:\s?\]?/i, ' ');
    return { name: nameOf([name, ...quoted], hint) || nameOf(comments, hint), address: cleanAddress(bare) };
  }
  for (const inside of [...quoted, ...comments]) {
    const address = BARE.exec(inside)?.[0];
    if (address === undefined) continue;
    const name = inside.replace(address, ' ').replace(/<\s*>/, ' ');
    return { name: nameOf([text, name], hint), address: cleanAddress(address) };
  }
  return null;
}

function cleanAddress(written: string): string {
  const decoded = written.includes('=?') ? decodeWords(written) : decodeRaw(written);
  const route = /^\s*@[^:]{0,500}:/.exec(decoded)?.[0].length ?? 0;
  return decoded
    .slice(route)
    .replace(/[\s\0]+/g, '')
    .replace(/^mailto:/i, '')
    .replace(/^'(.{1,320})'$/, '$1')
    .slice(0, 1_000);
}

function nameOf(pieces: readonly string[], hint: string | undefined): string {
  return pieces
    .map((piece) =>
      decodeWords(trimBlanks(piece), hint)
        .replace(/[\s\0]+/g, ' ')
        .trim(),
    )
    .filter((piece) => piece !== '')
    .join(' ');
}
