import { msg, str } from '@lit/localize';
import type { CampaignSummary } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { stateTones, stateWord } from '../campaign-labels.ts';

export const stateBadge = ({ state }: CampaignSummary): TemplateResult =>
  badgeMark(stateWord(state), stateTones[state], true);

/** A part of what was sent. */
export function rate(part: number, { counts: { sent } }: CampaignSummary, format: Format): TemplateResult {
  return html`<span class=${sent ? '' : 'muted'}>${format.percent(sent ? part / sent : null)}</span>`;
}

function nameAndSize(row: CampaignSummary, format: Format): TemplateResult {
  const [stepCount, leadCount] = [format.number(row.stepCount), format.number(row.counts.leads)];
  const steps = format.plural(row.stepCount, { one: msg('1 step'), other: msg(str`${stepCount} steps`) });
  const leads = format.plural(row.counts.leads, { one: msg('1 lead'), other: msg(str`${leadCount} leads`) });
  const [done, all] = [leadCount, format.number(row.counts.leads + row.enrolling)];
  const joined = row.enrolling > 0 ? msg(str`Adding leads: ${done} of ${all}`) : leads;
  return html`<span class="two"
    ><span class="strong">${row.name}</span><span class="caption">${steps} · ${joined}</span></span
  >`;
}

function trend(row: CampaignSummary, format: Format): TemplateResult {
  const total = row.trend.reduce((sum, value) => sum + value, 0);
  return total
    ? html`<x-sparkline
        .values=${row.trend}
        label=${`${format.number(total)} ${msg('sent in the last 14 days')}`}
      ></x-sparkline>`
    : html`<span class="muted">–</span>`;
}

/** The columns of campaigns: what they are, how they stand and what they brought. */
export function campaignColumns(format: Format): Column<CampaignSummary>[] {
  return [
    {
      id: 'name',
      label: msg('Campaign'),
      width: 'minmax(228px, 2fr)',
      cell: (row) => nameAndSize(row, format),
    },
    { id: 'state', label: msg('State'), width: '116px', cell: stateBadge },
    {
      id: 'sent',
      label: msg('Sent'),
      width: '84px',
      align: 'end',
      cell: (row) => format.number(row.counts.sent),
    },
    ...(['opened', 'replied'] as const).map((id) => ({
      id,
      label: id === 'opened' ? msg('Opened') : msg('Replied'),
      width: '88px',
      align: 'end' as const,
      gives: id === 'opened' ? 1 : 0,
      cell: (row: CampaignSummary) => rate(row.counts[id], row, format),
    })),
    { id: 'trend', label: msg('Last 14 days'), width: '120px', gives: 2, cell: (row) => trend(row, format) },
  ];
}

/** A campaign where there is no room for columns. */
export function campaignCard(row: CampaignSummary, format: Format, menu: unknown): TemplateResult {
  return html`<span class="row"
    ><span class="two"
      ><span class="strong">${row.name}</span
      ><span class="caption num"
        >${format.number(row.counts.sent)} ${msg('sent')} · ${rate(row.counts.replied, row, format)}
        ${msg('replied')}</span
      ></span
    >${stateBadge(row)}${menu}</span
  >`;
}
