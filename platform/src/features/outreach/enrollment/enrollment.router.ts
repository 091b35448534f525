import {
  enrollmentCountInput,
  enrollmentCountOutput,
  enrollmentIdInput,
  enrollmentListInput,
  enrollmentOutput,
  enrollmentSteered,
  pageOf,
} from '@tabard/contract';
import { enrollmentOfLeadInput, enrollmentsOfLead } from '@tabard/contract/outreach/enrollment-of-lead';
import { router, workspaceMutation, workspaceQuery } from '#kernel';
import { countEnrollments } from './count-enrollments.ts';
import { listEnrollments } from './list-enrollments.ts';
import { listOfLead } from './list-of-lead.ts';
import { pauseEnrollment, resumeEnrollment, skipStep, stopEnrollment } from './steer-enrollment.ts';

const steer = { permission: 'campaign.launch', input: enrollmentIdInput, output: enrollmentSteered } as const;

/** Leads in campaigns. */
export const enrollmentRouter = router({
  /** Leads of a campaign and where each of them stands, with the reason why no mail leaves right now. */
  list: workspaceQuery({
    permission: 'campaign.read',
    input: enrollmentListInput,
    output: pageOf(enrollmentOutput),
    handler: listEnrollments,
  }),
  /** The campaigns of one lead and where it stands in each: what comes next, when, and why not now. */
  ofLead: workspaceQuery({
    permission: 'campaign.read',
    input: enrollmentOfLeadInput,
    output: enrollmentsOfLead,
    handler: listOfLead,
  }),
  /** How many leads of a campaign stand where: by state and by the steps they got. */
  count: workspaceQuery({
    permission: 'campaign.read',
    input: enrollmentCountInput,
    output: enrollmentCountOutput,
    handler: countEnrollments,
  }),
  /** Stops one lead's way through a campaign for now; its place is kept. */
  pause: workspaceMutation({ ...steer, handler: pauseEnrollment }),
  /** Lets a lead go on that was paused by hand. Fails with `enrollment.open_question` while its last mail is to be decided. */
  resume: workspaceMutation({ ...steer, handler: resumeEnrollment }),
  /**
   * Leaves out the mail that a lead would get next; what follows is due its own delay from now. Fails with
   * `enrollment.step_not_skippable` for the first mail, and for one that is under way.
   */
  skip: workspaceMutation({ ...steer, handler: skipStep }),
  /** Ends one lead's way through a campaign for good. */
  stop: workspaceMutation({ ...steer, handler: stopEnrollment }),
});
