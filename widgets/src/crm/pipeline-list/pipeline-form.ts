import { msg } from '@lit/localize';
import { currencies } from '@tabard/contract/crm/deal-words';
import type { Pipeline, PipelineStage } from '@tabard/contract/crm/pipeline';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { Combobox } from '../../kit/combobox.ts';
import { dealLabels } from '../deal/deal-labels.ts';
import { StageRows, type StageMove, type WrittenStage } from './stage-rows.ts';

interface Values {
  name: string;
  currency: string;
  stages: readonly WrittenStage[];
  moves: readonly StageMove[];
}

const usual = (): WrittenStage[] => [
  { key: 'a', name: msg('New'), kind: 'open', probability: 10, rottingDays: 14, requiredFields: [] },
  { key: 'b', name: msg('Proposal'), kind: 'open', probability: 50, rottingDays: 21, requiredFields: [] },
  { key: 'c', name: msg('Won'), kind: 'won', probability: 100, rottingDays: null, requiredFields: [] },
  { key: 'd', name: msg('Lost'), kind: 'lost', probability: 0, rottingDays: null, requiredFields: [] },
];
const written = ({ id, ...stage }: PipelineStage): WrittenStage => ({ ...stage, key: id, id });

/**
 * One pipeline with its stages: named, put into order, added, and taken out with the way that their deals go.
 */
export class PipelineForm extends RecordForm<Pipeline, Values> {
  static override tag = 'pipeline-form';
  static override uses = [...formParts, Combobox, StageRows];
  protected override readonly permission = 'pipeline.manage';
  protected override readonly area = 'pipelines';
  protected override readonly blame = { 'pipeline.stage_in_use': 'stages' };
  protected override readonly wide = true;

  /** How many deals are in each stage. */
  readonly #totals = new Query(this, {
    key: () => (this.open && this.record && this.session.can('deal.read') ? ['deals', 'totals', this.record.id] : null),
    ask: ({ client }) => client.deals.totals({ pipelineId: this.record?.id ?? '' }),
  });

  protected override heading(): string {
    return this.record?.name ?? msg('New pipeline');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add pipeline');
  }

  get #stages(): readonly WrittenStage[] {
    return this.draft.stages ?? this.record?.stages.map(written) ?? usual();
  }

  protected override store({ moves, name }: Partial<Values>): Promise<Pipeline> {
    const { pipelines } = this.session.client;
    const stages = this.#stages.map(({ key: _key, ...stage }) => ({
      ...stage,
      name: stage.name.trim(),
      requiredFields: [...stage.requiredFields],
    }));
    const values = { ...(name !== undefined && { name: name.trim() }), currency: this.held('currency') ?? 'EUR' };
    return this.record
      ? pipelines.update({ ...values, id: this.record.id, stages, moves: moves?.map((move) => ({ ...move })) ?? [] })
      : pipelines.create({ ...values, name: (name ?? '').trim(), stages });
  }

  protected override content(): unknown {
    const counts = new Map(this.#totals.value?.items.map(({ stageId, count }) => [stageId, count]));
    return html`<form novalidate @submit=${this.save}>
      <div class="pair">
        ${this.text('name', { label: msg('Name'), required: true, max: 100 })}
        <x-combobox
          label=${dealLabels.currency()}
          name="currency"
          .options=${currencies.map((value) => ({ value, label: value }))}
          .value=${this.held('currency') ?? 'EUR'}
          error=${this.problemOf('currency')}
          ?disabled=${!this.writes}
          @change=${({ target }: Event) => this.change({ currency: (target as Combobox).value || undefined })}
        ></x-combobox>
      </div>
      <x-stage-rows
        .stages=${this.#stages}
        .known=${this.record?.stages ?? []}
        .moves=${this.draft.moves ?? []}
        .counts=${counts}
        .format=${this.session.format}
        error=${this.failure?.details.some(({ path }) => path === 'stages' || path.startsWith('moves')) ? this.problemOf('stages') || this.problemOf('moves') : this.problemOf('stages')}
        .problemOf=${(path: string) => this.problemOf(path)}
        ?inert=${!this.writes}
        @edit=${({ detail }: CustomEvent<Pick<Values, 'stages' | 'moves'>>) => this.change(detail)}
      ></x-stage-rows>
    </form>`;
  }
}
