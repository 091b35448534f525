import type { Deal } from '@tabard/contract/crm/deal';
import type { TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Sorting } from '../../kit/table-head.ts';
import type { Column } from '../../kit/table-layout.ts';
import { dealLabels, forecastWord, isOverdue, partyOf, statusTones } from '../deal/deal-labels.ts';
import { dayText } from '../deal/day-text.ts';
import { moneyText } from '../deal/money.ts';

const two = (first: unknown, second: unknown): TemplateResult =>
  html`<span class="two"><span class="strong">${first}</span><span class="caption">${second}</span></span>`;

/** The columns of the list of deals, the most telling first. */
function dealColumns(format: Format): Column<Deal>[] {
  return [
    {
      id: 'title',
      label: dealLabels.title(),
      width: 'minmax(220px, 2fr)',
      sortable: true,
      cell: (row) => two(row.title, partyOf(row)),
    },
    {
      id: 'stage',
      label: dealLabels.stageId(),
      width: 'minmax(120px, 1fr)',
      cell: (row) => badgeMark(row.stageName, statusTones[row.status]),
    },
    {
      id: 'value',
      label: dealLabels.value(),
      width: '130px',
      align: 'end',
      sortable: true,
      cell: (row) => html`<span class="num">${moneyText(format.locale, row.value, row.currency)}</span>`,
    },
    {
      id: 'expected_close_on',
      label: dealLabels.expectedCloseOn(),
      width: '140px',
      gives: 1,
      sortable: true,
      cell: (row) =>
        html`<span class=${isOverdue(row) ? 'strong' : 'muted'}
          >${row.expectedCloseOn ? dayText(format, row.expectedCloseOn) : '–'}</span
        >`,
    },
    {
      id: 'forecast',
      label: dealLabels.forecast(),
      width: '120px',
      gives: 3,
      cell: (row) => html`<span class="muted">${forecastWord(row.forecast)}</span>`,
    },
    {
      id: 'owner',
      label: dealLabels.ownerId(),
      width: 'minmax(110px, 1fr)',
      gives: 2,
      cell: (row) => html`<span class="muted cut">${row.ownerName ?? ''}</span>`,
    },
  ];
}

/** A deal where there is no room for columns. */
const dealRow = (row: Deal, format: Format): TemplateResult =>
  html`${two(row.title, `${row.stageName} · ${partyOf(row)}`)}<span class="caption num"
      >${moneyText(format.locale, row.value, row.currency)}</span
    >`;

interface TableOf {
  items: readonly Deal[];
  format: Format;
  sorting: Sorting;
  hasMore: boolean;
  hrefOf: (deal: Deal) => string | null;
  more: () => void;
  sort: (sorting: Sorting) => void;
  open: (deal: Deal) => void;
}

/** Deals as a table, or as cards where there is no room for columns. */
export function dealTable({ items, format, sorting, hasMore, hrefOf, more, sort, open }: TableOf): TemplateResult {
  return html`<div class="panel list table">
    <x-table
      openable
      card-height="60"
      label=${msg('Deals')}
      .columns=${dealColumns(format)}
      .rows=${items}
      .card=${(row: Deal) => dealRow(row, format)}
      .rowHref=${hrefOf}
      .sorting=${sorting}
      ?has-more=${hasMore}
      @need-more=${more}
      @sort=${(event: CustomEvent<Sorting>) => sort(event.detail)}
      @open-row=${(event: CustomEvent<Deal>) => open(event.detail)}
    ></x-table>
  </div>`;
}
