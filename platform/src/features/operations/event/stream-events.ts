import { tracked } from '@trpc/server';
import type { eventStreamInput, WorkspaceEvent } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';
import { eventHub } from './event-hub.ts';
import { batchSize, readEvents, type EventRow } from './workspace-feed.ts';

/** Events that wait for a slow reader; beyond, it reads them by itself. */
const longestQueue = 1_000;

/**
 * Events of the workspace in their order, from after `lastEventId` on, each once; without it those that come from now on.
 * Positions are given after the commit and in order, so whoever resumes from one misses nothing and gets nothing twice. The
 * stream ends when the caller goes away; whether the caller may still listen, the host watches.
 */
export async function* streamEvents(scope: ReadScope, input: z.output<typeof eventStreamInput>, signal: AbortSignal) {
  const { app, workspaceId } = scope;
  const resumed = resumedFrom(input.lastEventId);
  let waiting: EventRow[] = [];
  let behind = resumed !== null;
  let wake = () => {};
  const hub = eventHub(app).listen(workspaceId, (rows) => {
    // Who is behind reads them anyway.
    if (waiting.length + rows.length > longestQueue) behind = true;
    else waiting.push(...rows);
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort);
  try {
    // What comes behind this place the hub brings; what a resumed stream has missed up to there it reads by itself.
    const here = await hub.now();
    let position = resumed ?? BigInt(here);
    while (!signal.aborted) {
      // Armed before the look, so that news which comes during it is not slept through.
      const news = new Promise<void>((resolve) => (wake = resolve));
      let rows: EventRow[];
      if (behind) {
        behind = false;
        waiting = [];
        rows = await readEvents(app, workspaceId, String(position));
        if (rows.length === batchSize) behind = true;
      } else rows = waiting.splice(0);
      for (const row of rows) {
        const place = BigInt(row.position);
        if (place <= position) continue;
        // Also past those that are not asked for, so that they are not read again.
        position = place;
        if (input.types && !input.types.includes(row.type)) continue;
        // The database holds what `emit` was given, whose type and data belong together.
        const event = { id: row.position, type: row.type, at: row.at.toISOString(), data: row.data } as WorkspaceEvent;
        yield tracked(row.position, event);
        if (signal.aborted) return;
      }
      if (!behind && waiting.length === 0 && !signal.aborted) await news;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    hub.leave();
  }
}

function resumedFrom(lastEventId: string | undefined): bigint | null {
  if (lastEventId === undefined) return null;
  if (!/^\d{1,18}$/.test(lastEventId))
    fail('request.invalid', { details: [{ path: 'lastEventId', message: 'Give the id of an event.' }] });
  return BigInt(lastEventId);
}
