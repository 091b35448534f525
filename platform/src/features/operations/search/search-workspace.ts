import {
  searchReach,
  type searchCountsInput,
  type SearchCounts,
  type SearchHit,
  type searchQueryInput,
  type searchSuggestInput,
  type searchSuggestOutput,
} from '@tabard/contract/operations/search';
import { searchNouns, type SearchNoun } from '@tabard/contract/operations/search-nouns';
import type { Page } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, encodeCursor, fail, type ReadScope } from '#kernel';
import { findRecords, type Found, type FoundOf } from './find-records.ts';
import type { Marking } from './mark-words.ts';
import { addNear, meaningsOf, wordsScanned, type Term } from './meanings.ts';
import { readHits } from './read-hits.ts';
import { readAsked, type Asked } from './search-words.ts';

/** With fewer hits than this, words may be misspelt. */
const fewHits = 3;

/** The nouns that are searched: those asked for, of which the caller may read. */
function nounsOf({ app, principal }: ReadScope, asked: readonly SearchNoun[] | undefined): SearchNoun[] {
  const parts = new Map(app.searchParts.map((part) => [part.noun, part]));
  return searchNouns.filter((noun) => {
    const part = parts.get(noun);
    return part !== undefined && (asked?.includes(noun) ?? true) && principal.permissions.has(part.permission);
  });
}

/**
 * The words of a text.
 * @throws Failure `search.no_words`.
 */
function requireWords(text: string): Asked {
  const asked = readAsked(text);
  return asked.words.length > 0 ? asked : fail('search.no_words');
}

interface Outcome {
  found: FoundOf[];
  terms: ReadonlyMap<string, Term[]>;
}

/** Finds as it was written; where that gives little, also what it may be a misspelling of. */
async function find(scope: ReadScope, asked: Asked, nouns: readonly string[], reach?: number): Promise<Outcome> {
  const terms = await meaningsOf(scope, asked, nouns, reach === undefined ? wordsScanned.asked : wordsScanned.typed);
  const found = await findRecords(scope, terms, reach);
  if (found.reduce((sum, { count }) => sum + count, 0) >= fewHits) return { found, terms };
  await addNear(scope, terms, asked);
  const misspelt = [...terms.values()].some((own) =>
    own.some(({ meanings }) => meanings.some(({ fit }) => fit === 'typo')),
  );
  return { found: misspelt ? await findRecords(scope, terms, reach) : found, terms };
}

/** The better fit first, then the weightier words, then the newer record. */
const ranked = (found: readonly FoundOf[]): Found[] =>
  found
    .flatMap(({ best }) => best)
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0));

const markingFor =
  ({ terms }: Outcome, { words, beginning }: Asked) =>
  (noun: string): Marking => ({
    words: new Set([
      ...words,
      ...(terms.get(noun) ?? []).flatMap(({ meanings }) =>
        meanings.filter(({ fit }) => fit !== 'prefix').map(({ word }) => word),
      ),
    ]),
    beginning,
  });

/** One page of what is found in a workspace, the best first. */
export async function searchWorkspace(
  scope: ReadScope,
  { text, nouns, cursor, limit }: z.output<typeof searchQueryInput>,
): Promise<Page<SearchHit>> {
  const asked = requireWords(text);
  const from = cursor === undefined ? 0 : Math.max(0, Number(decodeCursor(cursor, ['number'])[0]));
  const outcome = await find(scope, asked, nounsOf(scope, nouns));
  const all = ranked(outcome.found).slice(0, searchReach);
  return {
    items: await readHits(scope, all.slice(from, from + limit), markingFor(outcome, asked)),
    nextCursor: from + limit < all.length ? encodeCursor([String(from + limit)]) : null,
  };
}

/** How many hits each noun has that the caller may read. */
export async function countHits(scope: ReadScope, { text }: z.output<typeof searchCountsInput>): Promise<SearchCounts> {
  const nouns = nounsOf(scope, undefined);
  const [{ found }, [state]] = await Promise.all([
    find(scope, requireWords(text), nouns),
    scope.read<{ state: string }>('select state from search_state where workspace_id = $1', [scope.workspaceId]),
  ]);
  const counted = new Map(found.map((one) => [one.noun, one]));
  return {
    items: nouns.map((noun) => ({
      noun,
      count: counted.get(noun)?.count ?? 0,
      isCut: counted.get(noun)?.isCut ?? false,
    })),
    isComplete: state?.state === 'ready',
  };
}

/** The best live hits for what was typed so far. */
export async function suggestHits(
  scope: ReadScope,
  { text, nouns, limit }: z.output<typeof searchSuggestInput>,
): Promise<z.input<typeof searchSuggestOutput>> {
  const asked = requireWords(text);
  const outcome = await find(scope, asked, nounsOf(scope, nouns), limit * 2);
  const best = ranked(outcome.found).slice(0, limit * 2);
  const hits = await readHits(scope, best, markingFor(outcome, asked));
  return {
    items: hits
      .filter(({ archivedAt }) => archivedAt === null)
      .slice(0, limit)
      .map(({ fragments: _unused, ...hit }) => hit),
  };
}
