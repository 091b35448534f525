import { returnOverviewInput, returnOverviewOutput } from '@tabard/contract/insight/return-report';
import { router, workspaceQuery } from '#kernel';
import { readOverview } from './read-overview.ts';

export const returnReportRouter = router({
  /** Cost, revenue and what came of it within some days, by campaign or lead source, and by month. */
  overview: workspaceQuery({
    permission: 'cost.read',
    input: returnOverviewInput,
    output: returnOverviewOutput,
    handler: readOverview,
  }),
});
