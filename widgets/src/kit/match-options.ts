import type { Option } from './select.ts';

/** A text as it is compared: without case, accents and space around. Vowel signs of other scripts tell words apart and stay. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLocaleLowerCase()
    .trim();

/** The options whose words hold all that was typed; those that start with it first, the order kept otherwise. */
export function matchOptions(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = folded(typed);
  if (wanted === '') return options;
  const parts = wanted.split(/\s+/);
  const found = options
    .map((option) => [option, folded(`${option.label} ${option.hint ?? ''}`)] as const)
    .filter(([, words]) => parts.every((part) => words.includes(part)));
  const starts = found.filter(([, words]) => words.startsWith(wanted));
  const rest = found.filter(([, words]) => !words.startsWith(wanted));
  // Groups keep their places; their headings would otherwise come twice.
  const grouped = found.some(([option]) => option.group);
  return (grouped ? found : [...starts, ...rest]).map(([option]) => option);
}
