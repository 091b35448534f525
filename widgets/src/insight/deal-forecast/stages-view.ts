import { msg } from '@lit/localize';
import type { DealStages } from '@tabard/contract/insight/deal-report';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import type { Column } from '../../kit/table-layout.ts';

type Item = DealStages['items'][number];
interface Row extends Item {
  id: string;
}
const DAY = 86_400;

/** Of those that left a stage for good, the part that went on. */
const rateOf = ({ forward, lost }: Item): number | null => (forward + lost > 0 ? forward / (forward + lost) : null);

const daysOf = ({ medianSeconds }: Item, locale: string): string =>
  medianSeconds === null
    ? '–'
    : new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'day',
        unitDisplay: 'long',
        maximumFractionDigits: medianSeconds < 10 * DAY ? 1 : 0,
      }).format(medianSeconds / DAY);

/** How deals go through the stages of a pipeline. */
export function stagesView({ items }: DealStages, format: Format): TemplateResult {
  const rows = items.map((item): Row => ({ ...item, id: item.stageId }));
  return html`<div class="panel list">
      <x-table
        label=${msg('Stages')}
        card-height="60"
        .columns=${columns(format)}
        .rows=${rows}
        .card=${(row: Row) =>
          html`<span class="two"
              ><span class="strong">${row.name}</span><span class="caption">${daysOf(row, format.locale)}</span></span
            ><span class="caption num">${format.percent(rateOf(row))}</span>`}
      ></x-table>
    </div>
    <details class="meaning">
      <summary>${msg('What these figures count')}</summary>
      <dl>
        <dt>${msg('Went on')}</dt>
        <dd>${msg('How often deals left the stage for a later one, or were won.')}</dd>
        <dt>${msg('Conversion')}</dt>
        <dd>${msg('The part that went on, of those that went on or were lost from there.')}</dd>
        <dt>${msg('Median time')}</dt>
        <dd>${msg('Half of the deals that left had been in the stage for no longer than this.')}</dd>
      </dl>
    </details>`;
}

function columns(format: Format): Column<Row>[] {
  const cell = (id: string, label: string, text: (row: Row) => string, gives?: number): Column<Row> => ({
    id,
    label,
    width: 'minmax(90px, 1fr)',
    align: 'end',
    ...(gives && { gives }),
    cell: (row) => html`<span class="num">${text(row)}</span>`,
  });
  return [
    {
      id: 'stage',
      label: msg('Stage'),
      width: 'minmax(150px, 2fr)',
      cell: (row) => html`<span class="strong cut">${row.name}</span>`,
    },
    cell('forward', msg('Went on'), (row) => format.number(row.forward)),
    cell('lost', msg('Lost'), (row) => format.number(row.lost), 2),
    cell('back', msg('Went back'), (row) => format.number(row.back), 3),
    cell('rate', msg('Conversion'), (row) => format.percent(rateOf(row))),
    cell('median', msg('Median time'), (row) => daysOf(row, format.locale), 1),
  ];
}
