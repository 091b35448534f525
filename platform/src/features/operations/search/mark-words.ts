import type { MarkedText } from '@tabard/contract/operations/search';
import { wordGap } from './search-triggers.ts';
import { wordsOf } from './search-words.ts';

/** What is marked in a text: whole words, and a beginning. */
export interface Marking {
  words: ReadonlySet<string>;
  beginning: string | null;
}

const gaps = new RegExp(wordGap.source, 'g');
/** Letters of a piece of a text, and those before the first word that was found. */
const pieceLength = 160;
const lead = 40;

/** Where the words stand in a text: place and length of each. A word that only begins as asked is marked as far as it does. */
function marksIn(text: string, { words, beginning }: Marking): [number, number][] {
  const marks: [number, number][] = [];
  let from = 0;
  const look = (until: number): void => {
    const word = text.slice(from, until);
    const said = word === '' ? [] : wordsOf(word);
    if (said.some((one) => words.has(one))) marks.push([from, word.length]);
    else if (beginning !== null && said.some((one) => one.startsWith(beginning)))
      // Letters are marked one for one where folding left them so; otherwise the word.
      marks.push([from, said.length === 1 && said[0]!.length === word.length ? beginning.length : word.length]);
  };
  for (const gap of text.matchAll(gaps)) {
    look(gap.index);
    from = gap.index + gap[0].length;
  }
  look(text.length);
  return marks;
}

/** A text with what was found in it. */
export const markText = (text: string, marking: Marking): MarkedText => ({ text, marks: marksIn(text, marking) });

/** The piece of a text around the first word that was found; null where none was. */
export function pieceOf(text: string, marking: Marking): MarkedText | null {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const [first] = marksIn(plain, marking);
  if (!first) return null;
  if (plain.length <= pieceLength) return markText(plain, marking);
  const start = first[0] <= lead ? 0 : plain.lastIndexOf(' ', first[0] - lead / 2) + 1;
  const from = first[0] - start > lead * 2 ? first[0] - lead / 2 : start;
  const end = from + pieceLength >= plain.length ? plain.length : plain.lastIndexOf(' ', from + pieceLength);
  const cut = plain.slice(from, end > first[0] ? end : from + pieceLength).toWellFormed();
  const [before, after] = [from > 0 ? '… ' : '', from + cut.length < plain.length ? ' …' : ''];
  return markText(`${before}${cut}${after}`, marking);
}
