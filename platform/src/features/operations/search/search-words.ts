import { foldText } from '@tabard/contract/filters';
import { wordGap, wordLength } from './search-triggers.ts';

/** The words of a text as they are stored and compared; the same as the database's `search_words`, in the order of the text. */
export const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(wordGap)
    .filter(Boolean)
    .map((word) => Array.from(word).slice(0, wordLength).join(''));

/** What all words with this beginning come before. */
export const endOf = (beginning: string): string => `${beginning}\u{10ffff}`;

/** Words of one search; more are passed over. */
const mostWords = 10;

/** What is looked for: different words, of which the last is also a beginning. */
export interface Asked {
  words: readonly string[];
  /** The last word, unless a space says that it is whole. */
  beginning: string | null;
}

/** Reads what somebody typed. A name of a host is found without its ending: few say it, and many have the same. */
export function readAsked(text: string): Asked {
  const pieces = text.split(/\s+/).flatMap((piece) => {
    const words = wordsOf(piece);
    return /[\p{L}\p{N}]\.\p{L}{2,}$/u.test(piece) && words.length > 1 ? words.slice(0, -1) : words;
  });
  const words = [...new Set(pieces)].slice(0, mostWords);
  const last = words.length === 0 || /\s$/.test(text) ? null : words.at(-1);
  return { words, beginning: last ?? null };
}
