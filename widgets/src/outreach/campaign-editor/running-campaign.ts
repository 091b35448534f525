import type { Campaign, Enrollment, Mailbox } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { WhyNotNow } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';
import { campaignOverview } from './campaign-overview.ts';
import { campaignPeople } from './campaign-people-view.ts';
import type { PeopleView, SteerLead } from './campaign-people.ts';
import { campaignTabBar, tabName, type CampaignTab } from './campaign-tabs.ts';

interface RunningCampaignInput {
  prefix: string;
  session: Session;
  campaign: Campaign;
  tab: CampaignTab;
  people: PeopleView;
  reasons: readonly WhyNotNow[];
  mailboxes: readonly Mailbox[];
  sequence: () => TemplateResult;
  settings: () => TemplateResult;
  show: (tab: CampaignTab) => void;
  narrow: (people: PeopleView) => void;
  openLead: (lead: Enrollment['lead']) => void;
  steer: (act: SteerLead) => void;
}

/** A campaign that was launched, in four views: what it brings, its mails, its people, its settings. */
export function runningCampaign(given: RunningCampaignInput): TemplateResult {
  const { prefix, session, campaign, tab, show } = given;
  const views: Record<CampaignTab, () => TemplateResult> = {
    overview: () => campaignOverview({ ...given, open: show }),
    sequence: given.sequence,
    people: () =>
      campaignPeople({
        prefix,
        session,
        campaign,
        view: given.people,
        show: given.narrow,
        openLead: given.openLead,
        steer: given.steer,
      }),
    settings: () => html`<div class="settings">${given.settings()}</div>`,
  };
  return html`${campaignTabBar({ shown: tab, people: session.format.number(campaign.counts.leads), show })}
    <div class="view" role="tabpanel" aria-label=${tabName(tab)}>${views[tab]()}</div>`;
}
