import type { Uuid } from '@tabard/contract';
import { failpoint, type Sql } from '#kernel';
import { claimWaiting } from './claim-deliveries.ts';
import { holdClaims } from './claims.ts';
import { sends, type BatchTerms, type ClaimedMail, type MailboxQueue } from './mailbox-queue.ts';
import { dueAfter, readNextSteps } from './next-steps.ts';
import { planDeliveries } from './plan-deliveries.ts';

/** What a mailbox queue found to send. */
export interface Batch {
  /** What the mails of this mailbox queue are sent from. */
  from: string;
  mails: ClaimedMail[];
  /** Milliseconds until the mailbox may send again, when its gap or its server made it rest. */
  restMs: number;
  /** Whether the mailbox keeps a gap between mails. */
  hasGap: boolean;
}

interface MailboxQueueRow {
  address: string;
  state: string;
  daily_cap: number;
  workspace_cap: number | null;
  min_gap: number;
  rest_ms: number;
  day: string;
  now: Date;
}

const nothing: Batch = { from: '', mails: [], restMs: 0, hasGap: false };

/**
 * Takes up to `limit` due mails of a mailbox queue, in one transaction that commits before the first byte on the network: mails that wait
 * (retries and answers) first, then due steps, which are written and claimed in the same action. Everything that could forbid one of them is
 * asked here, and each takes a place of the day's cap.
 */
export async function prepareBatch(mailboxQueue: MailboxQueue, limit: number): Promise<Batch> {
  const { app, workspaceId, mailboxId } = mailboxQueue;
  const batch = await app.database.write(workspaceId, async (_em, sql) => {
    const [mailbox] = await sql<MailboxQueueRow>(readMailboxQueue, [workspaceId, mailboxId]);
    if (!mailbox || !sends(mailbox.state)) return nothing;
    if (mailbox.rest_ms > 0) return { ...nothing, restMs: mailbox.rest_ms };
    const hasGap = mailbox.min_gap > 0;
    if (hasGap && (await isBusy(sql, mailboxQueue))) return nothing;
    const terms: BatchTerms = mailbox;
    const wanted = hasGap ? 1 : limit;
    const waiting = await claimWaiting(sql, mailboxQueue, terms, wanted);
    const planned =
      waiting.length < wanted ? await planDeliveries(sql, mailboxQueue, terms, wanted - waiting.length) : [];
    const mails = [...waiting, ...planned];
    if (mails.length === 0) return nothing;
    await holdClaims(sql, mailboxQueue, mails);
    await noteNextSteps(sql, workspaceId, mails, mailbox.now);
    if (hasGap)
      await sql(
        'update mailbox set next_send_at = now() + make_interval(secs => min_gap) where workspace_id = $1 and id = $2',
        [workspaceId, mailboxId],
      );
    await failpoint('c2', app.config.process.failpoint);
    return { from: mailbox.address, mails, restMs: mailbox.min_gap * 1000, hasGap };
  });
  if (batch.mails.length > 0) await failpoint('c3', app.config.process.failpoint);
  return batch;
}

/** Held until the commit, so that two workers of one mailbox queue take turns and each sees the gap that the other left. */
const readMailboxQueue = `
  select m.address, m.state, m.daily_cap, w.daily_cap as workspace_cap, m.min_gap, now() as now,
         (now() at time zone w.time_zone)::date::text as day,
         ceil(greatest(extract(epoch from m.next_send_at - now()), 0) * 1000)::int as rest_ms
    from mailbox m join workspace w on w.id = m.workspace_id
   where m.workspace_id = $1 and m.id = $2 and m.archived_at is null and w.standing = 'open' for no key update of m`;

/** With a gap between mails, the next one waits until the last one has its answer. */
async function isBusy(sql: Sql, { workspaceId, mailboxId }: MailboxQueue): Promise<boolean> {
  const rows = await sql(
    `select from claim c join delivery d on d.workspace_id = c.workspace_id and d.id = any(c.delivery_ids) and d.fence = c.id
      where c.workspace_id = $1 and c.mailbox_id = $2 and c.lease_until > now() limit 1`,
    [workspaceId, mailboxId],
  );
  return rows.length > 0;
}

/** Lets each mail know what follows it, so that this need not be asked when it is accepted. */
async function noteNextSteps(sql: Sql, workspaceId: Uuid, mails: ClaimedMail[], now: Date): Promise<void> {
  const next = await readNextSteps(
    sql,
    workspaceId,
    mails.map((mail) => mail.stepId),
  );
  const clockAhead = now.getTime() - Date.now();
  for (const mail of mails) {
    const step = mail.stepId ? next.get(mail.stepId) : undefined;
    mail.nextStepAt = () => dueAfter(step, new Date(Date.now() + clockAhead));
  }
}
