import { tracked } from '@trpc/server';
import type { eventStreamInput, WorkspaceEvent } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';
import { eventHub } from './event-hub.ts';
import { isStillAllowed } from './is-still-allowed.ts';

/** Events one read brings. */
const batchSize = 500;
/** Milliseconds after which a stream looks by itself: the bus may lose a message, and a credential may end. */
const lookMs = 2_000;

interface EventRow {
  position: string;
  type: WorkspaceEvent['type'];
  at: Date;
  data: WorkspaceEvent['data'];
}

const after = `
  select position, type, at, data from event
   where workspace_id = $1 and position > $2 order by position limit ${batchSize}`;
/** Where a stream starts that resumes nothing: behind all that was numbered so far, of this workspace or another. */
const head = 'select position from event_head';

/**
 * Events of the workspace in their order, from after `lastEventId` on, each once; without it those that come from now on.
 * Positions are given after the commit and in order, so whoever resumes from one misses nothing and gets nothing twice. The
 * stream ends when the caller goes away or may not listen any more.
 */
export async function* streamEvents(scope: ReadScope, input: z.output<typeof eventStreamInput>, signal: AbortSignal) {
  let position = await startOf(scope, input.lastEventId);
  let wake = () => {};
  const stopListening = eventHub(scope.app).listen(scope.workspaceId, () => wake());
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort);
  let checkedAt = Date.now();
  try {
    while (!signal.aborted) {
      // Armed before the look, so that news which comes during it is not slept through.
      const news = new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, lookMs).unref();
      });
      // A timer may fire a little early; the check must not wait for the next one then.
      if (Date.now() - checkedAt > lookMs - 100) {
        if (!(await isStillAllowed(scope))) return;
        checkedAt = Date.now();
      }
      const rows = await scope.read<EventRow>(after, [scope.workspaceId, position], 'event_after');
      for (const row of rows) {
        // Also past those that are not asked for, so that they are not read again.
        position = row.position;
        if (input.types && !input.types.includes(row.type)) continue;
        // The database holds what `emit` was given, whose type and data belong together.
        const event = { id: row.position, type: row.type, at: row.at.toISOString(), data: row.data } as WorkspaceEvent;
        yield tracked(row.position, event);
        if (signal.aborted) return;
      }
      if (rows.length < batchSize && !signal.aborted) await news;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    stopListening();
  }
}

async function startOf(scope: ReadScope, lastEventId: string | undefined): Promise<string> {
  if (lastEventId === undefined) return (await scope.read<{ position: string }>(head))[0]?.position ?? '0';
  if (!/^\d{1,18}$/.test(lastEventId))
    fail('request.invalid', { details: [{ path: 'lastEventId', message: 'Give the id of an event.' }] });
  return lastEventId;
}
