import type { Uuid } from '@tabard/contract';
import { monthOf, newId, type Sql } from '#kernel';
import type { MailEventType } from './mail-event.entity.ts';

/** Something that became of a mail. What is left out is unknown; `at` left out is now. */
export interface MailEvent {
  /** Gives the event an id of the caller's, so that writing it again changes nothing. */
  id?: Uuid;
  type: MailEventType;
  deliveryId?: Uuid | null;
  campaignId?: Uuid | null;
  stepId?: Uuid | null;
  leadId?: Uuid | null;
  /** The address of a clicked link, or the reason of a bounce. */
  detail?: string | null;
  at?: Date;
}

/** The first event of its type for a mail. */
export interface FirstMailEvent {
  type: MailEventType;
  deliveryId: Uuid | null;
}

/** Counts events (day, campaign_id, step_id, type, first) up, always in the same order. */
export const countSql = (events: string): string => `
    insert into mail_rollup as r (workspace_id, day, campaign_id, step_id, type, total, firsts)
    select $1, day, coalesce(campaign_id, $1), coalesce(step_id, $1), type, count(*), sum(first)
      from (${events}) as written
     group by 2, 3, 4, 5 order by 2, 3, 4, 5
        on conflict (workspace_id, day, campaign_id, step_id, type)
        do update set total = r.total + excluded.total, firsts = r.firsts + excluded.firsts`;

/**
 * Rows are locked in one order (first of a mail, then counts, both sorted), so batches that overlap wait for each other and
 * never in a circle. `on conflict do nothing` waits for a concurrent first of the same mail and then knows it came second.
 */
const insertAndCount = `
  with given as (
    select g.*, (g.at at time zone w.time_zone)::date as day,
           row_number() over (partition by g.delivery_id, g.type order by g.at, g.id) as nth
      from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::timestamptz[], $10::date[])
             as g(id, type, delivery_id, campaign_id, step_id, lead_id, detail, at, month)
      join workspace w on w.id = $1
  ), firsts as (
    insert into mail_event (workspace_id, id, type, delivery_id, campaign_id, step_id, lead_id, detail, at, month, day, first)
    select $1, id, type, delivery_id, campaign_id, step_id, lead_id, detail, at, month, day, true
      from given where nth = 1 or delivery_id is null order by delivery_id, type
        on conflict do nothing
    returning id, type, delivery_id, campaign_id, step_id, day
  ), later as (
    insert into mail_event (workspace_id, id, type, delivery_id, campaign_id, step_id, lead_id, detail, at, month, day, first)
    select $1, id, type, delivery_id, campaign_id, step_id, lead_id, detail, at, month, day, false
      from given where id not in (select id from firsts)
        on conflict do nothing
    returning type, campaign_id, step_id, day
  ), counted as (${countSql(`select day, campaign_id, step_id, type, 1 as first from firsts
                               union all select day, campaign_id, step_id, type, 0 from later`)}
  )
  select type, delivery_id from firsts`;

const firstOfMonth = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;

/**
 * Writes what became of mails and counts it, in one statement; gives back which of the events were the first of their type for
 * their mail. In a longer transaction call it late: the day's counts stay locked until the commit.
 */
export async function recordMailEvents(
  sql: Sql,
  workspaceId: Uuid,
  events: readonly MailEvent[],
): Promise<FirstMailEvent[]> {
  if (events.length === 0) return [];
  const now = new Date();
  // As PostgreSQL writes arrays, for what needs no quotes: the driver would look at each of them for some.
  const column = (read: (event: MailEvent) => string | null | undefined) =>
    `{${events.map((event) => read(event) ?? 'null').join()}}`;
  const rows = await sql<{ type: MailEventType; delivery_id: Uuid | null }>(insertAndCount, [
    workspaceId,
    column((event) => event.id ?? newId()),
    column((event) => event.type),
    column((event) => event.deliveryId),
    column((event) => event.campaignId),
    column((event) => event.stepId),
    column((event) => event.leadId),
    events.map((event) => event.detail ?? null),
    column((event) => (event.at ?? now).toISOString()),
    column((event) => (event.deliveryId ? monthOf(event.deliveryId) : firstOfMonth(event.at ?? now))),
  ]);
  return rows.map((row) => ({ type: row.type, deliveryId: row.delivery_id }));
}
