import { decodeUuencoded } from './decode-uuencoded.ts';

const LF = 10;
const EQUALS = 61;
const SKIP = 255;
const SEXTETS = new Uint8Array(256).fill(SKIP);
Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').forEach((byte, value) => {
  SEXTETS[byte] = value;
});
SEXTETS['-'.charCodeAt(0)] = 62;
SEXTETS['_'.charCodeAt(0)] = 63;

/** The octets of a part's body as they were before their `Content-Transfer-Encoding`. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  const name = encoding.toLowerCase().replace(/[^a-z0-9-]/g, '');
  if (name === 'base64') return decodeBase64(body);
  if (name === 'quoted-printable') return decodeQuoted(body);
  if (/^(x-)?uu(e|encode)?$/.test(name)) return decodeUuencoded(body) ?? body;
  return body;
}

// Words with blanks between them, and a letter that base64 has not.
const PROSE =
  /^\s{0,20}(?=[^\n]{0,300}[^A-Za-z0-9+/=\s_-])[A-Za-z\x80-\xff'",.!?:;()]{1,40} [A-Za-z\x80-\xff'",.!?:;()]{1,40} \S/;
// A footer that a list's server wrote below, behind an empty line.
const BELOW = /\r?\n[ \t]*\r?\n(?=(?:--|__)[^\n]{0,100}\r?\n)/;

/** Decodes base64, passing over what is none; padding in the middle (two pieces joined) ends only its own piece. */
export function decodeBase64(source: Buffer): Buffer {
  const head = source.toString('latin1', 0, 2000);
  // A body that only calls itself so.
  if (PROSE.test(head)) return source;
  const below = BELOW.exec(head.length < 2000 ? head : source.toString('latin1', source.length - 2000));
  const footer = below ? Math.max(0, source.length - 2000) + below.index : -1;
  if (footer > 0) return decodeBase64(source.subarray(0, footer));
  const padding = source.indexOf(EQUALS);
  // Mailing lists write their footer below, as it is.
  if (
    padding !== -1 &&
    /^={1,2}[ \t]*\r?\n\s{0,8}\S*([^A-Za-z0-9+/=\s]|[ \t]+\S)/.test(source.toString('latin1', padding, padding + 200))
  )
    return decodeBase64(source.subarray(0, padding));
  if (padding === -1 || (source.length - padding < 100 && /^[=\s]*$/.test(source.toString('latin1', padding))))
    return Buffer.from(source.toString('latin1'), 'base64');
  const result = Buffer.allocUnsafe(Math.ceil((source.length * 3) / 4) + 3);
  let [length, bits, count] = [0, 0, 0];
  for (let index = 0; index < source.length; index += 1) {
    const byte = source[index]!;
    const sextet = SEXTETS[byte]!;
    if (sextet !== SKIP) {
      bits = (bits << 6) | sextet;
      count += 6;
      if (count >= 8) {
        count -= 8;
        result[length++] = (bits >> count) & 255;
        bits &= (1 << count) - 1;
      }
    } else if (byte === EQUALS) [bits, count] = [0, 0];
  }
  return result.subarray(0, length);
}

/** Decodes quoted-printable, or the Q encoding of header words; what is not well-formed stays as it is. */
export function decodeQuoted(source: Buffer, { isWord = false } = {}): Buffer {
  const result = Buffer.allocUnsafe(source.length);
  let length = 0;
  // Blanks at the end of a line are the way's, not the writer's.
  let kept = 0;
  for (let index = 0; index < source.length; index += 1) {
    const byte = source[index]!;
    if (byte === EQUALS) {
      const high = hexDigit(source[index + 1]);
      const low = hexDigit(source[index + 2]);
      const after = high < 0 || low < 0 ? softBreak(source, index + 1) : 0;
      if (after > 0 && !isWord) index = after - 1;
      else if (high >= 0 && low >= 0) {
        result[length++] = high * 16 + low;
        index += 2;
      } else result[length++] = byte;
      kept = length;
    } else if (byte === LF && !isWord) {
      const hasCr = length > 0 && result[length - 1] === 13;
      if (hasCr ? length - 1 > kept : length > kept) length = kept;
      else if (hasCr) length -= 1;
      if (hasCr) result[length++] = 13;
      result[length++] = LF;
      kept = length;
    } else {
      result[length++] = isWord && byte === 95 ? 32 : byte;
      if (byte !== 32 && byte !== 9 && byte !== 13) kept = length;
    }
  }
  return result.subarray(0, length);
}

/** Where the line after a soft break begins; 0 when there is none. */
function softBreak(source: Buffer, from: number): number {
  let at = from;
  while (at - from < 80 && (source[at] === 32 || source[at] === 9 || source[at] === 13)) at += 1;
  if (source[at] === LF) return at + 1;
  return at >= source.length ? at : 0;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
