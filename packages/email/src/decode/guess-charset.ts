import { decodeBig5 } from './decode-big5.ts';
import { decodeKorean } from './decode-korean.ts';
import { decoderOf } from './decoder-of.ts';

const MAX_BYTES = 4_000;
// Fewer letters say nothing, and Latin text has few of them beyond ASCII.
const LEAST = 8;
const LEAST_SHARE = 0.4;
// What every Chinese text has.
const COMMON = new Set(
  '的一是不了在人有我他这這個个们們来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於下自之年过過发發后後作里裡您好谢謝请請信回复覆明天',
);

/**
 * What bytes without any label are written in, by what they spell: Cyrillic, Japanese, Korean or Chinese; null when they may as well be
 * Latin. Read as the wrong one, such a text has hardly any of its own letters.
 */
export function guessCharset(source: Buffer): string | null {
  const bytes = source.subarray(0, MAX_BYTES);
  let [high, low, upper, words] = [0, 0, 0, 0];
  for (const byte of bytes) {
    if (byte > 0x20) words += 1;
    if (byte < 0x80) continue;
    high += 1;
    if (byte < 0xc0) low += 1;
    else if (byte < 0xe0) upper += 1;
  }
  if (high < LEAST || high < words * LEAST_SHARE) return null;
  // One byte for a letter: nothing of the second halves that the wide charsets have.
  return low < high * 0.08 ? guessNarrow(bytes, upper > high - low - upper) : guessWide(bytes);
}

// Most letters of a text are small ones; Greek has its accents where Russian has capitals, and Hebrew neither these nor its last letters.
function guessNarrow(bytes: Buffer, isMostlyFirstHalf: boolean): string {
  if (isMostlyFirstHalf) return 'koi8-r';
  const among = (from: number, to: number) => bytes.reduce((sum, byte) => sum + Number(byte >= from && byte <= to), 0);
  if (among(0xdc, 0xdf) > among(0xc0, 0xff) * 0.04) return 'windows-1253';
  return among(0xc0, 0xdf) + among(0xfb, 0xff) === 0 ? 'windows-1255' : 'windows-1251';
}

function guessWide(bytes: Buffer): string | null {
  for (const name of ['euc-jp', 'shift_jis'])
    if (shareOf(decoderOf(name).decode(bytes), /[\u3041-\u30ff]/gu) >= 0.2) return name;
  if (shareOf(decodeKorean(bytes), /[\uac00-\ud7a3]/gu) >= 0.7) return 'euc-kr';
  const isCommon = (text: string) =>
    shareOf(
      text.replace(/\p{Script=Han}/gu, (one) => (COMMON.has(one) ? '的' : one)),
      /的/gu,
    );
  const [simple, traditional] = [isCommon(decoderOf('gb18030').decode(bytes)), isCommon(decodeBig5(bytes))];
  if (Math.max(simple, traditional) < 0.12) return null;
  return simple >= traditional ? 'gb18030' : 'big5';
}

/** The share of some letters among all beyond ASCII; none where the bytes cannot be read so. */
function shareOf(text: string, letters: RegExp): number {
  const all = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  // The last letter may be cut.
  const wrong = text.slice(0, -2).match(/[\ufffd\ue000-\uf8ff\uff61-\uff9f]/gu)?.length ?? 0;
  return all === 0 || wrong > all * 0.02 ? 0 : (text.match(letters)?.length ?? 0) / all;
}
