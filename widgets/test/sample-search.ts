import type { SearchCounts, SearchHit } from '@tabard/contract/operations/search';
import type { RecentSearch, SavedSearch, SearchMiss } from '@tabard/contract/operations/search-memory';
import { searchNouns, type SearchNoun } from '@tabard/contract/operations/search-nouns';
import { ago } from './sample-records.ts';

const id = (prefix: string, at: number): string => `${prefix}_${String(at).padStart(32, '0')}`;

/** Marks each place of a word in a text. */
const mark = (text: string, word: string) => ({
  text,
  marks: [...text.toLowerCase().matchAll(new RegExp(word.replaceAll(/[^\p{L}\p{N}]/gu, '.'), 'gu'))].map(
    ({ index, 0: found }): [number, number] => [index, found.length],
  ),
});

interface Kept {
  noun: SearchNoun;
  id: string;
  title: string;
  hint: string | null;
  pieces?: Record<string, string>;
  archivedAt?: string;
  on?: SearchHit['on'];
}

const kept: readonly Kept[] = [
  { noun: 'lead', id: id('lea', 0), title: 'Lena Brandt', hint: 'Brandt Spedition · lena@brandt.example' },
  {
    noun: 'company',
    id: id('com', 0),
    title: 'Brandt Spedition',
    hint: 'brandt.example · Hamburg',
    pieces: { website: 'https://www.brandt.example' },
  },
  {
    noun: 'conversation',
    id: id('cnv', 0),
    title: 'Lena Brandt',
    hint: 'Re: Return legs from Rotterdam',
    pieces: {
      messages:
        '… thank you, our Mr Brandt looks after that. Could you send the rates for the return legs until Friday? …',
    },
  },
  {
    noun: 'deal',
    id: id('dea', 0),
    title: 'Rotterdam to Valencia, weekly',
    hint: 'Brandt Spedition',
    pieces: { source: 'Brandt, at the fair' },
  },
  {
    noun: 'note',
    id: id('not', 0),
    title: 'Álvaro Ruiz',
    hint: 'Mara Lindqvist',
    pieces: { text: '… knows Brandt from the cold chain fair; both look for a partner in Venlo …' },
    on: { noun: 'lead', id: id('lea', 1) },
  },
  {
    noun: 'task',
    id: id('tsk', 0),
    title: 'Call Brandt about customs',
    hint: 'Lena Brandt',
    on: { noun: 'lead', id: id('lea', 0) },
  },
  { noun: 'campaign', id: id('cmp', 0), title: 'Brandt and others, spring', hint: null },
  { noun: 'template', id: id('tpl', 0), title: 'Introduction', hint: 'A question to Brandt', archivedAt: ago(9000) },
  { noun: 'lead', id: id('lea', 9), title: 'شركة براندت', hint: 'brandt@khaleej.example', pieces: { city: 'دبي' } },
];

const hitOf = ({ noun, id: of, title, hint, pieces = {}, archivedAt, on = null }: Kept, word: string): SearchHit => ({
  noun,
  id: of,
  title: mark(title, word),
  hint: hint === null ? null : mark(hint, word),
  fragments: Object.entries(pieces).map(([field, text]) => ({ field, ...mark(text, word) })),
  match: word === 'brandt' ? 'exact' : word === 'brnadt' ? 'typo' : 'prefix',
  archivedAt: archivedAt ?? null,
  on,
});

const recent = (): RecentSearch[] => [
  { text: 'brandt', hits: 9, at: ago(4) },
  { text: 'return legs rotterdam', hits: 3, at: ago(90) },
  { text: 'شحن', hits: 1, at: ago(2000) },
];
const saved: readonly SavedSearch[] = [
  { id: 'svs_0', name: 'Freight in Venlo', text: 'freight venlo', noun: 'lead', shared: true, canChange: true },
  { id: 'svs_1', name: 'Cold chain', text: 'cold chain', noun: null, shared: false, canChange: true },
];
const misses = (): SearchMiss[] => [
  { text: 'price list 2027', times: 6, people: 3, lastAt: ago(60) },
  { text: 'air freight', times: 1, people: 1, lastAt: ago(3000) },
];

interface Asked {
  text: string;
  nouns?: SearchNoun[];
  limit?: number;
}

/** What is asked of the search: all that has the beginning of `brandt`, and one misspelling of it. */
export function searchAnswers(empty = false): Record<string, (input: never) => unknown> {
  const found = (text: string): readonly Kept[] => {
    const word = text.trim().toLowerCase();
    return !empty && word !== '' && ('brandt'.startsWith(word) || word === 'brnadt') ? kept : [];
  };
  let lately = empty ? [] : recent();
  let own = empty ? [] : [...saved];
  return {
    'search.query': ({ text, nouns, limit = 20 }: Asked) => ({
      items: found(text)
        .filter(({ noun }) => nouns?.includes(noun) ?? true)
        .slice(0, limit)
        .map((one) => hitOf(one, text.trim().toLowerCase())),
      nextCursor: null,
    }),
    'search.counts': ({ text }: Asked): SearchCounts => ({
      items: searchNouns.map((noun) => ({
        noun,
        count: found(text).filter((one) => one.noun === noun).length,
        isCut: false,
      })),
      isComplete: true,
    }),
    'search.suggest': ({ text, limit = 8 }: Asked) => ({
      items: found(text)
        .filter(({ archivedAt }) => !archivedAt)
        .slice(0, limit)
        .map((one) => {
          const { fragments: _unused, ...hit } = hitOf(one, text.trim().toLowerCase());
          return hit;
        }),
    }),
    'search.recent': () => ({ items: lately }),
    'search.remember': () => ({ ok: true }),
    'search.forget': ({ text }: { text?: string }) => {
      lately = text === undefined ? [] : lately.filter((one) => one.text !== text);
      return { ok: true };
    },
    'search.saved': () => ({ items: own }),
    'search.save': (input: Omit<SavedSearch, 'id' | 'canChange'>) => {
      const one = { ...input, noun: input.noun ?? null, id: `svs_${own.length}`, canChange: true };
      own = [...own, one];
      return one;
    },
    'search.removeSaved': ({ id: of }: { id: string }) => {
      own = own.filter((one) => one.id !== of);
      return { ok: true };
    },
    'search.misses': () => ({ items: empty ? [] : misses() }),
  };
}
