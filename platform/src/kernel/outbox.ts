import { subjectOf, type EventName, type Uuid } from '@tabard/contract';
import type { App } from './app.ts';
import type { PendingEntry } from './audit-entry.ts';
import type { Sql } from './database.ts';
import { defineEntity, p, tenantKey, tenantPolicies } from './entity.ts';
import { actorOf, type Principal } from './principal.ts';
import { currentCause } from './request-context.ts';
import type { Retention } from './retention.ts';
import { newId } from './uuid.ts';

/** What happened in a workspace, written with the change. The relay gives it its place in the order readers resume from. */
export const EventSchema = defineEntity({
  name: 'Event',
  tableName: 'event',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('event', ['select', 'update', 'delete']),
  properties: {
    ...tenantKey(),
    /** Unset until relayed; then without ties, and in the order in which readers may see it. */
    position: p.bigint('string').nullable(),
    type: p.string().length(64),
    data: p.json(),
    /** Who acted; unset for what was written before it was kept, and where the sender writes in bulk. */
    actorKind: p.string().length(16).nullable(),
    actorId: p.string().length(200).nullable(),
    /** What it is about. */
    subjectNoun: p.string().length(32).nullable(),
    subjectId: p.uuid().nullable(),
    /** The request or the event that it follows from. */
    cause: p.string().length(80).nullable(),
    at: p.datetime(3).columnType('timestamptz(3)').defaultRaw('now()'),
  },
  indexes: [
    { name: 'event_stream', properties: ['workspaceId', 'position'] },
    { name: 'event_waiting', expression: 'create index "event_waiting" on "event" ("id") where position is null' },
  ],
});

/** The last number the relay gave: one row. */
export const EventHeadSchema = defineEntity({
  name: 'EventHead',
  tableName: 'event_head',
  properties: { id: p.integer().primary(), position: p.bigint('string') },
});

/** As long as a stream, a webhook or a consumer may be away and still resume. */
export const eventRetention: Retention = {
  table: 'event',
  until: `t.position is not null and t.at < now() - interval '7 days'`,
  because: 'A stream or a webhook may be away for seven days and still resume.',
};

export interface PendingEvent {
  type: EventName;
  data: unknown;
  cause: string | null;
}

/** An event as an action tells it, with what the action follows from. */
export const pendingEvent = (type: EventName, data: unknown): PendingEvent => ({ type, data, cause: currentCause() });

/** The channel that says the outbox has something; its message is empty. */
const outboxChannel = 'outbox';
/** The channel that says a workspace has new events; its message is the workspace. */
export const eventChannel = 'events';

/** Writes events into the open transaction, and the action's entry in the audit log with them: one statement for all. */
export async function insertEvents(
  sql: Sql,
  workspaceId: Uuid,
  principal: Principal,
  events: readonly PendingEvent[],
  entry?: PendingEntry,
): Promise<void> {
  const values = events.length > 0 ? eventValues(principal, events) : [];
  const noted = entry?.(2 + values.length);
  const statement =
    events.length > 0 ? (noted ? `with told as (${insertSql}) ${noted.text}` : insertSql) : (noted?.text ?? null);
  if (statement !== null) await sql(statement, [workspaceId, ...values, ...(noted?.values ?? [])]);
}

const insertSql = `
  insert into event (workspace_id, id, type, data, actor_kind, actor_id, subject_noun, subject_id, cause)
  select $1, e.id, e.type, e.data, $2, $3, e.noun, e.subject, e.cause
    from unnest($4::uuid[], $5::text[], $6::jsonb[], $7::text[], $8::uuid[], $9::text[]) as e(id, type, data, noun, subject, cause)`;

function eventValues(principal: Principal, events: readonly PendingEvent[]): unknown[] {
  const actor = actorOf(principal);
  const subjects = events.map(({ type, data }) => subjectOf(type, data));
  return [
    actor.kind,
    actor.id.slice(0, 200),
    events.map(() => newId()),
    events.map((event) => event.type),
    events.map((event) => JSON.stringify(event.data)),
    subjects.map((subject) => subject?.noun ?? null),
    subjects.map((subject) => subject?.id ?? null),
    events.map((event) => event.cause),
  ];
}

/** Tells the relay that committed events wait. A lost word only delays them by half a second. */
export const wakeRelay = (app: App): Promise<void> => app.ports.bus.publish(outboxChannel, '');

/** Two processes must not number events at once; the number is arbitrary and only used here. */
const relayLock = 7_401_001;

/** Numbers what waits, oldest first, and remembers the head, in one statement. */
const numberWaiting = `
  with waiting as (
    select workspace_id, id, row_number() over (order by id) as n
      from (select workspace_id, id from event where position is null order by id limit 1000) as batch
  ), head as (
    update event_head set position = position + (select count(*) from waiting) returning position
  )
  update event set position = (select position from head) - (select count(*) from waiting) + waiting.n
    from waiting where event.workspace_id = waiting.workspace_id and event.id = waiting.id
  returning event.workspace_id`;

/**
 * Numbers committed events and tells the bus which workspaces have news. One process at a time does it (the others wait for
 * the lock), so a reader that has seen position n will never be shown a smaller one later.
 */
export function startRelay(app: App): { stop(): Promise<void> } {
  let stopped = false;
  let wake = () => {};
  const unsubscribe = app.ports.bus.subscribe(outboxChannel, () => wake());
  const loop = async () => {
    while (!stopped) {
      const client = await app.database.maintenanceClient().catch(() => null);
      try {
        if (!client) throw new Error('no connection');
        await client.query('select pg_advisory_lock($1)', [relayLock]);
        while (!stopped) {
          // Armed before the look, so that news which comes during it is not slept through.
          const news = new Promise<void>((resolve) => {
            wake = resolve;
            setTimeout(resolve, 500).unref();
          });
          const { rows } = await client.query<{ workspace_id: string }>(numberWaiting);
          for (const id of new Set(rows.map((row) => row.workspace_id))) await app.ports.bus.publish(eventChannel, id);
          if (rows.length < 1000 && !stopped) await news;
        }
        await client.query('select pg_advisory_unlock($1)', [relayLock]);
        client.release();
      } catch (error) {
        client?.release(error instanceof Error ? error : true);
        if (stopped) return;
        app.log.warn({ err: error }, 'the event relay lost its connection and tries again');
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      wake();
      await unsubscribe();
      // A process that waits for the lock cannot be woken; closing the pool ends it.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
    },
  };
}
