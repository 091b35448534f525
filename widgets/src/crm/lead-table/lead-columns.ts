import { msg } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { avatarMark, initialsOf } from '../../kit/avatar-mark.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { nameOf, statusTones, statusWord } from '../lead-labels.ts';

const made = new WeakMap<Format, Map<string, readonly Column<Lead>[]>>();

/**
 * The columns of the list of leads, the most telling first, those of the workspace's own fields last; or those that are wanted, in their order. Asked again for the
 * same, it gives the same ones: to a table other columns are other rows.
 */
export function leadColumns(
  format: Format,
  wanted: readonly string[] = [],
  own: readonly Column<Lead>[] = [],
): readonly Column<Lead>[] {
  const name = [msg('Name'), ...wanted, '', ...own.flatMap(({ id, label }) => [id, label])].join();
  let byName = made.get(format);
  if (!byName) made.set(format, (byName = new Map()));
  let columns = byName.get(name);
  if (!columns) {
    const all = [...allColumns(format), ...own];
    const chosen = wanted
      .flatMap((id) => all.filter((column) => column.id === id))
      .map((column) => ({ ...column, extra: undefined }));
    byName.set(name, (columns = chosen.length > 0 ? chosen : all));
  }
  return columns;
}

function allColumns(format: Format): readonly Column<Lead>[] {
  return [
    {
      id: 'name',
      label: msg('Name'),
      width: 'minmax(248px, 2fr)',
      sortable: true,
      cell: (lead) =>
        html`${avatarMark(initialsOf(nameOf(lead)))}<span class="two"
            ><span class="strong">${nameOf(lead)}</span><span class="caption">${lead.email}</span></span
          >`,
    },
    {
      id: 'company',
      label: msg('Company'),
      width: 'minmax(152px, 1.3fr)',
      sortable: true,
      cell: (lead) =>
        html`<span class="two"
          ><span>${lead.company ?? ''}</span><span class="caption">${lead.title ?? ''}</span></span
        >`,
    },
    {
      id: 'status',
      label: msg('Status'),
      width: 'minmax(136px, 148px)',
      cell: (lead) => badgeMark(statusWord(lead.status), statusTones[lead.status], true),
    },
    {
      id: 'place',
      label: msg('Place'),
      width: 'minmax(120px, 1fr)',
      gives: 1,
      cell: (lead) => html`<span class="muted">${[lead.city, lead.country].filter(Boolean).join(', ')}</span>`,
    },
    {
      id: 'added',
      label: msg('Added'),
      width: 'minmax(108px, 130px)',
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
    >${badgeMark(statusWord(lead.status), statusTones[lead.status], true)}`;

/** What the platform sorts by for a column's id. */
export function leadSort(column: string): 'created_at' | 'company' | 'last_name' {
  return column === 'name' ? 'last_name' : column === 'company' ? 'company' : 'created_at';
}
