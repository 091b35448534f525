import { msg } from '@lit/localize';
import type { Segment } from '@tabard/contract/crm/segment';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import type { Column } from '../../kit/table-layout.ts';

/**
 * TODO: say what one does with segments.
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
      purpose: msg('Add the first one to begin.'),
      noMatch: msg('No segment matches'),
      saved: msg('Segment saved'),
    };
  }

  protected override allColumns(): Column<Segment>[] {
    return [
      {
        id: 'name',
        label: msg('Name'),
        width: 'minmax(200px, 1fr)',
        cell: (row) => html`<span class="strong cut">${row.name}</span>`,
      },
      {
        id: 'updated',
        label: msg('Changed'),
        width: '130px',
        align: 'end',
        cell: (row) => html`<span class="muted">${this.format.relative(row.updatedAt)}</span>`,
      },
    ];
  }

  protected override card(row: Segment): TemplateResult {
    return html`<span class="strong">${row.name}</span>`;
  }

  protected override async loadForm() {
    return (await import('./segment-form.ts')).SegmentForm;
  }

  protected override formView(session: Session, record: Segment | null, { close, saved }: FormEnds): TemplateResult {
    return html`<x-segment-form
      .session=${session}
      .record=${record}
      open
      @close=${close}
      @saved=${saved}
    ></x-segment-form>`;
  }
}
