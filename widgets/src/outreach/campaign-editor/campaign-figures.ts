import type { Campaign } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';

interface CampaignFiguresInput {
  prefix: string;
  session: Session;
  campaign: Campaign;
  /** What stands beside the days. */
  next: unknown;
}

/** What a campaign brought so far. Its code comes with the first campaign that was launched: a draft has no figures. */
export function campaignFigures({ prefix, session, campaign, next }: CampaignFiguresInput): TemplateResult {
  void import('./campaign-statistics.ts').then(
    ({ CampaignStatistics }) => defineElement(prefix, CampaignStatistics),
    () => undefined, // without a connection the campaign is still there to read
  );
  return html`<x-campaign-statistics class="statistics" .session=${session} .campaign=${campaign}
    >${next}</x-campaign-statistics
  >`;
}
