import { decodeKorean } from './decode-korean.ts';
import { decoderOf } from './decoder-of.ts';

// Which set of characters an escape sequence calls in: by one byte (`ascii`, `kana`) or by two.
const ESCAPES: Record<string, string> = {
  '(B': 'ascii',
  '(J': 'roman',
  '(H': 'ascii',
  '(I': 'kana',
  '$@': 'japanese',
  $B: 'japanese',
  '$(@': 'japanese',
  '$(B': 'japanese',
  '$(O': 'japanese',
  '$(Q': 'japanese',
  '$(D': 'supplement',
  $A: 'chinese',
  '$(C': 'korean',
};
const LONGEST = 4;

/** Decodes the 7-bit charsets that change their alphabet by escape sequences (ISO-2022-JP, -KR and -CN). */
export function decodeEscapes(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What SO calls in is said once, in front (`ESC $ ) C`).
  const shifted = source.includes('\u001b$)A', 0, 'latin1') ? 'chinese' : 'korean';
  const runs: string[] = [];
  let set = 'ascii';
  let start = 0;
  const flush = (end: number) => {
    if (end > start) runs.push(decodeRun(set, source.subarray(start, end)));
  };
  for (let index = 0; index < source.length; index += 1) {
    const byte = source[index]!;
    // A line begins in ASCII, whatever the one before forgot to end.
    const next = byte === 0x0e ? shifted : byte === 0x0f || byte === 10 ? 'ascii' : undefined;
    const escape = byte === 0x1b ? readEscape(source, index) : undefined;
    if (next === undefined && !escape) continue;
    flush(index);
    set = next ?? (escape!.set || set); // one of the two is there
    start = byte === 10 ? index : index + (escape?.length ?? 1);
    index = Math.max(index, start - 1);
  }
  flush(source.length);
  return runs.join('');
}

/** Whether the bytes change their alphabet in a way only these charsets do. */
export function hasEscapes(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1)) {
    const escape = readEscape(bytes, at);
    if (escape && escape.set !== 'ascii') return true;
  }
  return false;
}

function readEscape(source: Buffer, at: number): { set: string; length: number } | undefined {
  const text = source.toString('latin1', at + 1, at + LONGEST);
  for (const length of [2, 3]) {
    const set = ESCAPES[text.slice(0, length)];
    if (set) return { set, length: length + 1 };
  }
  return /^\$[)*+][A-Z]/.test(text) ? { set: '', length: 4 } : undefined;
}

function decodeRun(set: string, run: Buffer): string {
  if (set === 'ascii') return run.toString('latin1');
  if (set === 'roman') return run.toString('latin1').replaceAll('\\', '¥').replaceAll('~', '‾');
  if (set === 'kana') return decoderOf('shift_jis').decode(run.map((byte) => byte | 0x80));
  if (set === 'japanese') return decoderOf('shift_jis').decode(shiftJis(run));
  if (set === 'supplement') return decoderOf('euc-jp').decode(supplement(run));
  const high = run.map((byte) => (byte > 0x20 ? byte | 0x80 : byte));
  return set === 'korean' ? decodeKorean(high) : decoderOf('gb18030').decode(high);
}

// Shift JIS rather than EUC: its decoder knows what vendors added, such as figures in circles.
function shiftJis(run: Buffer): Buffer {
  const result = Buffer.alloc(run.length);
  let length = 0;
  for (let index = 0; index < run.length; index += 1) {
    const [row, cell] = [run[index]! & 0x7f, (run[index + 1] ?? 0) & 0x7f];
    if (row < 0x21 || cell < 0x21) {
      result[length++] = row;
      continue;
    }
    result[length++] = ((row - 0x21) >> 1) + (row < 0x5f ? 0x81 : 0xc1);
    result[length++] = row % 2 === 1 ? cell + (cell < 0x60 ? 0x1f : 0x20) : cell + 0x7e;
    index += 1;
  }
  return result.subarray(0, length);
}

function supplement(run: Buffer): Uint8Array {
  const result: number[] = [];
  for (let index = 0; index + 1 < run.length; index += 2) result.push(0x8f, run[index]! | 0x80, run[index + 1]! | 0x80);
  return Uint8Array.from(result);
}

/** Decodes HZ: GB 2312 between `~{` and `~}`. */
export function decodeHz(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text
    .split('~{')
    .map((piece, index) => {
      if (index === 0) return piece;
      const end = piece.indexOf('~}');
      const [inside, after] = end === -1 ? [piece, ''] : [piece.slice(0, end), piece.slice(end + 2)];
      return decodeRun('chinese', Buffer.from(inside, 'latin1')) + after;
    })
    .join('')
    .replace(/~(~|\r?\n)/g, (_, after: string) => (after === '~' ? '~' : ''));
}

/** Decodes UTF-7 (RFC 2152). */
export function decodeUtf7(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/\+([A-Za-z0-9+/]*)(-?)/g, (whole, word: string, end: string) => {
    if (word === '') return end ? '+' : whole;
    const units = Buffer.from(word, 'base64');
    return decoderOf('utf-16be').decode(units.subarray(0, units.length - (units.length % 2)));
  });
}
