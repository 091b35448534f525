import { msg } from '@lit/localize';
import type { CampaignCounts } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { html } from '../../core/html.ts';

/** What a campaign brought so far; rates are shares of what was sent. */
export function campaignFigures(counts: CampaignCounts, format: Format): TemplateResult {
  const figure = (label: string, value: string, title = ''): TemplateResult =>
    html`<div title=${title}><span class="caption">${label}</span><b class="num">${value}</b></div>`;
  const rate = (part: number): string => format.percent(counts.sent ? part / counts.sent : null);
  return html`<div class="figures">
    ${figure(msg('Leads'), format.number(counts.leads))} ${figure(msg('Sent'), format.number(counts.sent))}
    ${figure(msg('Opened by people'), rate(counts.opened), `${format.number(counts.machineOpened)} ${msg('more were opened by machines and do not count')}`)}
    ${figure(msg('Replied'), rate(counts.replied))} ${figure(msg('Bounced'), rate(counts.bounced))}
    ${figure(msg('Unsubscribed'), rate(counts.unsubscribed))}
  </div>`;
}
