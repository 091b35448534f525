import { decodeBytes } from './decode-bytes.ts';
import { decodeBase64, decodeQuoted } from './decode-transfer.ts';

const WORD_START = /=\?([^?\s]{1,60})\?([bq])\?/iy;

/**
 * The text of a header value given with a character for each byte: encoded words (RFC 2047) decoded, adjacent ones
 * together because senders cut letters in two, bytes beyond ASCII judged by what they are.
 */
export function decodeWords(raw: string, hint?: string): string {
  if (!raw.includes('=?')) return decodeRaw(raw, hint);
  const pieces: string[] = [];
  let pending: { charset: string; bytes: Buffer[] } | undefined;
  const flush = () => {
    if (pending) pieces.push(decodeBytes(Buffer.concat(pending.bytes), pending.charset, hint));
    pending = undefined;
  };
  let plain = 0;
  for (let at = raw.indexOf('=?'); at !== -1; at = raw.indexOf('=?', at)) {
    WORD_START.lastIndex = at;
    const word = WORD_START.exec(raw);
    const textStart = at + (word?.[0].length ?? 2);
    const textEnd = word ? raw.indexOf('?=', textStart) : -1;
    if (!word) {
      at = textStart;
      continue;
    }
    if (textEnd === -1) break;
    const between = raw.slice(plain, at);
    const charset = word[1]!.toLowerCase().replace(/\*.*$/, '');
    const isAdjacent = pending !== undefined && trimBlanks(between) === '';
    if (!isAdjacent || pending?.charset !== charset) flush();
    if (!isAdjacent) pieces.push(decodeRaw(between, hint));
    pending ??= { charset, bytes: [] };
    pending.bytes.push(decodeWord(word[2]!, raw.slice(textStart, textEnd)));
    plain = at = textEnd + 2;
  }
  flush();
  pieces.push(decodeRaw(raw.slice(plain), hint));
  return pieces.join('');
}

/** A header value as it stands, its bytes beyond ASCII judged by what they are. */
export function decodeRaw(raw: string, hint?: string): string {
  // oxlint-disable-next-line no-control-regex -- ESC begins the sequences of ISO-2022
  return /[\u0080-\u00ff\u001b]/.test(raw) ? decodeBytes(toBytes(raw), undefined, hint) : raw;
}

function decodeWord(encoding: string, text: string): Buffer {
  if (encoding === 'b' || encoding === 'B') return decodeBase64(toBytes(text));
  return decodeQuoted(toBytes(text), { isWord: true });
}

/** A string made of bytes gives them back; any other gives its UTF-8. */
export function toBytes(text: string): Buffer {
  // oxlint-disable-next-line no-control-regex -- the range of one byte
  return /^[\u0000-\u00ff]*$/.test(text) ? Buffer.from(text, 'latin1') : Buffer.from(text);
}

/** A string made of bytes without the blanks around it; only ASCII's are blanks there, any other byte is half a letter. */
export function trimBlanks(raw: string): string {
  let [start, end] = [0, raw.length];
  while (start < end && isBlank(raw.charCodeAt(start))) start += 1;
  while (end > start && isBlank(raw.charCodeAt(end - 1))) end -= 1;
  return raw.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
