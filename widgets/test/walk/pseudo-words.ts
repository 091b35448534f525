import { msg as translate, type LocaleModule } from '@lit/localize';

export * from '@lit/localize';

/**
 * Stands in front of the catalogue in pages of the tests. In the pseudo-locale each text that comes through the catalogue is
 * accented, a third longer and in brackets: what has no brackets was never given to translators, what is cut off has no room.
 */
export const msg: typeof translate = ((template: Parameters<typeof translate>[0], options) => {
  if (!speaking) return translate(template, options);
  if (typeof template === 'string') return disguise([template])[0];
  // Both kinds of templates are their strings and their values.
  const { strings, values } = template as { strings: readonly string[]; values: readonly unknown[] };
  const disguised = disguise(strings);
  return values.reduce<string>(
    (text, value, at) => `${text}${String(value)}${disguised[at + 1] ?? ''}`,
    disguised[0] ?? '',
  );
}) as typeof translate; // Overloads of one function over strings and templates.

let speaking = false;

/** Whether texts are disguised from now on. */
export function speakPseudo(on: boolean): void {
  speaking = on;
}

const ACCENTED: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};
const LONGER = 0.35;

/** Accents the letters, and puts the whole into brackets with as much filling as languages longer than English need. */
function disguise(strings: readonly string[]): string[] {
  const accented = strings.map((text) => text.replace(/[a-z]/g, (letter) => ACCENTED[letter] ?? letter));
  const length = strings.reduce((sum, text) => sum + text.length, 0);
  const filling = '·'.repeat(Math.ceil(length * LONGER));
  return accented.map((text, at) => `${at === 0 ? '⟦' : ''}${text}${at === accented.length - 1 ? `${filling}⟧` : ''}`);
}

export type { LocaleModule };
