import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** A mail of ours that something refers to. */
export interface FoundDelivery {
  id: Uuid;
  messageId: string;
  mailboxId: Uuid;
  campaignId: Uuid | null;
  stepId: Uuid | null;
  leadId: Uuid | null;
  state: string;
}

/** The newest mail of ours with one of these Message-IDs (without angle brackets), or null. */
export async function findDelivery(sql: Sql, messageIds: readonly string[]): Promise<FoundDelivery | null> {
  const [row] = await sql<{
    id: Uuid;
    message_id: string;
    mailbox_id: Uuid;
    campaign_id: Uuid | null;
    step_id: Uuid | null;
    lead_id: Uuid | null;
    state: string;
  }>(
    `select id, message_id, mailbox_id, campaign_id, step_id, lead_id, state from delivery
      where workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and message_id = any($1::text[])
      order by id desc limit 1`,
    [messageIds],
  );
  if (!row) return null;
  return {
    id: row.id,
    messageId: row.message_id,
    mailboxId: row.mailbox_id,
    campaignId: row.campaign_id,
    stepId: row.step_id,
    leadId: row.lead_id,
    state: row.state,
  };
}
