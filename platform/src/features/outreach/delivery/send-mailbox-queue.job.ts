import { z } from 'zod';
import type { Uuid } from '@tabard/contract';
import { defineJob, failpoint, type App } from '#kernel';
import { mailboxQueueOf, runMailboxQueue } from './run-mailbox-queue.ts';

const payload = z.object({ workspaceId: z.uuid(), mailboxId: z.uuid() });

/** A worker that died keeps its job for a while; a hint of the next slot passes it by. */
const slotMs = 5000;

/** The mailbox queues that this process is in, and whether somebody asked for one meanwhile. */
const running = new WeakMap<App, Map<Uuid, { asked: boolean }>>();

/** Says that a mailbox may have mails to send. What is to be sent stands in the database; this is only a wake-up. */
export const sendMailboxQueue = defineJob({
  name: 'send-mailbox-queue',
  schema: payload,
  concurrency: 32,
  attempts: 1,
  dedupe: ({ mailboxId }) => `${mailboxId}:${Math.floor(Date.now() / slotMs)}`,
  async handler(scope, { workspaceId, mailboxId }) {
    const { app } = scope;
    const mailboxQueues = running.get(app) ?? new Map<Uuid, { asked: boolean }>();
    running.set(app, mailboxQueues);
    const current = mailboxQueues.get(mailboxId);
    // A slow server must not fill every place with runs of one mailbox queue.
    if (current) return void (current.asked = true);
    const run = { asked: false };
    mailboxQueues.set(mailboxId, run);
    try {
      const { more, restMs } = await runMailboxQueue(mailboxQueueOf(scope, mailboxId));
      if (more || run.asked || restMs > 0)
        await app.jobs.add(sendMailboxQueue, { workspaceId, mailboxId }, { delayMs: more || run.asked ? 0 : restMs });
    } finally {
      mailboxQueues.delete(mailboxId);
    }
    // After the job is acknowledged, before anybody is told.
    setTimeout(() => void failpoint('c8', app.config.process.failpoint), 0);
  },
});
