import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { standingSchema } from '../identity/standing.ts';
import { oneLine } from '../one-line.ts';
import { metrics } from './analytics.ts';
import { rollUpDays, troubles } from './roll-up-words.ts';

/** So many workspaces one overview shows. */
const mostItems = 500;

export const rollUpOverviewInput = z.strictObject({
  /** The organization whose branch is looked at: all workspaces below it, however deep. */
  organizationId: idInput('organization'),
  /** How many days up to today, by the clock of each workspace: 7, 30 or 90. */
  days: z.literal(rollUpDays).default(30),
  /** Only workspaces whose name holds this. */
  search: oneLine().min(1).max(120).optional(),
  /** How many workspaces at most, 1 to 500; those in trouble come first. */
  limit: z.int().min(1).max(mostItems).default(mostItems),
});

const counts = z.record(z.enum(metrics), z.int());

const rollUpItem = z.object({
  id: idOutput('workspace'),
  /** What the workspace is called. */
  name: z.string(),
  /** The organization right above it. */
  organizationId: idOutput('organization'),
  /** What that organization is called. */
  organizationName: z.string(),
  /** Whether it is open. */
  standing: standingSchema,
  /** Mails each thing first happened to in the period, by the figure's name. */
  counts,
  /** The same in the period of equal length before. */
  previous: counts,
  /** Mails sent on each day of the period, oldest first. */
  trend: z.array(z.int()),
  /** Campaigns that run now. */
  runningCampaigns: z.int(),
  /** Mailboxes that are there. */
  mailboxes: z.int(),
  /** What is wrong there, the worst first; nothing where all is well. */
  troubles: z.array(
    z.object({
      /** `complaints` (more than 3 in 1,000), `mailboxes` (that cannot send or receive), `bounces` (more than 5 in 100), `unknown` (mails of which nobody knows whether they arrived), `quiet` (campaigns run and nothing was sent in the period), `unset` (there is no mailbox). */
      code: z.enum(troubles),
      /** How many mails, mailboxes or campaigns it is about; 0 where nothing is counted. */
      count: z.int(),
    }),
  ),
});

export const rollUpOverviewOutput = z.object({
  /** All workspaces that were looked at, together. */
  totals: z.object({
    /** How many workspaces. */
    workspaces: z.int(),
    /** In how many of them something is wrong. */
    troubled: z.int(),
    /** Mails each thing first happened to in the period, by the figure's name. */
    counts,
    /** The same in the period of equal length before. */
    previous: counts,
    /** Mails sent on each day of the period, oldest first. */
    trend: z.array(z.int()),
  }),
  /** Each workspace, those in the worst trouble first, then by what was sent. */
  items: z.array(rollUpItem),
  /** Whether there are more than are given, or more than the 2,000 that are looked at. */
  isCut: z.boolean(),
});

export type RollUp = z.infer<typeof rollUpOverviewOutput>;
export type RollUpItem = z.infer<typeof rollUpItem>;
