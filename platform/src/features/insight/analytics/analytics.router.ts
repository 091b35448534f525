import {
  analyticsCampaignsInput,
  analyticsCampaignsOutput,
  analyticsOverviewInput,
  analyticsOverviewOutput,
  analyticsSeriesInput,
  analyticsSeriesOutput,
  analyticsStepsInput,
  analyticsStepsOutput,
} from '@tabard/contract';
import { router, workspaceQuery } from '#kernel';
import { countMail } from './count-mail.ts';
import { listCampaignCounts } from './list-campaign-counts.ts';
import { listStepCounts } from './list-step-counts.ts';
import { showOverview } from './show-overview.ts';

const read = { permission: 'analytics.read' } as const;

export const analyticsRouter = router({
  /** Shows the figures of a period beside the one before. */
  overview: workspaceQuery({
    ...read,
    input: analyticsOverviewInput,
    output: analyticsOverviewOutput,
    handler: showOverview,
  }),
  /** Shows the figures day by day, without gaps. */
  series: workspaceQuery({ ...read, input: analyticsSeriesInput, output: analyticsSeriesOutput, handler: countMail }),
  /** Shows the figures of each campaign in a period. */
  campaigns: workspaceQuery({
    ...read,
    input: analyticsCampaignsInput,
    output: analyticsCampaignsOutput,
    handler: listCampaignCounts,
  }),
  /** Shows the figures of each step of a campaign. */
  steps: workspaceQuery({ ...read, input: analyticsStepsInput, output: analyticsStepsOutput, handler: listStepCounts }),
});
