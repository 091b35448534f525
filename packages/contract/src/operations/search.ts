import { z } from 'zod';
import { recordNouns } from '../crm/record-subject.ts';
import { pageOf } from '../page.ts';
import { searchNouns } from './search-nouns.ts';

/** The most hits that one search can be paged through. */
export const searchReach = 200;
/** Hits are counted up to this number. */
export const searchCountLimit = 1000;

/** What is looked for: words that must all be found; the last one as the beginning of a word, too, unless a space follows it. */
const words = z.string().min(1).max(200);

export const searchQueryInput = z.strictObject({
  /** Words that must all be found, up to ten. The last one is also found as the beginning of a word, unless a space follows it. */
  text: words,
  /** Only these nouns; left out, all that the caller may read. */
  nouns: z.array(z.enum(searchNouns)).min(1).max(searchNouns.length).optional(),
  /** The `nextCursor` of the page before, of the same search; absent for the first page. */
  cursor: z.string().max(2048).optional(),
  /** Hits on a page, 1 to 50. A search is paged through its best 200 hits. */
  limit: z.int().min(1).max(50).default(20),
});

/** Where something was found in a text: each a place and a length, in UTF-16 code units, in order and apart. */
const marks = z.array(z.tuple([z.int(), z.int()]));
const marked = z.object({
  /** The text. */
  text: z.string(),
  /** Where the words stand in it: place and length of each, in UTF-16 code units. */
  marks,
});

export const searchHit = z.object({
  /** What it is. */
  noun: z.enum(searchNouns),
  /** Public id of the record. */
  id: z.string(),
  /** What it is called. */
  title: marked,
  /** A second fact, such as an address; `null` where there is none. */
  hint: marked.nullable(),
  /** Where else the words were found: the name of the field and a piece of its text; at most three. */
  fragments: z.array(
    marked.extend({
      /** The field that the piece is from, such as `city` or `text`. */
      field: z.string(),
    }),
  ),
  /** How well it fits: every word as it was asked, one only begins so, or one is written with another letter or two. */
  match: z.enum(['exact', 'prefix', 'typo']),
  /** Moment it was archived; `null` while it is live. */
  archivedAt: z.iso.datetime().nullable(),
  /** The record that it stands on, where a note or a task is shown; `null` for what has a place of its own. */
  on: z
    .object({
      /** What it stands on. */
      noun: z.enum(recordNouns),
      /** Public id of that record. */
      id: z.string(),
    })
    .nullable(),
});

export const searchQueryOutput = pageOf(searchHit);

export const searchCountsInput = z.strictObject({
  /** Words that must all be found, as for `query`. */
  text: words,
});
export const searchCountsOutput = z.object({
  /** How many hits each noun has, of those that the caller may read; in the order in which nouns are shown. */
  items: z.array(
    z.object({
      /** The noun. */
      noun: z.enum(searchNouns),
      /** Its hits, counted up to 1,000. */
      count: z.int(),
      /** Whether there are more than were counted. */
      isCut: z.boolean(),
    }),
  ),
  /** Whether everything is searched: `false` while the index is being built for the first time or anew. */
  isComplete: z.boolean(),
});

export const searchSuggestInput = z.strictObject({
  /** What was typed so far. */
  text: words,
  /** Only these nouns; left out, all that the caller may read. */
  nouns: z.array(z.enum(searchNouns)).min(1).max(searchNouns.length).optional(),
  /** Hits to give, 1 to 20. */
  limit: z.int().min(1).max(20).default(8),
});
export const searchSuggestOutput = z.object({
  /** The best hits, live ones only; without fragments. */
  items: z.array(searchHit.omit({ fragments: true })),
});

export const searchStates = ['waiting', 'building', 'ready'] as const;
export const searchStatusOutput = z.object({
  /** `waiting` to be built, `building`, or `ready`. */
  state: z.enum(searchStates),
  /** Records that the last building has to go through. */
  total: z.int(),
  /** Records that it has gone through. */
  done: z.int(),
  /** Records that were changed and are not found by their new words yet; a second or so behind. */
  behind: z.int(),
  /** Moment the last building ended; `null` before. */
  builtAt: z.iso.datetime().nullable(),
});

/** A hit as callers see it. */
export type SearchHit = z.infer<typeof searchHit>;
/** A text and where words were found in it. */
export type MarkedText = z.infer<typeof marked>;
/** How many hits each noun has. */
export type SearchCounts = z.infer<typeof searchCountsOutput>;
/** How far the index of a workspace is. */
export type SearchStatus = z.infer<typeof searchStatusOutput>;
