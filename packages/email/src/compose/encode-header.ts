import { normaliseAddress } from '../address/index.ts';
import { MessageError } from './message-error.ts';

const LINE = 76;
// oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
const BREAKS = /[\u0000-\u001f\u007f\u2028\u2029]+/g;
const PLAIN = /^[ -~]*$/;
// RFC 5322 atoms with spaces between: a display name that needs no quotes.
const ATOMS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** A header of free text (Subject and the like) as folded lines, non-ASCII as encoded words (RFC 2047). */
export function encodeTextHeader(name: string, value: string): string {
  const text = onOneLine(value);
  if (PLAIN.test(text) && !text.includes('=?')) {
    if (name.length + 2 + text.length <= LINE) return `${name}: ${text}\r\n`;
    const folded = text.includes('  ') ? undefined : foldWords(text, name.length + 2);
    if (folded !== undefined) return `${name}: ${folded}\r\n`;
  }
  return `${name}: ${encodeWords(text, name.length + 2)}\r\n`;
}

/** One mailbox as it stands in From, To or Reply-To; throws `MessageError` for an address mail cannot be sent to. */
function encodeMailbox({ name, address }: { name?: string; address: string }, column: number): string {
  const normal = normaliseAddress(address);
  if (!normal) {
    const shown = JSON.stringify(address.slice(0, 100));
    throw new MessageError('message.address_invalid', `${shown} is not an e-mail address. Correct or remove it.`);
  }
  const text = name ? onOneLine(name) : '';
  if (text === '') return normal;
  const phrase = encodePhrase(text, column);
  const tail = phrase.length - (phrase.lastIndexOf('\n') + 1);
  const fits = tail + normal.length + 3 + (phrase.includes('\n') ? 0 : column) <= LINE;
  return `${phrase}${fits ? ' ' : '\r\n '}<${normal}>`;
}

/** Several mailboxes as one header, one to a line where they are long. */
export function encodeMailboxHeader(name: string, mailboxes: readonly { name?: string; address: string }[]): string {
  const separator = mailboxes.length > 1 ? ',\r\n ' : '';
  return `${name}: ${mailboxes.map((mailbox) => encodeMailbox(mailbox, name.length + 2)).join(separator)}\r\n`;
}

/** A message id in angle brackets; throws `MessageError` when it cannot be one. */
export function encodeMessageId(id: string): string {
  const bare = id.trim().replace(/^<|>$/g, '');
  if (bare.length <= 900 && /^[!-;=?-~]+$/.test(bare) && /^[^@]+@[^@]+$/.test(bare)) return `<${bare}>`;
  const shown = JSON.stringify(id.slice(0, 100));
  throw new MessageError('message.id_invalid', `${shown} is not a message id. Use the form name@domain.`);
}

/** A date as RFC 5322 writes it, in UTC. */
export function encodeDate(date: Date): string {
  if (Number.isNaN(date.getTime())) throw new MessageError('message.header_invalid', 'The date is not a date.');
  return date.toUTCString().replace('GMT', '+0000');
}

/** Text without line breaks and other control characters: nothing in it can start a header of its own. */
export function onOneLine(value: string): string {
  return value.replace(BREAKS, ' ').trim();
}

function encodePhrase(text: string, column: number): string {
  if (PLAIN.test(text) && !text.includes('=?') && text.length < 60) {
    return ATOMS.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
  }
  return encodeWords(text, column);
}

// Undefined when one word is too long for a line: only encoding can break inside a word.
function foldWords(text: string, column: number): string | undefined {
  let folded = '';
  let width = column;
  for (const [index, word] of text.split(' ').entries()) {
    if (word.length >= LINE) return undefined;
    const breaks = index > 0 && width + 1 + word.length > LINE;
    folded += (index === 0 ? '' : breaks ? '\r\n ' : ' ') + word;
    width = breaks ? word.length + 1 : width + word.length + (index === 0 ? 0 : 1);
  }
  return folded;
}

// Encoded words hold whole characters and at most 75 octets; the space between two of them is not part of the text.
function encodeWords(text: string, column: number): string {
  const bytes = Buffer.byteLength(text);
  let escaped = 0;
  for (const character of text) escaped += qLength(character);
  const useB = escaped > Math.ceil(bytes / 3) * 4;
  const words: string[] = [];
  let word = '';
  let size = 0;
  let room = Math.max(LINE - 14 - column, 16);
  for (const character of text) {
    const cost = useB ? Buffer.byteLength(character) : qLength(character);
    if (size + cost > (useB ? Math.floor(room / 4) * 3 : room)) {
      words.push(word);
      [word, size, room] = ['', 0, LINE - 14];
    }
    word += character;
    size += cost;
  }
  words.push(word);
  return words.map((part) => (useB ? `=?UTF-8?B?${base64(part)}?=` : `=?UTF-8?Q?${qWord(part)}?=`)).join('\r\n ');
}

const Q_SAFE = /[A-Za-z0-9!*+/-]/;

function qLength(character: string): number {
  return character === ' ' || Q_SAFE.test(character) ? 1 : Buffer.byteLength(character) * 3;
}

function qWord(text: string): string {
  let word = '';
  for (const character of text) {
    word += character === ' ' ? '_' : Q_SAFE.test(character) ? character : escapeBytes(character, '=');
  }
  return word;
}

/** The UTF-8 bytes of a text, each as two upper-case hex digits after a mark (`=` or `%`). */
export function escapeBytes(text: string, mark: '=' | '%'): string {
  let escaped = '';
  for (const byte of Buffer.from(text)) escaped += mark + byte.toString(16).toUpperCase().padStart(2, '0');
  return escaped;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
