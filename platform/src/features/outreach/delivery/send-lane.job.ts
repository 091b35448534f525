import { z } from 'zod';
import type { Uuid } from '@tabard/contract';
import { defineJob, failpoint, type App } from '#kernel';
import { laneOf, runLane } from './run-lane.ts';

const payload = z.object({ workspaceId: z.uuid(), mailboxId: z.uuid() });

/** A worker that died keeps its job for a while; a hint of the next slot passes it by. */
const slotMs = 5000;

/** The lanes that this process is in, and whether somebody asked for one meanwhile. */
const running = new WeakMap<App, Map<Uuid, { asked: boolean }>>();

/** Says that a mailbox may have mails to send. What is to be sent stands in the database; this is only a wake-up. */
export const sendLane = defineJob({
  name: 'send-lane',
  schema: payload,
  concurrency: 32,
  attempts: 1,
  dedupe: ({ mailboxId }) => `${mailboxId}:${Math.floor(Date.now() / slotMs)}`,
  async handler(scope, { workspaceId, mailboxId }) {
    const { app } = scope;
    const lanes = running.get(app) ?? new Map<Uuid, { asked: boolean }>();
    running.set(app, lanes);
    const current = lanes.get(mailboxId);
    // A slow server must not fill every place with runs of one lane.
    if (current) return void (current.asked = true);
    const run = { asked: false };
    lanes.set(mailboxId, run);
    try {
      const { more, restMs } = await runLane(laneOf(scope, mailboxId));
      if (more || run.asked || restMs > 0)
        await app.jobs.add(sendLane, { workspaceId, mailboxId }, { delayMs: more || run.asked ? 0 : restMs });
    } finally {
      lanes.delete(mailboxId);
    }
    // After the job is acknowledged, before anybody is told.
    setTimeout(() => void failpoint('c8', app.config.process.failpoint), 0);
  },
});
