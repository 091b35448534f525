import { decoderOf } from './decoder-of.ts';

let extension: Map<number, string> | undefined;

/**
 * Decodes EUC-KR with the syllables that Windows adds to it (code page 949), which mails have under any Korean label and
 * not every platform's decoder knows.
 */
export function decodeKorean(bytes: Uint8Array): string {
  const decoder = decoderOf('euc-kr');
  let text = '';
  let plain = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index]!;
    if (lead < 0x81) continue;
    const trail = bytes[index + 1] ?? 0;
    if ((lead <= 0xc6 && trail >= 0x41 && (lead < 0xa1 || trail < 0xa1)) || (lead === 0xa2 && trail >= 0xe6)) {
      const syllable = (extension ??= mapExtension()).get(lead * 256 + trail);
      if (syllable !== undefined) {
        text += decoder.decode(bytes.subarray(plain, index)) + syllable;
        plain = index + 2;
      }
    }
    index += 1;
  }
  return text + decoder.decode(bytes.subarray(plain));
}

// The page gives the syllables that the standard leaves out their codes in the order of Unicode, so no table is needed.
function mapExtension(): Map<number, string> {
  const standard = new Set<string>();
  const decoder = decoderOf('euc-kr');
  for (let lead = 0xb0; lead <= 0xc8; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) standard.add(decoder.decode(Uint8Array.of(lead, trail)));
  // Signs that joined the standard later.
  const map = new Map([
    [0xa2e6, '€'],
    [0xa2e7, '®'],
    [0xa2e8, '㉾'],
  ]);
  let code = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail += 1) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (code <= 0xd7a3 && standard.has(String.fromCharCode(code))) code += 1;
      if (code > 0xd7a3) return map;
      map.set(lead * 256 + trail, String.fromCharCode(code++));
    }
  }
  return map;
}
