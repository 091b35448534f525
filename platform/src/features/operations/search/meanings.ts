import type { ReadScope } from '#kernel';
import { isNear, lettersAllowed } from './near-words.ts';
import { endOf, type Asked } from './search-words.ts';

/** How a word of a record fits what was asked, the best last. */
export const fits = { typo: 1, prefix: 2, exact: 3 } as const;
export type Fit = keyof typeof fits;

/** A word that records say, for one that was asked. */
export interface Meaning {
  word: string;
  fit: Fit;
  /** How many records of the noun say it. */
  records: number;
}

/** What one asked word can mean among the records of a noun. */
export interface Term {
  asked: string;
  meanings: Meaning[];
  /** Set where more words begin so than are listed: then the beginning itself is looked for. */
  beginning: string | null;
}

/** The words that a beginning stands for, the most said first; and words that one misspelt word stands for. */
const mostBeginnings = 50;
const mostNear = 20;
/** Words with one beginning, or one ending, that are looked through: for what is typed, for what was asked, and for misspellings. */
export const wordsScanned = { typed: 2_000, asked: 5_000, near: 20_000 } as const;

/** One row a meaning: the noun, the place of the asked word, what it means. */
interface MeaningRow {
  noun: string;
  at: number;
  word: string;
  records: number;
}

const exactly = `
  select n.noun, a.at::int, v.word, v.records from unnest($2::text[]) n(noun)
   cross join unnest($3::text[], $4::text[]) with ordinality a(low, high, at)
   cross join lateral (
     select s.word, s.records from (select w.word, w.records from search_word w
       where w.workspace_id = $1 and w.noun = n.noun and w.word >= a.low collate "C" and w.word < a.high collate "C" order by w.word limit $5) s
      order by s.word = a.low desc, s.records desc, s.word limit ${mostBeginnings + 1}) v`;

/** What comes right after a word and before every longer one. */
const only = (word: string): string => `${word}\u0001`;

/** What the asked words mean in each noun, as they are written: the last one also as a beginning. */
export async function meaningsOf(
  { read, workspaceId }: ReadScope,
  { words, beginning }: Asked,
  nouns: readonly string[],
  scanned: number,
): Promise<Map<string, Term[]>> {
  const highs = words.map((word) => (word === beginning ? endOf(word) : only(word)));
  const rows = await read<MeaningRow>(exactly, [workspaceId, nouns, words, highs, scanned]);
  const found = Map.groupBy(rows, ({ noun, at }) => `${noun} ${at}`);
  return new Map(
    nouns.map((noun) => [
      noun,
      words.map((asked, index): Term => {
        const own = found.get(`${noun} ${index + 1}`) ?? [];
        const meanings = own
          .slice(0, mostBeginnings)
          .map(({ word, records }): Meaning => ({ word, records, fit: word === asked ? 'exact' : 'prefix' }));
        return { asked, meanings, beginning: own.length > mostBeginnings ? asked : null };
      }),
    ]),
  );
}

const withinRange = (column: string, low: string, high: string): string => `
  (select s.word, s.records from (select w.word, w.records from search_word w
     where w.workspace_id = $1 and w.noun = n.noun and w.reversed is not null and w.${column} >= ${low} collate "C" and w.${column} < ${high} collate "C" order by w.${column} limit ${wordsScanned.near}) s
    where length(s.word) between a.shortest and a.longest order by s.records desc, s.word limit 2000)`;

const nearby = `
  select n.noun, a.at::int, v.word, v.records from unnest($2::text[]) n(noun)
   cross join unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[]) with ordinality
              a(low, high, rlow, rhigh, shortest, longest, at)
   cross join lateral (${withinRange('word', 'a.low', 'a.high')} union ${withinRange('reversed', 'a.rlow', 'a.rhigh')}) v`;

/**
 * Adds to the terms of each noun the words that the asked ones may be misspellings of. Of a word with one wrong letter one half is right, of one
 * with two mostly its first or its last third: words with that beginning or ending are looked through.
 */
export async function addNear(
  { read, workspaceId }: ReadScope,
  terms: ReadonlyMap<string, Term[]>,
  { words }: Asked,
): Promise<void> {
  const unsure = words.filter((word) => lettersAllowed(word) > 0);
  if (unsure.length === 0) return;
  const parts = unsure.map((word) => {
    const letters = Array.from(word);
    const allowed = lettersAllowed(word);
    const first = allowed === 1 ? Math.floor(letters.length / 2) : Math.floor(letters.length / 3);
    const last = allowed === 1 ? letters.length - 1 - first : first;
    const [low, rlow] = [letters.slice(0, first).join(''), letters.toReversed().slice(0, last).join('')];
    return { low, rlow, shortest: letters.length - allowed, longest: letters.length + allowed };
  });
  const rows = await read<MeaningRow>(nearby, [
    workspaceId,
    [...terms.keys()],
    parts.map(({ low }) => low),
    parts.map(({ low }) => endOf(low)),
    parts.map(({ rlow }) => rlow),
    parts.map(({ rlow }) => endOf(rlow)),
    parts.map(({ shortest }) => shortest),
    parts.map(({ longest }) => longest),
  ]);
  const found = Map.groupBy(rows, ({ noun, at }) => `${noun} ${unsure[at - 1] ?? ''}`);
  for (const [noun, own] of terms)
    for (const term of own) {
      const known = new Set(term.meanings.map(({ word }) => word));
      const near = (found.get(`${noun} ${term.asked}`) ?? [])
        .filter(({ word }) => !known.has(word) && isNear(term.asked, word))
        .toSorted((one, other) => other.records - one.records)
        .slice(0, mostNear);
      term.meanings.push(...near.map(({ word, records }): Meaning => ({ word, records, fit: 'typo' })));
    }
}
