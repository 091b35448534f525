import { msg } from '@lit/localize';
import type { Deal } from '@tabard/contract/crm/deal';
import type { Pipeline } from '@tabard/contract/crm/pipeline';
import { property, query, state } from '../../base/decorators.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts } from '../../core/record-form.ts';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Combobox } from '../../kit/combobox.ts';
import { DateField } from '../../kit/date-field.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select } from '../../kit/select.ts';
import { Tabs } from '../../kit/tabs.ts';
import { HistoryForm } from '../../operations/history-form.ts';
import { notePanels } from '../record/note-panels.ts';
import { RecordTabs } from '../record/record-tabs.ts';
import { CloseDeal } from './close-deal.ts';
import { dealFormStyles } from './deal-form.styles.ts';
import { dealFields, type DealValues as Values } from './deal-fields.ts';
import { DealLines } from './deal-lines.ts';
import { DealMoves } from './deal-moves.ts';
import { DealPeople } from './deal-people.ts';
import { dealTabs } from './deal-tabs.ts';
import { learnRefusals } from './refusal-words.ts';
import { StageBar } from './stage-bar.ts';

/**
 * One deal in a drawer: where it stands, its facts, who is in it, what it sells, where it has been, and what is noted and to be done.
 *
 * @event open-place - Somebody wants to go to a lead or another place; `detail` is its address.
 * @event moved - It was moved, won, lost or opened again; `detail` is the deal as it is now.
 */
export class DealForm extends HistoryForm<Deal, Values> {
  static override tag = 'deal-form';
  static override uses = [
    ...formParts,
    CloseDeal,
    Combobox,
    DateField,
    DealLines,
    DealMoves,
    DealPeople,
    NumberField,
    RecordTabs,
    Select,
    StageBar,
    Tabs,
  ];
  static override styles = [HistoryForm.styles, badgeMarkStyles, dealFormStyles];
  protected override readonly permission = 'deal.write';
  protected override readonly area = 'deals';
  protected override readonly noun = 'deal';
  /** The pipeline it is in, or begins in. */
  @property({ attribute: false }) pipeline: Pipeline | null = null;
  /** What a new one begins with. */
  @property({ attribute: false }) begins: Partial<Pick<Deal, 'companyId' | 'companyName' | 'contacts' | 'stageId'>> =
    {};
  @state() private shown = 'details';
  @query('.closing') private closing!: CloseDeal;

  readonly #owners = new Query(this, {
    key: () => (this.open ? ['deals', 'owners'] : null),
    ask: (session) => session.client.deals.owners({}),
  });

  /** What its campaign is called. */
  readonly #campaign = new Query<string>(this, {
    key: () => {
      const id = this.open && this.session.can('campaign.read') ? this.record?.campaignId : null;
      return id ? ['campaigns', 'name', id] : null;
    },
    ask: async ({ client }) => (await client.campaigns.get({ id: this.record?.campaignId ?? '' })).name,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    learnRefusals();
  }

  protected override heading(): string {
    return this.record?.title ?? msg('New deal');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add deal');
  }

  protected override held<K extends keyof Values>(field: K): Values[K] | undefined {
    const begins = this.record ? undefined : (this.begins as Partial<Values>)[field];
    return field in this.draft ? this.draft[field] : (begins ?? super.held(field));
  }

  get #currency(): string {
    return this.held('currency') ?? this.pipeline?.currency ?? 'EUR';
  }

  protected override store({ contacts, stageId: _stage, ...draft }: Partial<Values>): Promise<Deal> {
    const { deals } = this.session.client;
    const people = this.held('contacts') ?? [];
    const lines = draft.lines?.map((line) => ({ ...line, name: line.name.trim() }));
    const values = {
      ...draft,
      ...(draft.source !== undefined && { source: draft.source?.trim() || null }),
      ...(lines && { lines, ...(lines.length > 0 && { value: undefined }) }),
    };
    if (this.record) {
      const { id, revision } = this.record;
      const leadIds = contacts?.map(({ leadId }) => leadId);
      return deals.update({ ...values, id, revision, ...(leadIds && { leadIds }) });
    }
    return deals.create({
      ...values,
      title: (draft.title ?? '').trim(),
      currency: this.#currency,
      companyId: this.held('companyId') ?? null,
      leadIds: people.map(({ leadId }) => leadId),
      ...(this.held('stageId') ? { stageId: this.held('stageId') } : { pipelineId: this.pipeline?.id }),
    });
  }

  protected override content(): unknown {
    const { record } = this;
    const shown = record ? this.shown : 'details';
    return html`${record ? this.#top(record) : ''}
      <form novalidate ?hidden=${shown !== 'details'} @submit=${this.save}>${this.#details()}</form>
      ${record ? this.#view(record, shown) : ''}
      <x-close-deal class="closing" .session=${this.session}></x-close-deal>`;
  }

  #top(record: Deal): unknown {
    return html`<x-stage-bar
        .deal=${record}
        .stages=${this.pipeline?.stages ?? []}
        .format=${this.session.format}
        ?disabled=${!this.writes}
        @choose-stage=${(event: CustomEvent<string>) => void this.#move(record, event.detail)}
        @close-as=${(event: CustomEvent<'won' | 'lost'>) => void this.#close(record, event.detail)}
        @reopen=${() => void this.#act(() => this.session.client.deals.reopen({ id: record.id }))}
      ></x-stage-bar>
      <x-tabs
        class="tabs"
        label=${msg('View')}
        .tabs=${dealTabs(this.session, this.held('lines')?.length ?? 0)}
        selected=${this.shown}
        @choose=${(event: CustomEvent<string>) => (this.shown = event.detail)}
      ></x-tabs>`;
  }

  /** Done at once, whatever is being written: a move is none of the fields. */
  async #act(change: () => Promise<Deal>): Promise<void> {
    this.failure = null;
    try {
      const deal = await change();
      this.session.cache.invalidate([this.area]);
      this.tell('moved', deal);
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  async #move(record: Deal, stageId: string): Promise<void> {
    const stage = this.pipeline?.stages.find(({ id }) => id === stageId);
    if (stage && stage.kind !== 'open') return this.#close(record, stage.kind, stageId);
    const { id, stageId: fromStageId } = record;
    return this.#act(() => this.session.client.deals.move({ id, stageId, fromStageId }));
  }

  async #close(record: Deal, outcome: 'won' | 'lost', stageId = ''): Promise<void> {
    const said = await this.closing.ask(record.title, outcome);
    if (!said) return;
    const { deals } = this.session.client;
    const { id } = record;
    await this.#act(() => (stageId ? deals.move({ id, stageId, ...said }) : deals.close({ id, outcome, ...said })));
  }

  #view(record: Deal, shown: string): unknown {
    const { session } = this;
    switch (shown) {
      case 'details':
        return '';
      case 'products':
        return html`<x-deal-lines
          .lines=${this.held('lines') ?? []}
          currency=${this.#currency}
          locale=${session.format.locale}
          ?disabled=${!this.writes}
          .problemOf=${(path: string) => this.problemOf(path)}
          @edit=${(event: CustomEvent<Values['lines']>) => this.change({ lines: event.detail })}
        ></x-deal-lines>`;
      case 'moves':
        return html`<x-deal-moves .session=${session} deal-id=${record.id}></x-deal-moves>`;
      case 'activity':
        return this.history();
      default:
        return html`<x-record-tabs
          tabless
          .panels=${notePanels}
          .session=${session}
          .subject=${{ noun: 'deal', id: record.id }}
          selected=${shown}
          @open-place=${(event: CustomEvent<string>) => this.tell('open-place', event.detail)}
        ></x-record-tabs>`;
    }
  }

  #details(): unknown {
    const { session, pipeline, record } = this;
    return dealFields({
      session,
      pipeline,
      record,
      currency: this.#currency,
      writes: this.writes,
      owners: (this.#owners.value?.items ?? []).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
      company: (record ?? this.begins).companyId ? (record ?? this.begins) : {},
      campaignName: this.#campaign.value ?? null,
      held: (field) => this.held(field),
      change: (change) => this.change(change),
      problemOf: (field) => this.problemOf(field),
      text: (field, more) => this.text(field, more),
      go: (path) => this.tell('open-place', path),
    });
  }
}
