import { msg } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { avatarMark, initialsOf } from '../../kit/avatar-mark.ts';
import type { Tone } from '../../kit/badge.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { nameOf, statusTones, statusWord } from '../lead-labels.ts';
import { tagMarks } from '../tag-colors.ts';

type LeadSort = 'created_at' | 'company' | 'last_name' | 'owner_id' | 'score';
type Tones = ReadonlyMap<string, Tone>;
const none: Tones = new Map();
const made = new WeakMap<Format, WeakMap<Tones, Map<string, readonly Column<Lead>[]>>>();

/**
 * The columns of the list of leads, the most telling first, those of the workspace's own fields last; or those that are wanted, in their order. Asked again for the
 * same, it gives the same ones: to a table other columns are other rows.
 */
export function leadColumns(
  format: Format,
  wanted: readonly string[] = [],
  { own = [], tones: known = null }: { own?: readonly Column<Lead>[]; tones?: Tones | null } = {},
): readonly Column<Lead>[] {
  // Until colours are known, and for whoever may not know them.
  const tones = known ?? none;
  const name = [msg('Name'), ...wanted, '', ...own.flatMap(({ id, label }) => [id, label])].join();
  let byTones = made.get(format);
  if (!byTones) made.set(format, (byTones = new WeakMap()));
  let byName = byTones.get(tones);
  if (!byName) byTones.set(tones, (byName = new Map()));
  let columns = byName.get(name);
  if (!columns) {
    const all = [...allColumns(format, tones), ...own];
    const chosen = wanted
      .flatMap((id) => all.filter((column) => column.id === id))
      .map((column) => ({ ...column, extra: undefined }));
    byName.set(name, (columns = chosen.length > 0 ? chosen : all));
  }
  return columns;
}

function allColumns(format: Format, tones: Tones): readonly Column<Lead>[] {
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
      cell: (lead) => html`<span class="two">${companyOf(lead)}<span class="caption">${lead.title ?? ''}</span></span>`,
    },
    {
      id: 'status',
      label: msg('Status'),
      width: 'minmax(136px, 148px)',
      cell: (lead) => badgeMark(statusWord(lead.status), statusTones[lead.status], true),
    },
    ...further(format, tones),
  ];
}

/** Those that tell less than who it is and how it stands. */
const further = (format: Format, tones: Tones): readonly Column<Lead>[] => [
  {
    id: 'tags',
    label: msg('Tags'),
    width: 'minmax(140px, 1fr)',
    gives: 2,
    cell: (lead) => html`<span class="marks">${tagMarks(lead.tags, (tag) => tones.get(tag) ?? 'neutral', 2)}</span>`,
  },
  {
    id: 'owner',
    label: msg('Owner'),
    width: 'minmax(110px, 1fr)',
    gives: 3,
    sortable: true,
    cell: (lead) => html`<span class="muted cut">${lead.ownerName}</span>`,
  },
  {
    id: 'score',
    label: msg('Score'),
    width: '72px',
    align: 'end',
    gives: 4,
    sortable: true,
    cell: (lead) => html`<span class="num">${lead.score}</span>`,
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

/** A company that is known as one leads there; its row alone opens the lead. */
const companyOf = ({ company, companyId }: Lead): TemplateResult =>
  companyId
    ? html`<button class="to" type="button" tabindex="-1" data-company=${companyId}>${company ?? ''}</button>`
    : html`<span>${company ?? ''}</span>`;

/** A lead where there is no room for columns. */
export const leadCard = (lead: Lead): TemplateResult =>
  html`<span class="two"
      ><span class="strong">${nameOf(lead)}</span
      ><span class="caption">${[lead.title, lead.company].filter(Boolean).join(', ') || lead.email}</span></span
    >${badgeMark(statusWord(lead.status), statusTones[lead.status], true)}`;

/** What the platform sorts by for a column's id. */
export const leadSort = (column: string): LeadSort => sorts[column] ?? 'created_at';
const sorts: Readonly<Record<string, LeadSort>> = {
  name: 'last_name',
  owner: 'owner_id',
  company: 'company',
  score: 'score',
};
