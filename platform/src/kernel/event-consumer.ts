import type { EventName, EventPayload, EventSubject, Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import { failpoint } from './failpoint.ts';
import type { Actor } from './principal.ts';
import { jobPrincipal, writeIn, type WriteScope } from './tenancy.ts';
import { traced } from './request-context.ts';

/** An event as those who subscribe hear it. What was written before it was kept is `null`. */
export interface HeardEvent<N extends EventName = EventName> {
  readonly id: Uuid;
  readonly position: string;
  readonly type: N;
  readonly at: Date;
  readonly data: EventPayload<N>;
  readonly actor: Actor | null;
  readonly subject: EventSubject | null;
  readonly cause: string | null;
}

/**
 * What a feature does when it hears of an event. A handler writes in the transaction that moves the consumer on, so its effects
 * happen exactly once; what reaches outside of it belongs into a job. After a rewind it hears the same events again.
 */
export type EventHandlers = {
  readonly [N in EventName]?: (scope: WriteScope, event: HeardEvent<N>) => Promise<void>;
};

/** Somebody who hears of events, in their order, each workspace by itself. */
export interface Consumer {
  /** The name its position is kept under; another name begins anew. */
  readonly name: string;
  readonly on: EventHandlers;
}

/** Events whose effects are one transaction. */
const batchSize = 100;
/** Tries at one event before it is set aside; the wait between them doubles from one second. */
const tries = 5;
/** Seconds for which a process that tries is left alone; after that it is taken for gone. */
const leaseSeconds = 30;

/** What came of a turn: there may be more, nothing is left, or what is next rests for some seconds. */
export type Turn = 'more' | 'done' | { waitSeconds: number };

interface Claim {
  position: string;
  attempts: number;
}

interface EventRow {
  id: Uuid;
  position: string;
  type: EventName;
  at: Date;
  data: never;
  actor_kind: Actor['kind'] | null;
  actor_id: string | null;
  subject_noun: EventSubject['noun'] | null;
  subject_id: Uuid | null;
  cause: string | null;
}

/** Another process has taken over; nothing of this turn is kept. */
class LeaseLost extends Error {}

/** A handler failed; `index` events before it in the same batch did not. */
class HandlerFailed extends Error {
  readonly index: number;
  constructor(index: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.index = index;
  }
}

/** Counts the try before it begins, so that an event that ends the process is counted too. */
const claimSql = `
  insert into event_consumer as c (workspace_id, consumer, position, attempts, retry_at)
  select $1::uuid, $2::text, 0, 1, now() + interval '${leaseSeconds} seconds'
   where exists (select from event e where e.workspace_id = $1 and e.position > coalesce(
           (select k.position from event_consumer k where k.workspace_id = $1 and k.consumer = $2::text), 0))
      on conflict (workspace_id, consumer) do update set attempts = c.attempts + 1, retry_at = excluded.retry_at
   where c.retry_at is null or c.retry_at <= now()
  returning position, attempts`;

const nextSql = `
  select id, position, type, at, data, actor_kind, actor_id, subject_noun, subject_id, cause from event
   where workspace_id = $1 and position > $2 order by position limit $3`;

/**
 * Lets one consumer hear what is next in one workspace. `careful`: one event at a time, because a batch ended a process.
 * Positions are numbers of the relay, given after the commit and in order, so none can appear behind the consumer's own.
 */
export async function hearNext(app: App, consumer: Consumer, workspaceId: Uuid, careful: boolean): Promise<Turn> {
  const [claim] = await app.database.read<Claim>(workspaceId, claimSql, [workspaceId, consumer.name]);
  if (!claim) return 'done';
  await failpoint('e1', app.config.process.failpoint);
  const hearing = { app, consumer, workspaceId, claim };
  if (claim.attempts > tries) return setAside(hearing, 'The process ended while the event was heard.');
  try {
    return await hear(hearing, careful || claim.attempts > 1 ? 1 : batchSize);
  } catch (error) {
    if (error instanceof LeaseLost) return 'done';
    if (!(error instanceof HandlerFailed)) throw error;
    // Those before the one that failed are well, and the claim is still ours.
    if (error.index > 0) return hear(hearing, error.index);
    if (claim.attempts >= tries) return setAside(hearing, error.message, error.cause);
    return rest(hearing, error);
  }
}

interface Hearing {
  app: App;
  consumer: Consumer;
  workspaceId: Uuid;
  claim: Claim;
}

const write = <T>({ app, consumer, workspaceId }: Hearing, work: (scope: WriteScope) => Promise<T>) =>
  writeIn({ app, workspaceId, principal: jobPrincipal(`consumer ${consumer.name}`, workspaceId) }, work);

/** The effects of up to `limit` events and the consumer's new position, in one transaction. */
async function hear(hearing: Hearing, limit: number): Promise<Turn> {
  const { app, consumer, workspaceId, claim } = hearing;
  const heard = await write(hearing, async (scope) => {
    const rows = await scope.sql<EventRow>(nextSql, [workspaceId, claim.position, limit]);
    for (const [index, row] of rows.entries()) {
      // The row's type and data were written together, so the handler of that type takes that data.
      const handler = consumer.on[row.type] as ((scope: WriteScope, event: HeardEvent) => Promise<void>) | undefined;
      if (!handler) continue;
      const trace = { requestId: row.cause ?? consumer.name, cause: `event:${row.id}` };
      await traced(trace, () => handler(scope, shape(row))).catch((error: unknown) => {
        throw new HandlerFailed(index, error);
      });
    }
    await moveOn(scope, hearing, rows.at(-1)?.position ?? claim.position);
    await failpoint('e2', app.config.process.failpoint);
    return rows.length;
  });
  await failpoint('e3', app.config.process.failpoint);
  return heard < limit ? 'done' : 'more';
}

function shape(row: EventRow): HeardEvent {
  const { id, position, type, at, data, cause } = row;
  const actor = row.actor_kind && row.actor_id ? { kind: row.actor_kind, id: row.actor_id } : null;
  const subject = row.subject_noun && row.subject_id ? { noun: row.subject_noun, id: row.subject_id } : null;
  return { id, position, type, at, data, cause, actor, subject };
}

/** Keeps the new position, unless another process or a rewind has moved it in the meantime. */
async function moveOn(scope: WriteScope, { consumer, claim }: Hearing, position: string): Promise<void> {
  const moved = await scope.sql(
    `update event_consumer set position = $5, attempts = 0, retry_at = null, error = null
      where workspace_id = $1 and consumer = $2 and position = $3 and attempts = $4 returning 1`,
    [scope.workspaceId, consumer.name, claim.position, claim.attempts, position],
  );
  if (moved.length === 0) throw new LeaseLost();
}

async function rest(hearing: Hearing, error: HandlerFailed): Promise<Turn> {
  const { app, consumer, workspaceId, claim } = hearing;
  const waitSeconds = 2 ** (claim.attempts - 1);
  await app.database.read(
    workspaceId,
    `update event_consumer set retry_at = now() + make_interval(secs => $5), error = $6
      where workspace_id = $1 and consumer = $2 and position = $3 and attempts = $4`,
    [workspaceId, consumer.name, claim.position, claim.attempts, waitSeconds, error.message.slice(0, 1000)],
  );
  const facts = { err: error.cause, consumer: consumer.name, workspaceId, attempts: claim.attempts };
  app.log.warn(facts, 'a consumer failed at an event and will try again');
  return { waitSeconds };
}

/** Puts the next event away for a person to look at, and goes on behind it. */
async function setAside(hearing: Hearing, problem: string, cause?: unknown): Promise<Turn> {
  const { app, consumer, workspaceId, claim } = hearing;
  const [row] = await write(hearing, async (scope) => {
    const rows = await scope.sql<{ event_id: Uuid; position: string; type: string }>(
      `insert into set_aside_event (workspace_id, consumer, event_id, position, type, data, error)
       select $1::uuid, $2::text, e.id, e.position, e.type, e.data, $4::text from event e
        where e.workspace_id = $1 and e.position > $3 order by e.position limit 1
           on conflict (workspace_id, consumer, event_id) do update set error = excluded.error, at = now()
       returning event_id, position, type`,
      [workspaceId, consumer.name, claim.position, problem.slice(0, 1000)],
    );
    await moveOn(scope, hearing, rows[0]?.position ?? claim.position);
    return rows;
  });
  app.log.error(
    {
      err: cause,
      alarm: 'event.set_aside',
      consumer: consumer.name,
      workspaceId,
      eventId: row?.event_id,
      type: row?.type,
    },
    `a consumer failed at an event ${claim.attempts} times and has set it aside: ${problem}`,
  );
  return 'more';
}
