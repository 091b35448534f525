import { z } from 'zod';
import { mailEventWords } from '../crm/lead-relations.ts';
import { idInput, idOutput } from '../ids.ts';
import { calendarDay } from '../moment.ts';
import { campaignCounts } from '../outreach/campaign.ts';

const day = z.iso.date();
/** Local days of the workspace, both included; at most 400. */
const range = {
  /** First day, by the workspace's clock; left out, 29 days before the last. At most 400 days. */
  from: calendarDay.optional(),
  /** Last day, included; left out, today by the workspace's clock. */
  until: calendarDay.optional(),
};

/** The figures that are counted. Opens and clicks are of people; machine opens stand apart. */
export const metrics = mailEventWords;
export type Metric = (typeof metrics)[number];

export const analyticsOverviewInput = z.strictObject({
  ...range,
  /** Only mails of this campaign; left out, of all of them. */
  campaignId: idInput('campaign').optional(),
});
const figure = z.object({
  /** Mails it happened to in the period, each counted once. */
  count: z.int(),
  /** The same in the period of equal length before. */
  previous: z.int(),
  /** Its share of the mails sent, 0 to 1; `null` where none was sent. */
  rate: z.number().nullable(),
  /** The share in the period before; `null` where none was sent. */
  previousRate: z.number().nullable(),
  /** Mails on each day of the period, oldest first. */
  trend: z.array(z.int()),
});
export const analyticsOverviewOutput = z.object({
  /** First day of the period, as YYYY-MM-DD. */
  from: day,
  /** Last day of the period, included. */
  until: day,
  /** Each figure by its name: `sent`, `opened`, `machine_opened`, `clicked`, `replied`, `bounced`, `unsubscribed`, `complained`. */
  figures: z.record(z.enum(metrics), figure),
});
export const analyticsSeriesInput = z.strictObject({
  ...range,
  /** Only mails of this campaign; left out, of all of them. */
  campaignId: idInput('campaign').optional(),
});
/** One row a day without gaps. */
export const analyticsSeriesOutput = z.object({
  /** First day of the period, as YYYY-MM-DD. */
  from: day,
  /** Last day of the period, included. */
  until: day,
  /** Every day of the period in order, without gaps. */
  days: z.array(
    z.object({
      /** Local day of the workspace, as YYYY-MM-DD. */
      day,
      /** Mails each thing first happened to on that day, by the figure's name. */
      counts: z.record(z.enum(metrics), z.int()),
    }),
  ),
});
export const analyticsCampaignsInput = z.strictObject({ ...range });
export const analyticsCampaignsOutput = z.object({
  /** Campaigns in which something happened in the period, the one that sent most first; 500 at most. */
  campaigns: z.array(
    z.object({
      id: idOutput('campaign'),
      /** What the campaign is called. */
      name: z.string(),
      /** Where it stands now: `draft`, `running`, `paused` or `completed`. */
      state: z.string(),
      /** Mails each thing happened to in the period, by the figure's name. */
      counts: z.record(z.enum(metrics), z.int()),
    }),
  ),
});
export const analyticsStepsInput = z.strictObject({
  /** The campaign whose steps are meant. */
  campaignId: idInput('campaign'),
});
export const analyticsStepsOutput = z.object({
  /** The steps of the campaign, in the order of the sequence. */
  steps: z.array(
    z.object({
      stepId: idOutput('step'),
      /** Its place in the sequence, counted from 1. */
      position: z.int(),
      /** What became of its mails since the launch. */
      counts: campaignCounts.omit({ leads: true }),
    }),
  ),
});

export type AnalyticsOverview = z.infer<typeof analyticsOverviewOutput>;
export type AnalyticsSeries = z.infer<typeof analyticsSeriesOutput>;
