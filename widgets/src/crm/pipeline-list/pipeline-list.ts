import { msg } from '@lit/localize';
import type { Pipeline } from '@tabard/contract/crm/pipeline';
import type { TemplateResult } from 'lit';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import type { Column } from '../../kit/table-layout.ts';
import { learnRefusals } from '../deal/refusal-words.ts';

/**
 * The ways that deals go: pipelines with their stages, made, changed, put into order and archived, and the reasons for which deals are won
 * and lost.
 *
 * @summary The list of pipelines.
 */
export class PipelineList extends RecordList<Pipeline> {
  static override tag = 'pipeline-list';
  static override widgetName = 'pipeline-list' as const;
  static override permission = 'pipeline.read' as const;
  protected override readonly area = 'pipelines';
  protected override readonly writePermission = 'pipeline.manage';
  @state() private reasoning = false;

  override connectedCallback(): void {
    super.connectedCallback();
    learnRefusals();
  }

  protected override procedures({ client }: Session): RecordArea<Pipeline> {
    return client.pipelines;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Pipelines'),
      search: msg('Search pipelines'),
      add: msg('New pipeline'),
      none: msg('No pipelines yet'),
      purpose: msg('A pipeline is the way that deals go, from stage to stage.'),
      noMatch: msg('No pipeline matches'),
      saved: msg('Pipeline saved'),
    };
  }

  protected override toolbar(session: Session): TemplateResult {
    return html`<div class="row views">
      <x-button size="small" icon="bullets" @click=${() => void this.#openReasons()}>${msg('Reasons')}</x-button>
      ${
        this.reasoning
          ? html`<x-deal-reasons .session=${session} @close=${() => (this.reasoning = false)}></x-deal-reasons>`
          : ''
      }
    </div>`;
  }

  async #openReasons(): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./deal-reasons.ts')).DealReasons);
      this.reasoning = true;
    });
  }

  protected override allColumns(): Column<Pipeline>[] {
    return [
      {
        id: 'name',
        label: msg('Name'),
        width: 'minmax(160px, 1fr)',
        cell: (row) => html`<span class="strong cut">${row.name}</span>`,
      },
      {
        id: 'stages',
        label: msg('Stages'),
        width: 'minmax(260px, 3fr)',
        cell: (row) => html`<span class="muted cut">${row.stages.map(({ name }) => name).join(' → ')}</span>`,
      },
      {
        id: 'currency',
        label: msg('Currency'),
        width: '100px',
        gives: 1,
        cell: (row) => html`<span class="muted">${row.currency}</span>`,
      },
    ];
  }

  protected override card(row: Pipeline): TemplateResult {
    return html`<span class="two"
      ><span class="strong">${row.name}</span
      ><span class="caption">${row.stages.map(({ name }) => name).join(' → ')}</span></span
    >`;
  }

  protected override async loadForm() {
    return (await import('./pipeline-form.ts')).PipelineForm;
  }

  protected override formView(
    session: Session,
    record: Pipeline | null,
    { close, saved, move }: FormEnds,
  ): TemplateResult {
    return html`<x-pipeline-form
      .session=${session}
      .record=${record}
      open
      .move=${this.mayMove && move}
      @close=${close}
      @saved=${saved}
    ></x-pipeline-form>`;
  }
}
