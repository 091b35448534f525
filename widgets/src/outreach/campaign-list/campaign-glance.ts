import { msg } from '@lit/localize';
import type { CampaignSummary } from '@tabard/contract';
import type { Format } from '../../core/format.ts';
import type { Glance } from '../look-card.ts';
import { rate, stateBadge } from './campaign-columns.ts';

/** A campaign at a glance: how it stands, and what it brought. */
export function campaignGlance(campaign: CampaignSummary, format: Format): Glance {
  const { id, name, counts } = campaign;
  return {
    noun: 'campaign',
    id,
    name,
    mark: stateBadge(campaign),
    facts: [
      [msg('Leads'), format.number(counts.leads)],
      [msg('Sent'), format.number(counts.sent)],
      [msg('Opened'), rate(counts.opened, campaign, format)],
      [msg('Replied'), rate(counts.replied, campaign, format)],
      [msg('Bounced'), rate(counts.bounced, campaign, format)],
    ],
  };
}
