/** One case-insensitive pattern out of many alternatives, so that a lexicon can stand one language to a line. */
export function anyOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'iu');
}
