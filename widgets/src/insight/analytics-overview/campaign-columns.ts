import { msg } from '@lit/localize';
import type { Metric } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { CampaignFigures } from '../../core/client.ts';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import type { Column } from '../../kit/table-layout.ts';
import { stateWord } from '../../outreach/campaign-labels.ts';
import { metricWords } from '../metric-labels.ts';

const rate = (row: CampaignFigures, metric: Metric, format: Format): string =>
  format.percent(row.counts.sent ? row.counts[metric] / row.counts.sent : null);

/** The campaigns behind the figures: what each sent, and its rates of that. */
export function campaignColumns(format: Format): Column<CampaignFigures>[] {
  const rates = (metric: Metric, label = metricWords(metric).name): Column<CampaignFigures> => ({
    id: metric,
    label,
    width: 'minmax(88px, 1fr)',
    align: 'end',
    cell: (row) => rate(row, metric, format),
  });
  return [
    {
      id: 'name',
      label: msg('Campaign'),
      width: 'minmax(216px, 3fr)',
      cell: (row) =>
        html`<span class="two"
          ><span class="strong">${row.name}</span><span class="caption">${stateWord(row.state as 'draft')}</span></span
        >`,
    },
    {
      id: 'sent',
      label: metricWords('sent').name,
      width: 'minmax(84px, 1fr)',
      align: 'end',
      cell: (row) => format.number(row.counts.sent),
    },
    rates('opened', msg('Opened')),
    {
      ...rates('machine_opened', msg('By machines')),
      width: 'minmax(112px, 1fr)',
      gives: 2,
      cell: (row) => html`<span class="muted">${rate(row, 'machine_opened', format)}</span>`,
    },
    { ...rates('clicked'), gives: 1 },
    rates('replied'),
    rates('bounced'),
  ];
}

/** One campaign where there is no room for columns. */
export const campaignCard = (row: CampaignFigures, format: Format): TemplateResult =>
  html`<span class="two"
    ><span class="strong">${row.name}</span
    ><span class="caption num"
      >${format.number(row.counts.sent)} ${msg('sent')} · ${rate(row, 'replied', format)} ${msg('replied')}</span
    ></span
  >`;
