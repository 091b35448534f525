import { toPublicId, type Uuid } from '@tabard/contract';
import { stopOutreach } from '#features/outreach/campaign';
import { suppressAddress, suppressHash } from '#features/outreach/suppression';
import { recordMailEvents, type LinkClaim } from '#features/outreach/tracking';
import { jobPrincipal, writeIn, type App } from '#kernel';

/**
 * Stops all mail of the workspace to the recipient of a mail, effective with the commit; repeating it changes nothing.
 * Says `false` when the mail is gone, unless its workspace is, too.
 */
export async function unsubscribeRecipient(app: App, claim: LinkClaim): Promise<boolean> {
  const { workspaceId, deliveryId } = claim;
  return writeIn({ app, workspaceId, principal: jobPrincipal('unsubscribe', workspaceId) }, async (scope) => {
    const [mail] = await scope.sql<{
      to_address: string;
      address_hash: string;
      campaign_id: Uuid | null;
      step_id: Uuid | null;
      lead_id: Uuid | null;
    }>(
      'select to_address, address_hash, campaign_id, step_id, lead_id from delivery where workspace_id = $1 and id = $2',
      [workspaceId, deliveryId],
    );
    // A workspace that was deleted writes to nobody any more.
    if (!mail) return (await scope.sql('select from workspace where id = $1', [workspaceId])).length === 0;
    const { campaign_id: campaignId, step_id: stepId, lead_id: leadId } = mail;
    // Whoever was deleted is known by the hash alone.
    if (mail.to_address === '')
      await suppressHash(scope, { hash: mail.address_hash, reason: 'unsubscribe', campaignId });
    else await suppressAddress(scope, { email: mail.to_address, reason: 'unsubscribe', campaignId });
    if (leadId) await stopOutreach(scope, { leadId, reason: 'unsubscribed' });
    const firsts = await recordMailEvents(scope.sql, workspaceId, [
      { type: 'unsubscribed', deliveryId, campaignId, stepId, leadId },
    ]);
    if (firsts.length > 0)
      scope.emit('lead.unsubscribed', {
        campaignId: campaignId && toPublicId('campaign', campaignId),
        leadId: leadId && toPublicId('lead', leadId),
      });
    return true;
  });
}
