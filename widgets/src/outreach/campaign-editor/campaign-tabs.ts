import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Tab } from '../../kit/tabs.ts';

/** What is shown of a launched campaign. */
export const campaignTabs = ['overview', 'sequence', 'people', 'settings'] as const;
export type CampaignTab = (typeof campaignTabs)[number];

interface CampaignTabsInput {
  shown: CampaignTab;
  /** Leads in the campaign, written out. */
  people: string;
  show: (tab: CampaignTab) => void;
}

export function tabName(tab: CampaignTab): string {
  const words: Record<CampaignTab, string> = {
    overview: msg('Overview'),
    sequence: msg('Sequence'),
    people: msg('People'),
    settings: msg('Settings'),
  };
  return words[tab];
}

/** The views of a launched campaign. */
export function campaignTabBar({ shown, people, show }: CampaignTabsInput): TemplateResult {
  const tabs = campaignTabs.map((id): Tab => ({ id, label: tabName(id), ...(id === 'people' && { count: people }) }));
  return html`<x-tabs
    class="views"
    label=${msg('Views of the campaign')}
    .tabs=${tabs}
    selected=${shown}
    @choose=${(event: CustomEvent<CampaignTab>) => show(event.detail)}
  ></x-tabs>`;
}
