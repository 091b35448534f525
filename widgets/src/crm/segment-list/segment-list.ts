import { msg, str } from '@lit/localize';
import type { Segment } from '@tabard/contract/crm/segment';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';

/**
 * Leads by what holds of them: write conditions, see at once who matches, give them a name, and use them in lists and audiences.
 *
 * @summary The list of segments.
 */
export class SegmentList extends RecordList<Segment> {
  static override tag = 'segment-list';
  static override widgetName = 'segment-list' as const;
  static override permission = 'segment.read' as const;
  protected override readonly area = 'segments';
  protected override readonly writePermission = 'segment.write';

  protected override procedures({ client }: Session): RecordArea<Segment> {
    return client.segments;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Segments'),
      search: msg('Search segments'),
      add: msg('New segment'),
      none: msg('No segments yet'),
      purpose: msg('A segment is a filter with a name. Its leads are kept up to date, for lists and audiences.'),
      noMatch: msg('No segment matches'),
      saved: msg('Segment saved'),
    };
  }

  protected override allColumns(): Column<Segment>[] {
    const { format } = this;
    return [
      {
        id: 'name',
        label: msg('Segment'),
        width: 'minmax(220px, 2fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="strong">${row.name}</span
            ><span class="caption">${row.description || this.#conditionWords(row)}</span></span
          >`,
      },
      {
        id: 'leads',
        label: msg('Leads'),
        width: 'minmax(110px, 140px)',
        align: 'end',
        cell: (row) => this.#size(row),
      },
      {
        id: 'owner',
        label: msg('Owner'),
        width: 'minmax(120px, 1fr)',
        gives: 1,
        cell: (row) =>
          html`<span class="muted cut">${row.ownerName ?? ''}</span
            >${row.shared ? '' : html` ${badgeMark(msg('Only you'), 'neutral')}`}`,
      },
      {
        id: 'changed',
        label: msg('Last change'),
        width: '130px',
        align: 'end',
        gives: 2,
        cell: (row) => html`<span class="muted">${row.countedAt ? format.relative(row.countedAt) : ''}</span>`,
      },
    ];
  }

  /** How many leads it has, or why nobody knows. */
  #size({ state, leadCount }: Segment): TemplateResult {
    if (state === 'broken') return badgeMark(msg('Field is gone'), 'warning', true);
    if (leadCount === null) return badgeMark(msg('Counting'), 'info', true);
    return html`<span class="num">${this.format.number(leadCount)}</span>`;
  }

  #conditionWords({ where }: Segment): string {
    const many = (where.all ?? where.any ?? [where]).length;
    return this.format.plural(many, {
      one: msg('1 condition'),
      other: msg(str`${this.format.number(many)} conditions`),
    });
  }

  protected override card(row: Segment): TemplateResult {
    return html`<span class="two"
        ><span class="strong">${row.name}</span
        ><span class="caption">${row.description || this.#conditionWords(row)}</span></span
      >${this.#size(row)}`;
  }

  protected override async loadForm() {
    return (await import('./segment-form.ts')).SegmentForm;
  }

  protected override formView(
    session: Session,
    record: Segment | null,
    { close, saved, move }: FormEnds,
  ): TemplateResult {
    return html`<x-segment-form
      .session=${session}
      .record=${record}
      open
      .move=${this.mayMove && move}
      @close=${close}
      @saved=${saved}
    ></x-segment-form>`;
  }
}
