import { rollUpOverviewInput, rollUpOverviewOutput } from '@tabard/contract/insight/roll-up';
import { organizationQuery, router } from '#kernel';
import { showOverview } from './show-overview.ts';

export const rollUpRouter = router({
  /** Shows all workspaces below an organization: what they sent and got, what is wrong there, the worst first, and all together. */
  overview: organizationQuery({
    permission: 'organization.manage',
    input: rollUpOverviewInput,
    output: rollUpOverviewOutput,
    handler: showOverview,
  }),
});
