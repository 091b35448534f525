import { msg } from '@lit/localize';
import type { List } from '@tabard/contract/crm/list';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea, type RecordLook } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { leadWords } from '../lead-count-words.ts';

/** The address of the leads of a list. */
const leadsPath = (id: string): string => `/leads?filter=${encodeURIComponent(JSON.stringify({ listId: id }))}`;

/**
 * Lists of leads: make one, see who is on it, and keep leads on one of them out of every campaign.
 *
 * @summary The list of lists.
 * @event navigate - It wants to go to `/leads` for the leads of a list. Prevent it to go there yourself.
 */
export class ListList extends RecordList<List> {
  static override tag = 'list-list';
  static override widgetName = 'list-list' as const;
  static override permission = 'list.read' as const;
  protected override readonly area = 'lists';
  protected override readonly writePermission = 'list.write';
  protected override readonly look: RecordLook<List> = {
    room: 960,
    load: async () => (await import('./list-look.ts')).ListLook,
    view: (session, row) =>
      html`<x-list-look
        .session=${session}
        .list=${row}
        @show-leads=${() => void this.navigate(leadsPath(row.id))}
      ></x-list-look>`,
  };

  protected override procedures({ client }: Session): RecordArea<List> {
    return client.lists;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Lists'),
      search: msg('Search lists'),
      add: msg('New list'),
      none: msg('No lists yet'),
      purpose: msg('A list holds leads that you choose. Put them on it in the table of leads, or with an import.'),
      noMatch: msg('No list matches'),
      saved: msg('List saved'),
    };
  }

  protected override allColumns(): Column<List>[] {
    return [
      {
        id: 'name',
        label: msg('List'),
        width: 'minmax(220px, 2fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="strong">${row.name}</span><span class="caption">${row.description ?? ''}</span></span
          >`,
      },
      { id: 'kind', label: msg('Kind'), width: 'minmax(120px, 150px)', gives: 1, cell: (row) => this.#kind(row) },
      {
        id: 'leads',
        label: msg('Leads'),
        width: '100px',
        align: 'end',
        cell: (row) => html`<span class="num">${this.format.number(row.leadCount)}</span>`,
      },
      {
        id: 'updated',
        label: msg('Changed'),
        width: '120px',
        gives: 2,
        align: 'end',
        cell: (row) => html`<span class="muted">${this.format.relative(row.updatedAt)}</span>`,
      },
    ];
  }

  #kind({ kind }: List): TemplateResult {
    return kind === 'exclude' ? badgeMark(msg('Never enrolled'), 'warning', true) : badgeMark(msg('Leads'), 'neutral');
  }

  protected override card(row: List): TemplateResult {
    return html`<span class="row"
      ><span class="two"
        ><span class="strong">${row.name}</span
        ><span class="caption num">${leadWords(row.leadCount, this.format)}</span></span
      >${row.kind === 'exclude' ? this.#kind(row) : ''}</span
    >`;
  }

  protected override async loadForm() {
    return (await import('./list-form.ts')).ListForm;
  }

  protected override formView(session: Session, record: List | null, { close, saved, move }: FormEnds): TemplateResult {
    return html`<x-list-form
      .session=${session}
      .record=${record}
      .move=${this.mayMove ? move : false}
      open
      @close=${close}
      @saved=${saved}
      @show-leads=${() => record && void this.navigate(leadsPath(record.id))}
    ></x-list-form>`;
  }
}
