import { msg } from '@lit/localize';
import type { OutcomeDivision } from '@tabard/contract/crm/deal-words';
import type { DealOutcomes } from '@tabard/contract/insight/deal-report';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import type { Column } from '../../kit/table-layout.ts';
import { moneyText } from '../../crm/deal/money.ts';

type Item = DealOutcomes['items'][number];
interface Row extends Item {
  id: string;
}

/** By what wins and losses are divided. */
export const divisionWords = (): Record<OutcomeDivision, string> => ({
  reason: msg('Reason'),
  owner: msg('Owner'),
  source: msg('Source'),
  pipeline: msg('Pipeline'),
});

/** The part of closed deals that was won; null where none was closed. */
const rateOf = ({ won, lost }: Pick<Item, 'won' | 'lost'>): number | null =>
  won + lost > 0 ? won / (won + lost) : null;

/** Wins and losses: the figures of all of them, and a table of what they are divided by. */
export function outcomesView(
  items: readonly Item[],
  { by, currency, format }: { by: OutcomeDivision; currency: string; format: Format },
): TemplateResult {
  const total = (part: 'won' | 'lost' | 'wonValue' | 'lostValue'): number =>
    items.reduce((sum, item) => sum + item[part], 0);
  const money = (amount: number): string => moneyText(format.locale, amount, currency, true);
  const rows = items.map((item): Row => ({ ...item, id: item.key ?? 'none', name: item.name ?? msg('None') }));
  return html`<div class="figures three">
      <x-figure
        name=${msg('Win rate')}
        counts=${msg('The part of the deals closed in this period that was won.')}
        value=${format.percent(rateOf({ won: total('won'), lost: total('lost') }))}
      ></x-figure>
      <x-figure name=${msg('Won')} value=${money(total('wonValue'))} detail=${format.number(total('won'))}></x-figure>
      <x-figure
        name=${msg('Lost')}
        value=${money(total('lostValue'))}
        detail=${format.number(total('lost'))}
      ></x-figure>
    </div>
    <div class="panel list">
      <x-table
        label=${msg('Won and lost')}
        card-height="60"
        .columns=${columns(divisionWords()[by], money, format)}
        .rows=${rows}
        .card=${(row: Row) =>
          html`<span class="two"
              ><span class="strong">${row.name}</span
              ><span class="caption"
                >${msg('Won')} ${format.number(row.won)} · ${msg('Lost')} ${format.number(row.lost)}</span
              ></span
            ><span class="caption num">${format.percent(rateOf(row))}</span>`}
      ></x-table>
    </div>`;
}

function columns(label: string, money: (amount: number) => string, format: Format): Column<Row>[] {
  const cell = (id: string, name: string, text: (row: Row) => string, gives?: number): Column<Row> => ({
    id,
    label: name,
    width: 'minmax(90px, 1fr)',
    align: 'end',
    ...(gives && { gives }),
    cell: (row) => html`<span class="num">${text(row)}</span>`,
  });
  return [
    {
      id: 'name',
      label,
      width: 'minmax(170px, 2fr)',
      cell: (row) => html`<span class="strong cut">${row.name}</span>`,
    },
    cell('won', msg('Won'), (row) => format.number(row.won)),
    cell('lost', msg('Lost'), (row) => format.number(row.lost)),
    cell('rate', msg('Win rate'), (row) => format.percent(rateOf(row))),
    cell('won-value', msg('Value won'), (row) => money(row.wonValue), 1),
    cell('lost-value', msg('Value lost'), (row) => money(row.lostValue), 2),
  ];
}
