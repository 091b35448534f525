import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
import { searchNouns } from './search-nouns.ts';

const text = oneLine().min(1).max(200);

export const searchRememberInput = z.strictObject({
  /** What was searched for. */
  text,
  /** How many hits were shown; what found nothing is reported to who manages the workspace. */
  hits: z.int().min(0).max(10_000),
});
export const recentSearch = z.object({
  /** What was searched for. */
  text: z.string(),
  /** How many hits there were the last time. */
  hits: z.int(),
  /** The last time. */
  at: z.iso.datetime(),
});
export const searchRecentOutput = z.object({
  /** The caller's own, the latest first; up to ten. */
  items: z.array(recentSearch),
});
export const searchForgetInput = z.strictObject({
  /** The search to forget; left out, all of the caller's. */
  text: text.optional(),
});
export const searchDone = z.object({
  /** Always true: what did not work fails. */
  ok: z.literal(true),
});

export const searchMissesInput = z.strictObject({
  /** How many days to look back. */
  days: z.int().min(1).max(90).default(30),
});
export const searchMissesOutput = z.object({
  /** The most often asked first; up to 100. */
  items: z.array(
    z.object({
      /** What was searched for, as it was written last. */
      text: z.string(),
      /** How often. */
      times: z.int(),
      /** By how many people. */
      people: z.int(),
      /** The last time. */
      lastAt: z.iso.datetime(),
    }),
  ),
});

export const searchSaveInput = z.strictObject({
  /** What it is called. */
  name: oneLine().min(1).max(80),
  /** What is searched for. */
  text,
  /** The noun that it is limited to; left out, none. */
  noun: z.enum(searchNouns).optional(),
  /** Whether everybody in the workspace sees it. */
  shared: z.boolean().default(false),
});
export const savedSearch = z.object({
  id: idOutput('savedSearch'),
  /** What it is called. */
  name: z.string(),
  /** What is searched for. */
  text: z.string(),
  /** The noun that it is limited to; `null` for none. */
  noun: z.enum(searchNouns).nullable(),
  /** Whether everybody in the workspace sees it. */
  shared: z.boolean(),
  /** Whether the caller may remove it. */
  canChange: z.boolean(),
});
export const searchSavedOutput = z.object({
  /** The caller's own and those that are shared, by name; up to 200. */
  items: z.array(savedSearch),
});
export const searchRemoveSavedInput = z.strictObject({ id: idInput('savedSearch') });

/** Something that the caller searched for lately. */
export type RecentSearch = z.infer<typeof recentSearch>;
/** A search that somebody keeps. */
export type SavedSearch = z.infer<typeof savedSearch>;
/** What was searched for and not found. */
export type SearchMiss = z.infer<typeof searchMissesOutput>['items'][number];
