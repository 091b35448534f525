import { toPublicId, type Uuid } from '@tabard/contract';
import { isDeadAddress, type Classification } from '@tabard/email';
import { stopOutreach } from '#features/outreach/campaign';
import { settleDelivery } from '#features/outreach/delivery';
import { suppressAddress } from '#features/outreach/suppression';
import { recordMailEvents, type MailEventType } from '#features/outreach/tracking';
import type { WriteScope } from '#kernel';
import type { AnsweredMail } from './find-thread.ts';
import { cleanText, isByPerson, isReport } from './incoming.rules.ts';

export interface Received {
  report: Classification;
  /** Who wrote it. */
  sender: string;
  leadId: Uuid | null;
  answered: AnsweredMail | null;
  conversationId: Uuid;
}

/**
 * What follows from a received mail: a person's answer and a wish to be left alone end the outreach, dead addresses and
 * complaints also stop all further mail; absences, automatic answers and delays change nothing.
 */
export async function settleReceived(scope: WriteScope, received: Received): Promise<void> {
  const { report, answered, leadId } = received;
  if (answered?.state === 'unknown')
    await settleDelivery(scope, {
      deliveryId: answered.id,
      evidence: 'accepted',
      reply: isReport(report.class) ? 'A report about it came back.' : 'It was answered.',
    });
  const publicCampaign = answered?.campaign_id ? toPublicId('campaign', answered.campaign_id) : null;
  const publicDelivery = answered ? toPublicId('delivery', answered.id) : null;
  const campaignId = answered?.campaign_id ?? null;
  const suppress = (email: string, reason: 'bounce' | 'complaint' | 'unsubscribe') =>
    suppressAddress(scope, { email, reason, campaignId });
  /** Writes what became of our mail; says whether it was the first time. Answers out of the inbox are no outreach. */
  const count = async (type: MailEventType, detail: string | null = null) => {
    if (!answered?.campaign_id) return true;
    const { id: deliveryId, step_id: stepId } = answered;
    const event = { type, deliveryId, campaignId, stepId, leadId: answered.lead_id, detail };
    return (await recordMailEvents(scope.sql, scope.workspaceId, [event])).length > 0;
  };

  if (report.class === 'human') {
    if (!leadId || !answered) return;
    await stopOutreach(scope, { leadId, reason: 'replied' });
    if (await count('replied'))
      scope.emit('lead.replied', {
        campaignId: publicCampaign,
        leadId: toPublicId('lead', leadId),
        conversationId: toPublicId('conversation', received.conversationId),
      });
  } else if (isByPerson(report.class)) {
    // Who answers from another address means the one we wrote to as well.
    for (const email of new Set([answered?.to_address ?? received.sender, received.sender]))
      await suppress(email, 'unsubscribe');
    if (leadId) await stopOutreach(scope, { leadId, reason: 'unsubscribed' });
    if (await count('unsubscribed'))
      scope.emit('lead.unsubscribed', { campaignId: publicCampaign, leadId: leadId && toPublicId('lead', leadId) });
  } else if (report.class === 'bounce' && answered) {
    const hard = isDeadAddress(report.recipients, answered.to_address);
    if (hard) {
      await suppress(answered.to_address, 'bounce');
      if (leadId) await stopOutreach(scope, { leadId, reason: 'bounced' });
    }
    const [recipient] = report.recipients;
    if (
      await count('bounced', recipient ? cleanText(`${recipient.status} ${recipient.diagnostic}`.trim(), 1_000) : null)
    )
      scope.emit('mail.bounced', { campaignId: publicCampaign, deliveryId: publicDelivery, hard });
  } else if (report.class === 'complaint' && answered) {
    await suppress(answered.to_address, 'complaint');
    if (leadId) await stopOutreach(scope, { leadId, reason: 'complained' });
    if (await count('complained'))
      scope.emit('mail.complained', { campaignId: publicCampaign, deliveryId: publicDelivery });
  }
}
