import { z } from 'zod';
import { defineJob, failpoint } from '#kernel';
import { laneOf, runLane } from './run-lane.ts';

const payload = z.object({ workspaceId: z.uuid(), mailboxId: z.uuid() });

/** Says that a mailbox may have mails to send. What is to be sent stands in the database; this is only a wake-up. */
export const sendLane = defineJob({
  name: 'send-lane',
  schema: payload,
  concurrency: 32,
  attempts: 1,
  dedupe: ({ mailboxId }) => mailboxId,
  async handler(scope, { workspaceId, mailboxId }) {
    const { more, restMs } = await runLane(laneOf(scope, mailboxId));
    if (more || restMs > 0) await scope.app.jobs.add(sendLane, { workspaceId, mailboxId }, { delayMs: restMs });
    // After the job is acknowledged, before anybody is told.
    setTimeout(() => void failpoint('c8', scope.app.config.process.failpoint), 0);
  },
});
