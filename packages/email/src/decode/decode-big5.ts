import { decoderOf } from './decoder-of.ts';

// What Hong Kong added and writes every day; browsers know all of it, Node's decoder gives it private places that show nothing.
const HONG_KONG = new Map(
  `9def嘅 9df8啲 9df7咗 91c1嚟 9df6喺 925d哋 9dcf嘢 9e4e啩 9dee㗎 9df5嗰 9e4d揾 fcab攞 8fd4瞓 9bd3劏 9de5嘥 9dc0孭 9dd0嘞 95da啱
  9e57唞 9e63𡃁 8b50閪 9df2𨋢 9068邨 96f5埗 9e52冚 9dbf踎 9df0嗱 9dbd嚿 9c54嚹 9cc5囖 9cae氹 9fcc坺 feb0鎅 8a56擝 9e4c掹 8b5a煀
  9e49燶 9ec5㩒 8a6b㩧 9e55冧 9bd0𠝹 9df9𠱁 9e40𠺢 9ae9𡁻 8b42𢯎 8b46𢱕 8a69𢳂 8a45𥄫 9dfc𥅈 8a54𦧲 9db3𧨾 9e5a踭 9bd1軚 8adb氽
  fbdf峯 8ea8綫 8fc0衞 8bc4靑 fba3啓 8ec4羣 fcdf晧 fe5e珉 fb69堃 96d5𤧞`
    .split(/\s+/)
    .map((entry) => [Number.parseInt(entry.slice(0, 4), 16), entry.slice(4)]),
);

/** Decodes Big5 with the letters that Hong Kong added to it; one that is not known is shown as such, and none vanishes. */
export function decodeBig5(bytes: Uint8Array): string {
  const decoder = decoderOf('big5');
  let text = '';
  let plain = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index]!;
    if (lead < 0x81) continue;
    const trail = bytes[index + 1] ?? 0;
    if (trail < 0x40) continue;
    // Beyond what the standard fills.
    if ((lead < 0xa1 || lead > 0xf8 || (lead > 0xc5 && lead < 0xc9)) && isLeftOut(decoder, lead, trail)) {
      text += decoder.decode(bytes.subarray(plain, index)) + (HONG_KONG.get(lead * 256 + trail) ?? '\ufffd');
      plain = index + 2;
    }
    index += 1;
  }
  return text + decoder.decode(bytes.subarray(plain));
}

function isLeftOut(decoder: TextDecoder, lead: number, trail: number): boolean {
  const letter = decoder.decode(Uint8Array.of(lead, trail));
  // Or it has a place in the private area, where no font has a letter.
  return letter === '' || /[\ufffd\ue000-\uf8ff]/.test(letter);
}
