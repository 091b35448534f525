import { msg } from '@lit/localize';
import type { Cost } from '@tabard/contract/crm/cost';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import type { Column } from '../../kit/table-layout.ts';

/**
 * TODO: say what one does with costs.
 *
 * @summary The list of costs.
 */
export class CostList extends RecordList<Cost> {
  static override tag = 'cost-list';
  static override widgetName = 'cost-list' as const;
  static override permission = 'cost.read' as const;
  protected override readonly area = 'costs';
  protected override readonly writePermission = 'cost.write';

  protected override procedures({ client }: Session): RecordArea<Cost> {
    return client.costs;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Costs'),
      search: msg('Search costs'),
      add: msg('New cost'),
      none: msg('No costs yet'),
      purpose: msg('Add the first one to begin.'),
      noMatch: msg('No cost matches'),
      saved: msg('Cost saved'),
    };
  }

  protected override allColumns(): Column<Cost>[] {
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

  protected override card(row: Cost): TemplateResult {
    return html`<span class="strong">${row.name}</span>`;
  }

  protected override async loadForm() {
    return (await import('./cost-form.ts')).CostForm;
  }

  protected override formView(session: Session, record: Cost | null, { close, saved }: FormEnds): TemplateResult {
    return html`<x-cost-form .session=${session} .record=${record} open @close=${close} @saved=${saved}></x-cost-form>`;
  }
}
