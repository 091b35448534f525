import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { campaignCounts } from '../outreach/campaign.ts';

const day = z.iso.date();
/** Local days of the workspace, both included; at most 400. Left out: the last 30 days. */
const range = { from: day.optional(), until: day.optional() };

/** The figures that are counted. Opens and clicks are of people; machine opens stand apart. */
export const metrics = [
  'sent',
  'opened',
  'machine_opened',
  'clicked',
  'replied',
  'bounced',
  'unsubscribed',
  'complained',
] as const;
export type Metric = (typeof metrics)[number];

export const analyticsOverviewInput = z.strictObject({ ...range, campaignId: idInput('campaign').optional() });
/** One figure of a period, the one before, and its share of what was sent (0 to 1; `null` where nothing was sent). */
const figure = z.object({
  count: z.int(),
  previous: z.int(),
  rate: z.number().nullable(),
  previousRate: z.number().nullable(),
  trend: z.array(z.int()),
});
export const analyticsOverviewOutput = z.object({
  from: day,
  until: day,
  figures: z.record(z.enum(metrics), figure),
});
export const analyticsSeriesInput = z.strictObject({ ...range, campaignId: idInput('campaign').optional() });
/** One row a day without gaps. */
export const analyticsSeriesOutput = z.object({
  from: day,
  until: day,
  days: z.array(z.object({ day, counts: z.record(z.enum(metrics), z.int()) })),
});
export const analyticsCampaignsInput = z.strictObject({ ...range });
export const analyticsCampaignsOutput = z.object({
  campaigns: z.array(
    z.object({
      id: idOutput('campaign'),
      name: z.string(),
      state: z.string(),
      counts: z.record(z.enum(metrics), z.int()),
    }),
  ),
});
export const analyticsStepsInput = z.strictObject({ campaignId: idInput('campaign') });
export const analyticsStepsOutput = z.object({
  steps: z.array(
    /** `position` counts from 1. */
    z.object({ stepId: idOutput('step'), position: z.int(), counts: campaignCounts.omit({ leads: true }) }),
  ),
});

export type AnalyticsOverview = z.infer<typeof analyticsOverviewOutput>;
export type AnalyticsSeries = z.infer<typeof analyticsSeriesOutput>;
