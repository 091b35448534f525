import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

/** Why a lead is not contacted any more. */
export type StopReason = 'replied' | 'bounced' | 'unsubscribed' | 'complained' | 'suppressed';

/** What an enrollment and a lead are called afterwards. */
const states: Record<StopReason, { enrollment: string; lead: string | null }> = {
  replied: { enrollment: 'replied', lead: 'replied' },
  bounced: { enrollment: 'bounced', lead: 'bounced' },
  unsubscribed: { enrollment: 'unsubscribed', lead: 'unsubscribed' },
  complained: { enrollment: 'unsubscribed', lead: 'unsubscribed' },
  suppressed: { enrollment: 'suppressed', lead: null },
};

/**
 * Ends a lead's way through campaigns: through all of them, or after a reply through those that stop on reply (or the one it answers).
 * Mails that wait are cancelled; one that is on its way is stopped by the gate, which sees this as soon as it is committed.
 */
export async function stopOutreach(
  scope: WriteScope,
  { leadId, reason, campaignId }: { leadId: Uuid; reason: StopReason; campaignId?: Uuid | null },
): Promise<void> {
  const { enrollment, lead } = states[reason];
  await scope.sql(
    `with ended as (
       update enrollment e set state = $3, next_step_at = null, updated_at = now() from campaign c
        where e.workspace_id = $1 and e.lead_id = $2 and e.state in ('active', 'paused') and c.workspace_id = $1 and c.id = e.campaign_id
          and ($4 <> 'replied' or c.stop_on_reply) returning e.id)
     update delivery d set state = 'cancelled', troubled = false, pack_id = null, due_at = null, reply = $5
       from ended where d.workspace_id = $1 and d.enrollment_id = ended.id and d.state = 'planned'`,
    [
      scope.workspaceId,
      leadId,
      enrollment,
      reason,
      `The lead has ${reason === 'suppressed' ? 'been suppressed' : reason}.`,
    ],
  );
  if (campaignId && reason === 'replied') await stopCampaign(scope, leadId, campaignId);
  if (lead)
    await scope.sql(
      `update lead set status = $3, updated_at = now()
        where workspace_id = $1 and id = $2 and status <> $3 and ($3 <> 'replied' or status not in ('bounced', 'unsubscribed'))`,
      [scope.workspaceId, leadId, lead],
    );
}

/** Marks a campaign that goes on after replies as replied where its last mail is out already. */
async function stopCampaign(scope: WriteScope, leadId: Uuid, campaignId: Uuid): Promise<void> {
  await scope.sql(
    `update enrollment e set state = 'replied', updated_at = now() from campaign c
      where e.workspace_id = $1 and e.lead_id = $2 and e.campaign_id = $3 and e.state = 'completed'
        and c.workspace_id = $1 and c.id = e.campaign_id and c.stop_on_reply`,
    [scope.workspaceId, leadId, campaignId],
  );
}
