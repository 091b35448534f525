import { msg, str } from '@lit/localize';
import type { ReturnDivision } from '@tabard/contract/crm/return-words';
import type { ReturnMoney, ReturnOverview } from '@tabard/contract/insight/return-report';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { sourceWord } from '../../crm/cost-list/cost-words.ts';
import { columnMoney, digitsOf, moneyText } from '../../crm/deal/money.ts';
import type { Column } from '../../kit/table-layout.ts';

type Item = ReturnOverview['items'][number];
interface Row extends Omit<Item, 'money' | 'key'>, Omit<ReturnMoney, 'currency'> {
  id: string;
  label: string;
}
interface Shown {
  overview: ReturnOverview;
  by: ReturnDivision;
  currency: string;
  from: string;
  until: string;
  format: Format;
  hrefOf: (path: string) => string | null;
  go: (path: string) => void;
}

const nothing: Omit<ReturnMoney, 'currency'> = {
  cost: 0,
  revenue: 0,
  roi: null,
  costPerLead: null,
  costPerReply: null,
  costPerConversion: null,
};
const moneyIn = (money: readonly ReturnMoney[], wanted: string): Omit<ReturnMoney, 'currency'> =>
  money.find(({ currency }) => currency === wanted) ?? nothing;

/** Revenue, cost and what came of it in one currency: figures, a plot of the months, and a table. */
export function returnsView(shown: Shown): TemplateResult {
  const { overview, currency, format, by } = shown;
  const sums = moneyIn(overview.total.money, currency);
  const money: Money = (amount) => moneyText(format.locale, amount ?? 0, currency, true);
  const inColumn: Money = (amount) => (amount === null ? '–' : columnMoney(format.locale, amount, currency));
  const { total, further } = overview;
  const people: readonly (readonly [string, string, number])[] = [
    [msg('Contacted'), msg('Leads to whom campaigns sent in this time, each once.'), total.contacted],
    [msg('Replied'), msg('Leads who answered a mail that was sent in this time, each once.'), total.replied],
    [msg('Converted'), msg('Leads with a conversion or a won deal in this time, each once.'), total.converted],
  ];
  return html`<div class="figures">
      <x-figure
        name=${msg('Revenue')}
        counts=${msg('What conversions and won deals of this time brought.')}
        value=${money(sums.revenue)}
      ></x-figure>
      <x-figure
        name=${msg('Cost')}
        counts=${msg('What was spent for the days of this time.')}
        value=${money(sums.cost)}
      ></x-figure>
      <x-figure
        name=${msg('Return')}
        counts=${msg('Revenue less cost, as a part of the cost.')}
        value=${format.percent(sums.roi)}
      ></x-figure>
      ${people.map(
        ([name, counts, count]) =>
          html`<x-figure name=${name} counts=${counts} value=${format.number(count)}></x-figure>`,
      )}
    </div>
    <section class="panel plot" aria-label=${msg('By month')}>${plot(shown)}</section>
    <div class="panel list">
      <x-table
        ?openable=${by === 'campaign'}
        label=${by === 'campaign' ? msg('By campaign') : msg('By lead source')}
        card-height="80"
        .columns=${columns(by, inColumn, format)}
        .rows=${rowsOf(shown)}
        .card=${(row: Row) => card(row, inColumn, format)}
        .rowHref=${(row: Row) => (row.id.startsWith('cmp_') ? shown.hrefOf(`/campaigns/${row.id}`) : null)}
        @open-row=${({ detail }: CustomEvent<Row>) => {
          if (detail.id.startsWith('cmp_')) shown.go(`/campaigns/${detail.id}`);
        }}
      ></x-table>
    </div>
    ${further > 0 ? html`<p class="caption">${msg(str`The sums count ${format.number(further)} further ones that stand in no line.`)}</p>` : ''}`;
}

/** Writes an amount; what is divided by nothing is a dash. */
type Money = (amount: number | null) => string;

/** Months as bars side by side. */
function plot({ overview, currency, from, until, format }: Shown): TemplateResult {
  const months = monthsBetween(from.slice(0, 7), until.slice(0, 7));
  const known = new Map(
    overview.months.filter((one) => one.currency === currency).map((one) => [one.month, one] as const),
  );
  const whole = 10 ** digitsOf(currency);
  const label = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' });
  return html`<x-chart
    kind="bar"
    height="240"
    label=${msg('Revenue and cost by month')}
    label-name=${msg('Month')}
    .series=${[
      { name: msg('Revenue'), values: months.map((month) => (known.get(month)?.revenue ?? 0) / whole) },
      { name: msg('Cost'), values: months.map((month) => (known.get(month)?.cost ?? 0) / whole) },
    ]}
    .labels=${months.map((month) => label.format(new Date(`${month}-01`)))}
    .format=${(value: number) => moneyText(format.locale, Math.round(value * whole), currency, true)}
    .exact=${(value: number) => moneyText(format.locale, Math.round(value * whole), currency)}
  ></x-chart>`;
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  const [year = 2000, month = 1] = first.split('-').map(Number);
  for (let at = 0; at < 40 && (months.at(-1) ?? '') < last; at += 1)
    months.push(new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7));
  return months;
}

const rowsOf = ({ overview, by, currency }: Shown): Row[] =>
  overview.items.map(({ money, key, ...item }) => ({
    ...item,
    ...moneyIn(money, currency),
    id: key ?? 'none',
    label:
      by === 'source'
        ? item.name === null
          ? msg('No source')
          : sourceWord(item.name)
        : (item.name ?? (key === null ? msg('No campaign') : msg('A deleted campaign'))),
  }));

const card = (row: Row, money: Money, format: Format): TemplateResult =>
  html`<span class="two"
      ><span class="strong">${row.label}</span
      ><span class="caption">${msg('Revenue')} ${money(row.revenue)} · ${msg('Cost')} ${money(row.cost)}</span
      ><span class="caption"
        >${msg('Contacted')} ${format.number(row.contacted)} · ${msg('Converted')} ${format.number(row.converted)}</span
      ></span
    ><span class="num push">${format.percent(row.roi)}</span>`;

function columns(by: ReturnDivision, money: Money, format: Format): Column<Row>[] {
  const cell = (id: string, label: string, text: (row: Row) => string, gives?: number, min = 92): Column<Row> => ({
    id,
    label,
    width: `minmax(${min}px, 1fr)`,
    align: 'end',
    ...(gives && { gives }),
    cell: (row) => html`<span class="num">${text(row)}</span>`,
  });
  return [
    {
      id: 'name',
      label: by === 'campaign' ? msg('Campaign') : msg('Lead source'),
      width: 'minmax(200px, 2.6fr)',
      cell: (row) => html`<span class="strong cut">${row.label}</span>`,
    },
    cell('contacted', msg('Contacted'), (row) => format.number(row.contacted), 4),
    cell('replied', msg('Replied'), (row) => format.number(row.replied), 5),
    cell('converted', msg('Converted'), (row) => format.number(row.converted), 3),
    cell('lost', msg('Lost'), (row) => format.number(row.lost), 7),
    cell('revenue', msg('Revenue'), (row) => money(row.revenue)),
    cell('cost', msg('Cost'), (row) => money(row.cost)),
    cell('roi', msg('Return'), (row) => format.percent(row.roi)),
    cell('per-lead', msg('Per lead'), (row) => money(row.costPerLead), 6),
    cell('per-reply', msg('Per reply'), (row) => money(row.costPerReply), 8),
    cell('per-conversion', msg('Per conversion'), (row) => money(row.costPerConversion), 2, 124),
  ];
}
