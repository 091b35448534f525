import { msg } from '@lit/localize';
import type { Metric } from '@tabard/contract';
import type { RollUpItem } from '@tabard/contract/insight/roll-up';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import type { Column } from '../../kit/table-layout.ts';
import { metricWords } from '../metric-labels.ts';
import { healthMark, troubleSentence } from './trouble-words.ts';

const rate = ({ counts }: RollUpItem, metric: Metric, format: Format): string =>
  format.percent(counts.sent ? counts[metric] / counts.sent : null);
const why = ({ troubles }: RollUpItem, format: Format): string =>
  troubles.map((found) => troubleSentence(found, format)).join(' ');

/** The clients of an agency: how each stands and what it did. */
export function clientColumns(format: Format): Column<RollUpItem>[] {
  const rates = (metric: Metric, gives?: number): Column<RollUpItem> => ({
    id: metric,
    label: metricWords(metric).name,
    width: 'minmax(104px, 1fr)',
    align: 'end',
    ...(gives && { gives }),
    cell: (row) => rate(row, metric, format),
  });
  return [
    {
      id: 'name',
      label: msg('Client'),
      width: 'minmax(180px, 3fr)',
      cell: (row) =>
        html`<span class="two"
          ><bdi class="strong cut" title=${row.name}>${row.name}</bdi
          ><bdi class="caption cut">${row.organizationName}</bdi></span
        >`,
    },
    {
      id: 'health',
      label: msg('State'),
      width: 'minmax(190px, 3fr)',
      cell: (row) =>
        html`<span class="two"
          ><span class="row">${healthMark(row)}</span
          ><span class="caption cut" title=${why(row, format)}>${why(row, format)}</span></span
        >`,
    },
    {
      id: 'trend',
      label: msg('Per day'),
      width: '96px',
      gives: 2,
      cell: (row) => html`<x-sparkline label=${msg('Mails sent per day')} .values=${row.trend}></x-sparkline>`,
    },
    {
      id: 'sent',
      label: metricWords('sent').name,
      width: 'minmax(76px, 1fr)',
      align: 'end',
      cell: (row) => format.number(row.counts.sent),
    },
    rates('replied'),
    rates('bounced'),
    rates('complained', 3),
    ...ways(format),
  ];
}

/** What a client works with now. */
const ways = (format: Format): Column<RollUpItem>[] => [
  {
    id: 'campaigns',
    label: msg('Running'),
    width: 'minmax(80px, 1fr)',
    align: 'end',
    gives: 1,
    cell: (row) => format.number(row.runningCampaigns),
  },
  {
    id: 'mailboxes',
    label: msg('Mailboxes'),
    width: 'minmax(88px, 1fr)',
    align: 'end',
    gives: 1,
    cell: (row) => format.number(row.mailboxes),
  },
];

/** One client where there is no room for columns. */
export const clientCard = (row: RollUpItem, format: Format): TemplateResult =>
  html`<span class="row"
    ><span class="two grow"
      ><bdi class="strong cut">${row.name}</bdi
      ><span class="caption num cut"
        >${format.number(row.counts.sent)} ${msg('sent')} · ${rate(row, 'replied', format)} ${msg('replied')}</span
      ><span class="caption cut">${why(row, format)}</span></span
    >${healthMark(row)}</span
  >`;
