import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Switch } from '../../kit/switch.ts';
import type { CampaignDraft } from './campaign-draft.ts';

type Rules = Pick<CampaignDraft, 'stopOnReply' | 'trackOpens' | 'trackClicks'>;

/** What holds for the whole campaign, on or off. */
export function campaignRules(rules: Rules, locked: boolean, edit: (change: Partial<Rules>) => void): TemplateResult {
  const words: [keyof Rules, string][] = [
    ['stopOnReply', msg('Stop when the lead replies')],
    ['trackOpens', msg('Count opens')],
    ['trackClicks', msg('Count clicks')],
  ];
  return html`${words.map(
    ([key, label]) =>
      html`<x-switch
        label=${label}
        .checked=${rules[key]}
        ?disabled=${locked}
        @change=${(event: Event) => edit({ [key]: (event.target as Switch).checked })}
      ></x-switch>`,
  )}`;
}
