import { toPublicId, type Uuid } from '@tabard/contract';
import { suppressAddress } from '#features/outreach/suppression';
import { recordMailEvents, type MailEvent } from '#features/outreach/tracking';
import { failpoint, type WriteScope } from '#kernel';
import { endClaims } from './claims.ts';
import { endEnrollments } from './end-enrollments.ts';
import { keepGap, type MailboxQueue } from './mailbox-queue.ts';
import type { Verdict } from './outcome.rules.ts';
import { returnCap } from './return-cap.ts';
import { stopOutreach } from './stop-outreach.ts';

/** What became of a claimed mail that was not accepted. */
export interface Outcome {
  id: Uuid;
  fence: Uuid;
  verdict: Exclude<Verdict, { state: 'accepted' }>;
}

/** A delivery of which was just written that it was not accepted. */
export interface SettledRow {
  id: Uuid;
  state: string;
  campaign_id: Uuid | null;
  enrollment_id: Uuid | null;
  step_id: Uuid | null;
  lead_id: Uuid | null;
  inbox_message_id: Uuid | null;
  to_address: string;
  reply: string | null;
  day: string | null;
}

/**
 * Writes what became of mails that were not accepted, in one transaction: the state, what follows from it, the place in the cap. A mail that
 * is not ours any more (its lease ended and somebody else decided) is left alone. `ended`: the claims that have no others left.
 */
export async function recordOutcomes(
  mailboxQueue: MailboxQueue,
  outcomes: Outcome[],
  ended: readonly Uuid[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await mailboxQueue.scope.write(async (scope) => {
    const end = endClaims(scope.workspaceId, ended);
    await scope.sql(end.text, end.values);
    const rows = await scope.sql<SettledRow>(settleSql, [
      scope.workspaceId,
      outcomes.map((outcome) => outcome.id),
      outcomes.map((outcome) => outcome.fence),
      outcomes.map(({ verdict }) => verdict.state),
      outcomes.map(({ verdict }) => verdict.reply),
      outcomes.map(({ verdict }) => (verdict.state === 'planned' ? verdict.waitSeconds : null)),
      outcomes.map(({ verdict }) => (verdict.state === 'planned' && !verdict.attempt ? 1 : 0)),
      outcomes.map(({ verdict }) => verdict.state === 'planned' && verdict.blamed),
    ]);
    const bounced = new Set(
      outcomes.flatMap(({ id, verdict }) => (verdict.state === 'rejected' && verdict.bounce ? [id] : [])),
    );
    await finishSettled(scope, rows, bounced);
    const gap = keepGap(scope.workspaceId, [mailboxQueue.mailboxId]);
    await scope.sql(gap.text, gap.values);
    await returnCap(
      scope.sql,
      mailboxQueue,
      rows.filter((row) => row.state === 'planned' || row.state === 'rejected').map((row) => row.day),
    );
  });
  await failpoint('c7', mailboxQueue.app.config.process.failpoint);
}

/** The old day comes along: it is cleared for mails that wait again. The list of ids keeps the planner from walking all mails. */
const settleSql = `
  with given as (
    select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::int[], $8::bool[])
             as g(id, fence, state, reply, wait, unburnt, blamed)
  ), mine as (
    select d.id, d.day::text as day, g.state, g.reply, g.wait, g.unburnt, g.blamed from delivery d join given g on g.id = d.id and g.fence = d.fence
     where d.workspace_id = $1 and d.id = any($2::uuid[]) for update of d
  )
  update delivery d
     set state = m.state, troubled = m.state in ('rejected', 'unknown'), reply = coalesce(m.reply, d.reply), attempts = d.attempts - m.unburnt,
         blamed = d.blamed or m.blamed, decide_at = case when m.state = 'unknown' then now() end,
         opened_at = case when m.state = 'unknown' then now() else d.opened_at end,
         pack_id = case when m.state = 'rejected' then null else d.pack_id end,
         due_at = case when m.state = 'planned' then now() + make_interval(secs => m.wait) end,
         day = case when m.state = 'planned' then null else d.day end,
         fence = null
    from mine m where d.workspace_id = $1 and d.id = any($2::uuid[]) and d.id = m.id
  returning d.id, d.state, d.campaign_id, d.enrollment_id, d.step_id, d.lead_id, d.inbox_message_id, d.to_address, d.reply, m.day`;

/** Everything that follows from mails being rejected or unknown. */
export async function finishSettled(
  scope: WriteScope,
  rows: SettledRow[],
  bounced: ReadonlySet<Uuid> = new Set(),
): Promise<void> {
  const rejected = rows.filter((row) => row.state === 'rejected');
  await endEnrollments(
    scope,
    rejected.filter((row) => !bounced.has(row.id)),
    'failed',
  );
  for (const row of rejected) if (bounced.has(row.id)) await bounce(scope, row);
  announce(scope, rows);
  await announceAnswers(scope, rows);
  // Last, because the day's counts stay locked until the commit.
  await recordMailEvents(scope.sql, scope.workspaceId, rejected.filter((row) => bounced.has(row.id)).map(bounceOf));
}

function bounceOf(row: SettledRow): MailEvent {
  const { id: deliveryId, campaign_id: campaignId, step_id: stepId, lead_id: leadId, reply: detail } = row;
  return { type: 'bounced', deliveryId, campaignId, stepId, leadId, detail };
}

async function bounce(scope: WriteScope, row: SettledRow): Promise<void> {
  await suppressAddress(scope, { email: row.to_address, reason: 'bounce', campaignId: row.campaign_id ?? undefined });
  if (row.lead_id) await stopOutreach(scope, { leadId: row.lead_id, reason: 'bounced' });
  scope.emit('mail.bounced', {
    campaignId: row.campaign_id && toPublicId('campaign', row.campaign_id),
    deliveryId: toPublicId('delivery', row.id),
    hard: true,
  });
}

function announce(scope: WriteScope, rows: SettledRow[]): void {
  for (const row of rows)
    if (row.state === 'rejected' || row.state === 'unknown')
      scope.emit('delivery.failed', {
        deliveryId: toPublicId('delivery', row.id),
        campaignId: row.campaign_id && toPublicId('campaign', row.campaign_id),
        state: row.state,
      });
}

/** What the inbox calls the states of an answer. */
const answerStates: Record<string, string> = { rejected: 'failed', unknown: 'unknown' };

async function announceAnswers(scope: WriteScope, rows: SettledRow[]): Promise<void> {
  const answers = rows.filter((row) => row.inbox_message_id && answerStates[row.state]);
  if (answers.length === 0) return;
  const messages = await scope.sql<{ id: Uuid; conversation_id: Uuid }>(
    'select id, conversation_id from message where workspace_id = $1 and id = any($2::uuid[])',
    [scope.workspaceId, answers.map((row) => row.inbox_message_id)],
  );
  for (const message of messages)
    scope.emit('message.sent', {
      conversationId: toPublicId('conversation', message.conversation_id),
      messageId: toPublicId('message', message.id),
      state: answerStates[answers.find((row) => row.inbox_message_id === message.id)!.state]!,
    });
}
