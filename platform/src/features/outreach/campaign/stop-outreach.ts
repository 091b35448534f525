import type { Uuid } from '@tabard/contract';
import type { WriteScope } from '#kernel';

/** Ends what is under way to a lead. Stand-in until the campaign's own act joins. */
export async function stopOutreach(
  scope: WriteScope,
  input: {
    leadId: Uuid;
    reason: 'replied' | 'bounced' | 'unsubscribed' | 'complained' | 'suppressed';
    campaignId?: Uuid | null;
  },
): Promise<void> {
  const state = input.reason === 'complained' ? 'unsubscribed' : input.reason;
  await scope.sql(
    `update enrollment set state = $3, next_step_at = null where workspace_id = $1 and lead_id = $2 and state = 'active'
        and ($4::uuid is null or campaign_id = $4)`,
    [scope.workspaceId, input.leadId, state, input.campaignId ?? null],
  );
  await scope.sql(
    `update delivery set state = 'cancelled' where workspace_id = $1 and lead_id = $2 and state = 'planned' and inbox_message_id is null`,
    [scope.workspaceId, input.leadId],
  );
  if (state !== 'suppressed')
    await scope.sql(`update lead set status = $3 where workspace_id = $1 and id = $2`, [
      scope.workspaceId,
      input.leadId,
      state,
    ]);
}
