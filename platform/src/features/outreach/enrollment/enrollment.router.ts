import { enrollmentListInput, enrollmentOutput, pageOf } from '@tabard/contract';
import { router, workspaceQuery } from '#kernel';
import { listEnrollments } from './list-enrollments.ts';

/** Leads in campaigns. */
export const enrollmentRouter = router({
  /** Leads of a campaign and where each of them stands, with the reason why no mail leaves right now. */
  list: workspaceQuery({
    permission: 'campaign.read',
    input: enrollmentListInput,
    output: pageOf(enrollmentOutput),
    handler: listEnrollments,
  }),
});
