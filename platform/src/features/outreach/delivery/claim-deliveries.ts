import type { Schedule, Uuid } from '@tabard/contract';
import { nextOpening, windowOpenSql } from '#features/outreach/enrollment';
import { failpoint, newId, type Sql } from '#kernel';
import { sends, type Lane } from './lane.ts';
import { endDropped, type Dropped } from './end-dropped.ts';
import { reserveCap } from './reserve-cap.ts';

/** A mail that belongs to this worker until its lease ends. */
export interface ClaimedMail {
  id: Uuid;
  fence: Uuid;
  to: string;
  raw: Uint8Array;
  attempts: number;
  plannedAt: Date;
}

/** What a claim found. */
export interface ClaimedBatch {
  /** What the mails of this lane are sent from. */
  from: string;
  mails: ClaimedMail[];
  /** Milliseconds until the mailbox may send again, when its gap or its server made it rest. */
  restMs: number;
}

interface LaneRow {
  address: string;
  state: string;
  daily_cap: number;
  workspace_cap: number | null;
  min_gap: number;
  rest_ms: number;
  day: string;
  now: Date;
}
interface DueRow {
  id: Uuid;
  epoch: number;
  to_address: string;
  enrollment_id: Uuid | null;
  attempts: number;
  created_at: Date;
  verdict: 'go' | 'later' | Dropped['state'];
  schedule: Schedule | null;
}

const nothing: ClaimedBatch = { from: '', mails: [], restMs: 0 };

/**
 * Takes up to `limit` due mails of a lane: everything that could forbid one of them is asked again in this transaction, each takes
 * a place of the day's cap, and the commit comes before the first byte on the network.
 */
export async function claimDeliveries(lane: Lane, limit: number): Promise<ClaimedBatch> {
  const { app, workspaceId, mailboxId } = lane;
  const batch = await app.database.write(workspaceId, async (_em, sql) => {
    const [mailbox] = await sql<LaneRow>(readLane, [workspaceId, mailboxId]);
    if (!mailbox || !sends(mailbox.state)) return nothing;
    if (mailbox.rest_ms > 0) return { ...nothing, restMs: mailbox.rest_ms };
    if (mailbox.min_gap > 0 && (await isBusy(sql, lane))) return nothing;
    const due = await sql<DueRow>(dueMails, [workspaceId, mailboxId, mailbox.min_gap > 0 ? 1 : limit]);
    await endDropped(sql, workspaceId, due.filter(isDropped));
    await postpone(sql, workspaceId, due, mailbox.now);
    const going = due.filter((row) => row.verdict === 'go');
    const granted = await reserveCap(sql, lane, { ...mailbox, want: going.length });
    if (granted === 0) return nothing;
    const mails = await take(sql, lane, going.slice(0, granted), mailbox.day);
    if (mailbox.min_gap > 0)
      await sql(
        'update mailbox set next_send_at = now() + make_interval(secs => min_gap) where workspace_id = $1 and id = $2',
        [workspaceId, mailboxId],
      );
    await failpoint('c2', app.config.process.failpoint);
    return { from: mailbox.address, mails, restMs: mailbox.min_gap * 1000 };
  });
  if (batch.mails.length > 0) await failpoint('c3', app.config.process.failpoint);
  return batch;
}

/** Held until the commit, so that two workers of one lane take turns and each sees the gap that the other left. */
const readLane = `
  select m.address, m.state, m.daily_cap, w.daily_cap as workspace_cap, m.min_gap, now() as now,
         (now() at time zone w.time_zone)::date::text as day,
         ceil(greatest(extract(epoch from m.next_send_at - now()), 0) * 1000)::int as rest_ms
    from mailbox m join workspace w on w.id = m.workspace_id
   where m.workspace_id = $1 and m.id = $2 and m.archived_at is null for no key update of m`;

/** With a gap between mails, the next one waits until the last one has its answer. */
async function isBusy(sql: Sql, { workspaceId, mailboxId }: Lane): Promise<boolean> {
  const rows = await sql(
    `select from delivery where workspace_id = $1 and mailbox_id = $2 and state = 'submitting' and lease_until > now() limit 1`,
    [workspaceId, mailboxId],
  );
  return rows.length > 0;
}

const dueMails = `
  select d.id, d.to_address, d.enrollment_id, d.attempts, d.created_at, coalesce(c.epoch, 0) as epoch,
         case when x.id is not null or l.status in ('bounced', 'unsubscribed') and c.id is not null then 'suppressed'
              when e.id is not null and e.state <> 'active' or l.archived_at is not null and c.id is not null then 'cancelled'
              when c.id is not null and not ${windowOpenSql} then 'later'
              else 'go' end as verdict,
         case when c.id is not null and not ${windowOpenSql} then c.schedule end as schedule
    from delivery d
    left join campaign c on c.workspace_id = d.workspace_id and c.id = d.campaign_id
    left join enrollment e on e.workspace_id = d.workspace_id and e.id = d.enrollment_id
    left join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
    left join suppression x on x.workspace_id = d.workspace_id and x.address_hash = d.address_hash
          and (d.campaign_id is not null or x.reason <> 'reply')
   where d.workspace_id = $1 and d.mailbox_id = $2 and d.state = 'planned' and d.due_at <= now()
     and (d.campaign_id is null or c.state = 'running')
   order by d.due_at limit $3 for update of d skip locked`;

function isDropped(row: DueRow): row is DueRow & { verdict: Dropped['state'] } {
  return row.verdict === 'suppressed' || row.verdict === 'cancelled';
}

/** Mails that fell due while the window was open and found it closed are looked at again when it opens. */
async function postpone(sql: Sql, workspaceId: Uuid, due: DueRow[], now: Date): Promise<void> {
  const late = due.filter((row) => row.verdict === 'later');
  if (late.length === 0) return;
  await sql(
    `update delivery d set due_at = t.at from unnest($2::uuid[], $3::timestamptz[]) as t(id, at)
      where d.workspace_id = $1 and d.id = any($2::uuid[]) and d.id = t.id`,
    [workspaceId, late.map((row) => row.id), late.map((row) => nextOpening(row.schedule!, now))],
  );
}

async function take(sql: Sql, lane: Lane, going: DueRow[], day: string): Promise<ClaimedMail[]> {
  const { app, workspaceId, planned } = lane;
  const fence = newId();
  const rows = await sql<{ id: Uuid; raw: Uint8Array | null }>(
    `update delivery d set state = 'submitting', fence = $4, lease_until = now() + make_interval(secs => $5), opened_at = null,
            attempts = d.attempts + 1, day = $6::date, epoch = t.epoch
       from unnest($2::uuid[], $3::int[]) as t(id, epoch) where d.workspace_id = $1 and d.id = any($2::uuid[]) and d.id = t.id
     returning d.id, case when d.id = any($7::uuid[]) then null else d.raw end as raw`,
    [
      workspaceId,
      going.map((row) => row.id),
      going.map((row) => row.epoch),
      fence,
      app.config.sending.leaseSeconds,
      day,
      going.filter((row) => planned.has(row.id)).map((row) => row.id),
    ],
  );
  const stored = new Map(rows.map((row) => [row.id, row.raw]));
  return going.map((row) => {
    const raw = stored.get(row.id) ?? planned.get(row.id);
    if (!raw) throw new Error(`Delivery ${row.id} has lost its bytes.`);
    planned.delete(row.id);
    return { id: row.id, fence, to: row.to_address, raw, attempts: row.attempts + 1, plannedAt: row.created_at };
  });
}
