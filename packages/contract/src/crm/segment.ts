import type { z } from 'zod';
import { filterSchema } from '../filter/filter-schema.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';

/** How a segment stands: its leads are being found, are known and kept up to date, or cannot be found because it asks for what is gone. */
export const segmentStates = ['building', 'ready', 'broken'] as const;
export type SegmentState = (typeof segmentStates)[number];

/** Leads by what holds of them: a filter that has a name, whose leads are kept up to date. */
export const segmentNoun = describeNoun('segment', {
  /** What it is called. */
  name: field.text({ label: 'Name', min: 1, max: 120, search: true, sort: true }),
  /** What it is for. */
  description: field.text({ label: 'Description', max: 500, default: '', search: true }),
  /** Which leads are in it, in the language of filters; it cannot ask for other segments. */
  where: field.record(filterSchema, filterSchema, { label: 'Conditions' }),
  /** Whether everybody in the workspace sees it, or only whoever made it. */
  shared: field.boolean({ label: 'Shared', default: true }),
  /** Who made it; `null` where that was no person. */
  ownerName: field.text({ label: 'Owner', max: 200, nullable: true, readOnly: true }),
  /** How it stands: `building` until its leads are found, `ready`, or `broken` where it asks for what is gone. */
  state: field.choice(segmentStates, { label: 'State', default: 'building', readOnly: true, filter: true }),
  /** How many leads are in it; `null` until they are found. */
  leadCount: field.integer({ label: 'Leads', nullable: true, readOnly: true }),
  /** Moment at which its leads last became others; `null` until they are found. */
  countedAt: field.moment({ label: 'Last change', nullable: true, readOnly: true }),
});
export const segmentOutput = segmentNoun.output;

/** A segment as callers see it. */
export type Segment = z.infer<typeof segmentOutput>;
