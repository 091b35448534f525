import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

/** The campaign whose mail to a lead was the last one that a server took before a moment; `null` where none was. */
export async function lastCampaignOf(
  { sql, workspaceId }: WriteScope,
  leadId: Uuid,
  before: Date,
): Promise<Uuid | null> {
  const [row] = await sql<{ campaign_id: Uuid }>(
    `select e.campaign_id from enrollment e
       join delivery d on d.workspace_id = e.workspace_id and d.enrollment_id = e.id
      where e.workspace_id = $1 and e.lead_id = $2 and d.state = 'accepted' and d.sent_at <= $3
      order by d.sent_at desc, d.id desc limit 1`,
    [workspaceId, leadId, before],
  );
  return row?.campaign_id ?? null;
}

/** The campaign that a deal is owed to when it is won: that of whom one speaks with first. */
export async function campaignOfDeal(scope: WriteScope, dealId: Uuid, before: Date): Promise<Uuid | null> {
  const [first] = await scope.sql<{ lead_id: Uuid }>(
    'select lead_id from deal_lead where workspace_id = $1 and deal_id = $2 order by position limit 1',
    [scope.workspaceId, dealId],
  );
  return first ? lastCampaignOf(scope, first.lead_id, before) : null;
}
