import { isAscii, isUtf8 } from 'node:buffer';
import { CODE_PAGES } from './code-pages.ts';
import { decodeBig5 } from './decode-big5.ts';
import { decodeKorean } from './decode-korean.ts';
import { decodeEscapes, decodeHz, decodeUtf7, hasEscapes } from './decode-shifted.ts';
import { decoderOf } from './decoder-of.ts';
import { guessCharset } from './guess-charset.ts';
import { nameCharset } from './name-charset.ts';

const WIDE = new Set(['gb18030', 'big5', 'euc-kr', 'shift_jis', 'euc-jp', 'windows-874']);
const SURE_SEQUENCES = 4;

/**
 * Text of bytes under a label that may lie, the bytes being judged first: what is plainly UTF-8 is read as that whatever
 * the label, escape sequences of ISO-2022 speak for themselves, and what no label fits is read as `hint`, as what its letters spell, or as Windows' Latin.
 */
export function decodeBytes(bytes: Uint8Array, label?: string, hint?: string): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const named = nameCharset(label);
  const marked = decodeMarked(source, named);
  if (marked !== undefined) return marked;
  if (isAscii(source)) return decodeSevenBit(source, named);
  const whole = wholeSequences(source);
  // A lone byte at the end is no letter cut off.
  const isText8 = isUtf8(whole) && (whole.length === source.length || !isAscii(whole));
  if (isText8 && (!named || named === 'utf-8' || isPlainlyUtf8(source, named))) return decodeUtf8(source);
  if (named && named !== 'utf-8') return named.startsWith('iso-2022') ? decodeMixed(source) : decodeAs(source, named);
  if (named === 'utf-8' && isMostlyUtf8(source)) return decodeUtf8(source);
  const second = nameCharset(hint);
  if (hasEscapes(source)) return decodeEscapes(source);
  return decodeAs(source, second && second !== 'utf-8' ? second : (guessCharset(source) ?? 'windows-1252'));
}

/** Whether a label names a charset for the bytes beyond ASCII. */
export function isTelling(label: string | undefined): boolean {
  return Boolean(nameCharset(label));
}

function decodeMarked(source: Buffer, named: string | null | undefined): string | undefined {
  const [first, second, third] = source;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeUtf8(source.subarray(3));
  if (first === 0xff && second === 0xfe) return decoderOf('utf-16le').decode(source);
  if (first === 0xfe && second === 0xff) return decoderOf('utf-16be').decode(source);
  if (!named?.startsWith('utf-16') || !isWide(source)) return undefined;
  // Without a mark the wider half of the world puts the high byte first, and Windows does not.
  const low = named === 'utf-16be' || (named === 'utf-16' && source[0] === 0) ? 'utf-16be' : 'utf-16le';
  return decoderOf(low).decode(source);
}

// Who labels one-byte text as UTF-16 has no NUL in it; real UTF-16 in mails nearly always has.
function isWide(source: Buffer): boolean {
  return source.includes(0) || !isUtf8(source);
}

function decodeSevenBit(source: Buffer, named: string | null | undefined): string {
  if (source.includes(0x1b) && hasEscapes(source)) return decodeEscapes(source);
  if (named === 'utf-7') return decodeUtf7(source);
  if (named === 'hz' || (named === 'gb18030' && source.includes('~{'))) return decodeHz(source);
  if (named === 'iso-2022-kr' && source.includes(0x0e)) return decodeEscapes(source);
  return source.toString('latin1');
}

// A cut or a broken mail ends within a letter.
function wholeSequences(source: Buffer): Buffer {
  let end = source.length;
  while (end > 0 && source.length - end < 4 && (source[end - 1]! & 0xc0) === 0x80) end -= 1;
  const lead = source[end - 1] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return source;
  const wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return source.length - end + 1 < wanted ? source.subarray(0, end - 1) : source;
}

function decodeUtf8(source: Buffer): string {
  const whole = wholeSequences(source);
  return decoderOf('utf-8').decode(whole.length > 0 ? whole : source);
}

/**
 * Letters of Latin, Greek and Cyrillic code pages never stand so that they form UTF-8 by chance; in the wide charsets of
 * East Asia short words may, so there it takes several letters, or a reading by the label that fails.
 */
function isPlainlyUtf8(source: Buffer, named: string): boolean {
  if (named.startsWith('utf-16')) return true;
  if (!WIDE.has(named)) return !named.startsWith('cp') && named !== 'ibm866' ? true : countSequences(source) >= 2;
  return countSequences(source) >= SURE_SEQUENCES || decodeAs(source, named).includes('\ufffd');
}

function countSequences(source: Buffer): number {
  let count = 0;
  for (const byte of source.subarray(0, 10_000)) if (byte >= 0xc0) count += 1;
  return count;
}

/** Whether more bytes beyond ASCII make letters of UTF-8 than do not: damaged text, and no other charset. */
function isMostlyUtf8(source: Buffer): boolean {
  let [good, bad] = [0, 0];
  for (let index = 0; index < Math.min(source.length, 100_000); index += 1) {
    const byte = source[index]!;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let found = 0;
    while (found < more && ((source[index + found + 1] ?? 0) & 0xc0) === 0x80) found += 1;
    if (more > 0 && found === more) good += 1;
    else bad += 1;
    index += found;
  }
  return good > 0 && good >= bad;
}

// Escape sequences and bytes beyond ASCII in one text: each line by what it has.
function decodeMixed(source: Buffer): string {
  const lines: string[] = [];
  for (let start = 0; start < source.length;) {
    const end = source.indexOf(10, start) + 1 || source.length;
    const line = source.subarray(start, end);
    if (isAscii(line)) lines.push(decodeEscapes(line));
    else lines.push(isUtf8(line) ? line.toString() : decodeAs(line, 'shift_jis'));
    start = end;
  }
  return lines.join('');
}

function decodeAs(source: Buffer, named: string): string {
  const page = CODE_PAGES[named];
  if (page) return source.toString('latin1').replace(/[\u0080-\u00ff]/g, (letter) => page[letter.charCodeAt(0) - 128]!);
  if (named === 'euc-kr') return decodeKorean(source);
  if (named === 'big5') return decodeBig5(source);
  if (named === 'hz') return decodeHz(source);
  if (named === 'utf-7') return decodeUtf7(source);
  return decoderOf(named).decode(source);
}
