/** Marks that stand on or below other letters. */
const marks = /[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/g;
const alone: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const alones = /[ıøđðħłŧςßæœþ]/g;

/**
 * A text as it is compared: without case, accents and compatibility forms. The same as the database's `fold_text`, letter for letter;
 * a test holds the two together over all letters that both know.
 */
export function foldText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the whole ASCII range, controls included
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase();
  const lower = Array.from(text.normalize('NFKD').replace(marks, ''), (letter) => lowered(letter)).join('');
  return lower.replace(alones, (letter) => alone[letter] ?? letter);
}

/** One letter at a time, as the database does it: what comes after it makes no difference, and one stays one. */
function lowered(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}
