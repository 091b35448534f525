import { msg } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { avatarMark, initialsOf } from '../../kit/avatar-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { companyLabels, placeOf, sizeWord } from './company-labels.ts';

/** The columns of the list of companies, the most telling first. */
export function companyColumns(format: Format): Column<Company>[] {
  return [
    {
      id: 'name',
      label: msg('Company'),
      width: 'minmax(240px, 2fr)',
      cell: (row) =>
        html`${avatarMark(initialsOf(row.name))}<span class="two"
            ><span class="strong">${row.name}</span
            ><span class="caption">${row.domains[0] ?? row.parentName ?? ''}</span></span
          >`,
    },
    {
      id: 'industry',
      label: companyLabels.industry(),
      width: 'minmax(140px, 1fr)',
      cell: (row) =>
        html`<span class="two"
          ><span>${row.industry ?? ''}</span
          ><span class="caption">${row.size ? sizeWord(row.size, (value) => format.number(value)) : ''}</span></span
        >`,
    },
    {
      id: 'place',
      label: msg('Place'),
      width: 'minmax(130px, 1fr)',
      gives: 1,
      cell: (row) => html`<span class="muted cut">${placeOf(row)}</span>`,
    },
    {
      id: 'owner',
      label: companyLabels.ownerId(),
      width: 'minmax(110px, 1fr)',
      gives: 2,
      cell: (row) => html`<span class="muted cut">${row.ownerName ?? ''}</span>`,
    },
    {
      id: 'leads',
      label: msg('Leads'),
      width: '84px',
      align: 'end',
      cell: (row) => html`<span class="num">${format.number(row.leadCount)}</span>`,
    },
    {
      id: 'activity',
      label: msg('Last activity'),
      width: '130px',
      align: 'end',
      gives: 3,
      cell: (row) =>
        row.lastActivityAt
          ? html`<span class="muted" title=${format.dateTime(row.lastActivityAt)}
              >${format.relative(row.lastActivityAt)}</span
            >`
          : html``,
    },
  ];
}

/** A company where there is no room for columns. */
export const companyCard = (row: Company, format: Format): TemplateResult =>
  html`${avatarMark(initialsOf(row.name))}<span class="two"
      ><span class="strong">${row.name}</span
      ><span class="caption"
        >${[row.industry, placeOf(row)].filter(Boolean).join(' · ') || (row.domains[0] ?? '')}</span
      ></span
    ><span class="caption num">${leadsWord(row.leadCount, format)}</span>`;

/** So many leads, in words. */
export const leadsWord = (count: number, format: Format): string => `${msg('Leads')}: ${format.number(count)}`;
