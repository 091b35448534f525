import { metrics, type AnalyticsOverview, type analyticsOverviewInput } from '@tabard/contract';
import type { z } from 'zod';
import type { ReadScope } from '#kernel';
import { countMail, noCounts } from './count-mail.ts';

/** Each figure of a period beside the one before, with its share of the mails sent and its days. */
export async function showOverview(
  scope: ReadScope,
  input: z.output<typeof analyticsOverviewInput>,
): Promise<AnalyticsOverview> {
  const { from, until, days, previous } = await countMail(scope, input);
  const total = noCounts();
  for (const { counts } of days) for (const metric of metrics) total[metric] += counts[metric];
  // Of few mails more can be opened in a period than were sent in it.
  const share = (count: number, sent: number) => (sent === 0 ? null : Math.min(1, count / sent));
  const figures = metrics.map((metric) => [
    metric,
    {
      count: total[metric],
      previous: previous[metric],
      rate: share(total[metric], total.sent),
      previousRate: share(previous[metric], previous.sent),
      trend: days.map(({ counts }) => counts[metric]),
    },
  ]);
  return { from, until, figures: Object.fromEntries(figures) as AnalyticsOverview['figures'] }; // one entry a metric
}
