import { msg } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { html } from '../../core/html.ts';
import type { Column } from '../../kit/table-layout.ts';
import { nameOf, statusTones, statusWord } from '../lead-words.ts';

/** The columns of the list of leads, the most telling first; or those that are wanted, in their order. */
export function leadColumns(format: Format, wanted?: readonly string[]): readonly Column<Lead>[] {
  const columns = allColumns(format);
  const chosen = wanted?.flatMap((id) => columns.filter((column) => column.id === id)) ?? [];
  return chosen.length > 0 ? chosen : columns;
}

function allColumns(format: Format): readonly Column<Lead>[] {
  return [
    {
      id: 'name',
      label: msg('Name'),
      width: 'minmax(240px, 2fr)',
      sortable: true,
      cell: (lead) =>
        html`<x-avatar name=${nameOf(lead)}></x-avatar
          ><span class="two"
            ><span class="strong">${nameOf(lead)}</span><span class="caption">${lead.email}</span></span
          >`,
    },
    {
      id: 'company',
      label: msg('Company'),
      width: 'minmax(140px, 1.3fr)',
      sortable: true,
      cell: (lead) =>
        html`<span class="two"
          ><span>${lead.company ?? ''}</span><span class="caption">${lead.title ?? ''}</span></span
        >`,
    },
    {
      id: 'status',
      label: msg('Status'),
      width: '140px',
      cell: (lead) => html`<x-badge dot tone=${statusTones[lead.status]}>${statusWord(lead.status)}</x-badge>`,
    },
    {
      id: 'place',
      label: msg('Place'),
      width: 'minmax(120px, 1fr)',
      cell: (lead) => html`<span class="muted">${[lead.city, lead.country].filter(Boolean).join(', ')}</span>`,
    },
    {
      id: 'added',
      label: msg('Added'),
      width: '130px',
      align: 'end',
      sortable: true,
      cell: (lead) =>
        html`<span class="muted" title=${format.dateTime(lead.createdAt)}>${format.relative(lead.createdAt)}</span>`,
    },
  ];
}

/** A lead where there is no room for columns. */
export const leadCard = (lead: Lead): TemplateResult =>
  html`<span class="two"
      ><span class="strong">${nameOf(lead)}</span
      ><span class="caption">${[lead.title, lead.company].filter(Boolean).join(', ') || lead.email}</span></span
    ><x-badge dot tone=${statusTones[lead.status]}>${statusWord(lead.status)}</x-badge>`;
