/**
 * One case-insensitive pattern out of many alternatives, so that a lexicon can stand one language to a line. `\W` is what is no letter,
 * digit or underscore of any script: in JavaScript it would be every letter beyond English.
 */
export function anyOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|').replaceAll('\\W', String.raw`[^\p{L}\p{N}_]`), 'iu');
}
