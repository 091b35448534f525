import { defineFeature } from '#kernel';
import { EnrollmentSchema } from './enrollment.entity.ts';
import { enrollmentRouter } from './enrollment.router.ts';

/** A lead's way through a campaign. */
export const enrollmentFeature = defineFeature({
  name: 'enrollment',
  entities: [EnrollmentSchema],
  router: enrollmentRouter,
});

export { nextOpening, nextStepAt, windowOpenSql, type Delay } from './schedule.rules.ts';
export { holdEnrollments, pauseEnrollments, resumeEnrollments } from './pause-enrollments.ts';
export { stopEnrollments } from './stop-enrollments.ts';
export { mailboxQueueReason, waitingMessages, type WaitingReason } from './waiting.rules.ts';
export { readMailboxQueueStates } from './read-mailbox-queue-states.ts';
export { enrollmentRouter };
