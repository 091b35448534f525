import type { Schedule, Uuid } from '@tabard/contract';
import { nextOpening, windowOpenSql } from '#features/outreach/enrollment';
import type { Sql } from '#kernel';
import { endDropped, type Dropped } from './end-dropped.ts';
import { fencesFor } from './claims.ts';
import type { BatchTerms, ClaimedMail, MailboxQueue } from './mailbox-queue.ts';
import { readPacked, type PackPlace } from './mail-pack.ts';
import { reserveCap } from './reserve-cap.ts';
import { returnCap } from './return-cap.ts';

interface DueRow {
  id: Uuid;
  epoch: number;
  to_address: string;
  campaign_id: Uuid | null;
  enrollment_id: Uuid | null;
  step_id: Uuid | null;
  message_id: Uuid | null;
  conversation_id: Uuid | null;
  attempts: number;
  blamed: boolean;
  created_at: Date;
  verdict: 'go' | 'later' | Dropped['state'];
  schedule: Schedule | null;
}

/** Takes mails of a mailbox queue that wait for another try or for their first one, such as answers; what must not leave any more ends here. */
export async function claimWaiting(
  sql: Sql,
  mailboxQueue: MailboxQueue,
  terms: BatchTerms,
  limit: number,
): Promise<ClaimedMail[]> {
  const { workspaceId, mailboxId } = mailboxQueue;
  const due = await sql<DueRow>(dueMails, [workspaceId, mailboxId, limit]);
  if (due.length === 0) return [];
  await endDropped(sql, workspaceId, due.filter(isDropped));
  await postpone(sql, workspaceId, due, terms.now);
  const going = due.filter((row) => row.verdict === 'go');
  const granted = await reserveCap(sql, mailboxQueue, terms, going.length);
  return granted > 0 ? take(sql, mailboxQueue, terms, going.slice(0, granted)) : [];
}

const dueMails = `
  select d.id, d.to_address, d.campaign_id, d.enrollment_id, d.step_id, d.attempts, d.blamed, d.created_at, coalesce(c.epoch, 0) as epoch,
         m.id as message_id, m.conversation_id,
         case when x.id is not null or l.status in ('bounced', 'unsubscribed') and c.id is not null then 'suppressed'
              when e.id is not null and e.state not in ('active', 'paused') or l.archived_at is not null and c.id is not null then 'cancelled'
              when c.id is not null and not ${windowOpenSql} then 'later'
              else 'go' end as verdict,
         case when c.id is not null and not ${windowOpenSql} then c.schedule end as schedule
    from delivery d
    left join campaign c on c.workspace_id = d.workspace_id and c.id = d.campaign_id
    left join enrollment e on e.workspace_id = d.workspace_id and e.id = d.enrollment_id
    left join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
    left join message m on m.workspace_id = d.workspace_id and m.id = d.inbox_message_id
    left join suppression x on x.workspace_id = d.workspace_id and x.address_hash = d.address_hash
          and (d.campaign_id is not null or x.reason <> 'reply')
   where d.workspace_id = $1 and d.mailbox_id = $2 and d.state = 'planned' and d.due_at <= now()
     and (d.campaign_id is null or c.state = 'running') and e.state is distinct from 'paused'
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

async function take(
  sql: Sql,
  { app, workspaceId, mailboxId }: MailboxQueue,
  { day }: BatchTerms,
  going: DueRow[],
): Promise<ClaimedMail[]> {
  const fences = fencesFor(app, going.length);
  const rows = await sql<PackPlace & { id: Uuid }>(
    `update delivery d set state = 'submitting', due_at = null, fence = t.fence, opened_at = null,
            attempts = d.attempts + 1, day = $5::date, epoch = t.epoch
       from unnest($2::uuid[], $3::int[], $4::uuid[]) as t(id, epoch, fence) where d.workspace_id = $1 and d.id = any($2::uuid[]) and d.id = t.id
     returning d.id, d.pack_id, d.pack_start, d.pack_size`,
    [workspaceId, going.map((row) => row.id), going.map((row) => row.epoch), fences, day],
  );
  const bytes = await readPacked(sql, workspaceId, new Map(rows.map((row) => [row.id, row])));
  await endBare(
    sql,
    { workspaceId, mailboxId },
    day,
    going.filter((row) => !bytes.has(row.id)),
  );
  return going.flatMap((row, index) => {
    const raw = bytes.get(row.id);
    if (!raw) return [];
    return {
      id: row.id,
      fence: fences[index]!,
      to: row.to_address,
      raw,
      attempts: row.attempts + 1,
      blamed: row.blamed,
      plannedAt: row.created_at,
      campaignId: row.campaign_id,
      stepId: row.step_id,
      answer: row.message_id ? { messageId: row.message_id, conversationId: row.conversation_id! } : null,
      nextStepAt: () => null,
    };
  });
}

/** Ends mails whose bytes were cleared away before somebody wanted them sent again. */
async function endBare(
  sql: Sql,
  mailboxQueue: { workspaceId: Uuid; mailboxId: Uuid },
  day: string,
  bare: DueRow[],
): Promise<void> {
  await endDropped(
    sql,
    mailboxQueue.workspaceId,
    bare.map((row) => ({ id: row.id, verdict: 'cancelled' as const })),
  );
  await returnCap(
    sql,
    mailboxQueue,
    bare.map(() => day),
  );
}
