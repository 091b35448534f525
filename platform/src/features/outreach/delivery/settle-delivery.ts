import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';
import { finishSettled, type SettledRow } from './record-outcomes.ts';

/** Proof of what became of a mail: a report, a reply, a click, a copy in the Sent folder. */
export interface Evidence {
  deliveryId?: Uuid;
  messageId?: string;
  evidence: 'accepted' | 'rejected';
  /** What it was, in words. */
  reply: string;
}

/** Settles a mail whose outcome was unknown by evidence of it; gives whether there was anything to settle. */
export async function settleDelivery(
  scope: WriteScope,
  { deliveryId, messageId, evidence, reply }: Evidence,
): Promise<boolean> {
  const rows = await scope.sql<SettledRow>(
    `update delivery d set state = $4::text, reply = $5, raw = case when $4::text = 'accepted' then d.raw end, fence = null, lease_until = null,
            sent_at = case when $4 = 'accepted' then coalesce(opened_at, now()) end
      where d.workspace_id = $1 and (d.id = $2::uuid or d.message_id = $3) and d.state = 'unknown'
     returning d.id, d.state, d.campaign_id, d.enrollment_id, d.step_id, d.lead_id, d.inbox_message_id, d.to_address, d.reply, d.day::text as day`,
    [scope.workspaceId, deliveryId ?? null, messageId ?? null, evidence, reply],
  );
  await finishSettled(scope, rows);
  return rows.length > 0;
}
