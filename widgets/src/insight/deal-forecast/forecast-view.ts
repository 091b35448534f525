import { msg } from '@lit/localize';
import type { DealForecast } from '@tabard/contract/insight/deal-report';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import type { Column } from '../../kit/table-layout.ts';
import { digitsOf, moneyText } from '../../crm/deal/money.ts';
import { groupBy, monthsFrom, sumOf, type Sums } from './sum-forecast.ts';

type Item = DealForecast['items'][number];
interface Shown {
  items: readonly Item[];
  currency: string;
  first: string;
  months: number;
  format: Format;
}

/** What the figures of a forecast are called, and what each counts. */
const figures = (): readonly [keyof Sums, string, string][] => [
  ['closed', msg('Won'), msg('What deals are worth that were won in these months.')],
  ['commit', msg('Commit'), msg('What open deals are worth whose forecast is commit.')],
  ['bestCase', msg('Best case'), msg('The same, with those whose forecast is best case.')],
  ['weighted', msg('Weighted'), msg('What open deals are worth, each times how likely it is won.')],
  [
    'pipeline',
    msg('Pipeline'),
    msg('What all open deals are worth that are expected in these months, without those that are omitted.'),
  ],
];

/** What is expected by month: figures, a plot of the months, and a table of the owners. */
export function forecastView(shown: Shown): TemplateResult {
  const { items, currency, format } = shown;
  const all = sumOf(items);
  const money = (amount: number): string => moneyText(format.locale, amount, currency);
  return html`<div class="figures five">
      ${figures().map(
        ([part, name, counts]) =>
          html`<x-figure
            name=${name}
            counts=${counts}
            value=${moneyText(format.locale, all[part], currency, true)}
            detail=${part === 'closed' ? format.number(all.won) : part === 'pipeline' ? format.number(all.count) : ''}
          ></x-figure>`,
      )}
    </div>
    <section class="panel plot" aria-label=${msg('By month')}>${plot(shown)}</section>
    <div class="panel list">
      <x-table
        label=${msg('By owner')}
        card-height="76"
        .columns=${ownerColumns(money, format)}
        .rows=${ownerRows(items)}
        .card=${(row: OwnerRow) =>
          html`<span class="two"
            ><span class="strong">${row.name}</span
            ><span class="caption"
              >${msg('Weighted')} ${money(row.weighted)} · ${msg('Won')} ${money(row.closed)}</span
            ></span
          >`}
      ></x-table>
    </div>`;
}

/** Months as bars on each other: what is won, what is sure, what may be, and the rest. */
function plot({ items, currency, first, months, format }: Shown): TemplateResult {
  const byMonth = groupBy(items, ({ month }) => month);
  const names = monthsFrom(first, months);
  const sums = names.map((month) => sumOf(byMonth.get(month) ?? []));
  const whole = 10 ** digitsOf(currency);
  const series = [
    { name: msg('Won'), values: sums.map(({ closed }) => closed / whole) },
    { name: msg('Commit'), values: sums.map(({ commit }) => commit / whole) },
    { name: msg('Best case'), values: sums.map(({ bestCase, commit }) => (bestCase - commit) / whole) },
    { name: msg('Pipeline'), values: sums.map(({ pipeline, bestCase }) => (pipeline - bestCase) / whole) },
  ];
  const label = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' });
  return html`<x-chart
    kind="stacked"
    height="260"
    label=${msg('Expected and won, by month')}
    label-name=${msg('Month')}
    .series=${series}
    .labels=${names.map((month) => label.format(new Date(`${month}-01`)))}
    .format=${(value: number) => format.compact(value)}
    .exact=${(value: number) => moneyText(format.locale, Math.round(value * whole), currency)}
  ></x-chart>`;
}

interface OwnerRow extends Sums {
  id: string;
  name: string;
}

const ownerRows = (items: readonly Item[]): OwnerRow[] =>
  [...groupBy(items, ({ ownerId }) => ownerId)].map(([id, mine]) => ({
    ...sumOf(mine),
    id: id ?? 'none',
    name: mine[0]?.ownerName ?? msg('Nobody'),
  }));

function ownerColumns(money: (amount: number) => string, format: Format): Column<OwnerRow>[] {
  const amount = (part: keyof Sums, label: string, gives?: number): Column<OwnerRow> => ({
    id: part,
    label,
    width: 'minmax(110px, 1fr)',
    align: 'end',
    ...(gives && { gives }),
    cell: (row) => html`<span class="num">${money(row[part])}</span>`,
  });
  return [
    {
      id: 'owner',
      label: msg('Owner'),
      width: 'minmax(150px, 1.4fr)',
      cell: (row) => html`<span class="strong cut">${row.name}</span>`,
    },
    {
      id: 'count',
      label: msg('Open deals'),
      width: '110px',
      align: 'end',
      gives: 4,
      cell: (row) => html`<span class="num">${format.number(row.count)}</span>`,
    },
    amount('closed', msg('Won')),
    amount('commit', msg('Commit'), 1),
    amount('bestCase', msg('Best case'), 2),
    amount('weighted', msg('Weighted')),
    amount('pipeline', msg('Pipeline'), 3),
  ];
}
