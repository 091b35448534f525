import type { Uuid } from '@tabard/contract';
import { wakeRelay, type WriteScope } from '#kernel';
import { acceptStatement } from './accept-deliveries.ts';
import { dueAfter, readNextSteps } from './next-steps.ts';
import { finishSettled, type SettledRow } from './record-outcomes.ts';

/** Proof of what became of a mail: a report, a reply, a click, a copy in the Sent folder. */
export interface Evidence {
  deliveryId: Uuid;
  evidence: 'accepted' | 'rejected';
  /** What it was, in words. */
  reply: string;
}

interface UnknownRow extends SettledRow {
  conversation_id: Uuid | null;
  sent_at: Date;
}

/** Settles a mail whose outcome was unknown by evidence of it; gives whether there was anything to settle. */
export async function settleDelivery(scope: WriteScope, { deliveryId, evidence, reply }: Evidence): Promise<boolean> {
  const rows = await scope.sql<UnknownRow>(
    `select d.id, $3::text as state, d.campaign_id, d.enrollment_id, d.step_id, d.lead_id, d.inbox_message_id, d.to_address,
            $4::text as reply, d.day::text as day, m.conversation_id, coalesce(d.opened_at, now()) as sent_at
       from delivery d left join message m on m.workspace_id = d.workspace_id and m.id = d.inbox_message_id
      where d.workspace_id = $1 and d.id = $2 and d.state = 'unknown' for update of d`,
    [scope.workspaceId, deliveryId, evidence, reply],
  );
  if (rows.length === 0) return false;
  if (evidence === 'accepted') await accept(scope, rows);
  else {
    await scope.sql(
      `update delivery set state = 'rejected', troubled = true, reply = $3, pack_id = null, fence = null, decide_at = null
        where workspace_id = $1 and id = any($2::uuid[])`,
      [scope.workspaceId, rows.map((row) => row.id), reply],
    );
    await finishSettled(scope, rows);
  }
  return true;
}

async function accept(scope: WriteScope, rows: UnknownRow[]): Promise<void> {
  const next = await readNextSteps(
    scope.sql,
    scope.workspaceId,
    rows.map((row) => row.step_id),
  );
  const { text, values } = acceptStatement(
    scope.workspaceId,
    rows.map((row) => ({
      id: row.id,
      fence: null,
      reply: row.reply ?? '',
      campaignId: row.campaign_id,
      nextStepAt: dueAfter(next.get(row.step_id ?? ''), row.sent_at),
      answer: row.conversation_id ? { messageId: row.inbox_message_id!, conversationId: row.conversation_id } : null,
    })),
  );
  await scope.sql(text, values);
  scope.afterCommit(() => wakeRelay(scope.app));
}
