import { msg } from '@lit/localize';
import type { Deal } from '@tabard/contract/crm/deal';
import type { Pipeline, PipelineStage } from '@tabard/contract/crm/pipeline';
import type { TemplateResult } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { hrefOf } from '../../core/href-of.ts';
import { LinkedForm } from '../../core/linked-form.ts';
import { ListQuery } from '../../core/list-query.ts';
import { missingRecord } from '../../core/missing-record.ts';
import { Query } from '../../core/query.ts';
import { recordListStyles } from '../../core/record-list.styles.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import type { BoardCard } from '../../kit/board-card.ts';
import { Board, type BoardColumn } from '../../kit/board.ts';
import type { FilterGroup } from '../../kit/filter-group.ts';
import { SearchField } from '../../kit/search-field.ts';
import type { Select } from '../../kit/select.ts';
import type { Sorting } from '../../kit/table-head.ts';
import { Tabs } from '../../kit/tabs.ts';
import type { CloseDeal } from '../deal/close-deal.ts';
import { stageTone } from '../deal/deal-labels.ts';
import { sumsText } from '../deal/money.ts';
import { PipelinesQuery } from '../deal/pipelines-query.ts';
import { dealBar, noDeals } from './deal-bar.ts';
import { dealBoardStyles } from './deal-board.styles.ts';
import { dealCard } from './deal-cards.ts';
import { dealFilterFields, groupOf, textOfGroup, whereOf } from './deal-filter.ts';
import { DealLanes, type BoardAsked, type Lane } from './deal-lanes.ts';
import { dealTable } from './deal-table.ts';
import { archiveDeal, moveDeal, type Telling } from './move-deals.ts';

/**
 * The deals of a pipeline as cards in columns, one for each stage, with how many there are and what they come to. Cards are put at any
 * place by pointer, touch, keyboard and menu; the same deals are a list as well. A deal that is won or lost is asked why.
 *
 * @summary The board of deals.
 * @event {CustomEvent<{ deal: Deal, from: string, to: string }>} move-deal - A deal is about to move. Prevent it to keep it.
 * @event {CustomEvent<{ path: string, href: string | null }>} navigate - It wants to go to `/deals/{id}`, to a lead, or back to `/deals`.
 */
export class DealBoard extends Widget {
  static override tag = 'deal-board';
  static override widgetName = 'deal-board' as const;
  static override permission = 'deal.read' as const;
  static override uses = [...widgetParts, Board, SearchField, Tabs];
  static override later = [
    ...Widget.later,
    async () => (await import('../../kit/filter-bar.ts')).FilterBar,
    async () => (await import('../../kit/select.ts')).Select,
    async () => (await import('../../kit/table.ts')).Table,
    async () => (await import('../deal/close-deal.ts')).CloseDeal,
  ];
  static override styles = [Widget.styles, badgeMarkStyles, recordListStyles, dealBoardStyles];
  protected override readonly skeleton = 'board';

  /** A deal to open, by its id: the target of a deep link. `new` opens the form for another one. */
  @property({ attribute: 'record-id' }) recordId = '';
  /** The pipeline that is shown; the oldest when left out. */
  @property({ attribute: 'pipeline-id' }) pipelineId = '';
  @state() private shown: 'board' | 'list' = 'board';
  @state() private search = '';
  @state() private conditions = '';
  @state() private sorting: Sorting = { by: 'created_at', direction: 'desc' };
  @state() private opened: Deal | null | undefined;
  @query('.closing') private closing!: CloseDeal;

  readonly #pipelines = new PipelinesQuery(this, this.onFailure);
  readonly #owners = new Query(this, {
    key: () => ['deals', 'owners'],
    ask: (session) => session.client.deals.owners({}),
  });
  readonly #lanes = new DealLanes(this, () => (this.shown === 'board' ? this.#asked : null), this.onFailure);
  readonly #list = new ListQuery<Deal>(this, {
    key: () => (this.shown === 'list' && this.#asked ? ['deals', 'list', this.#asked, this.sorting] : null),
    ask: async ({ client }, page) => {
      const { filter = {}, where = null, pipelineId = '' } = this.#asked ?? {};
      const { by: sort, direction } = this.sorting;
      return client.deals.list({
        ...page,
        filter: {
          ...filter,
          pipelineId,
        },
        ...(where && { where }),
        sort: sort as 'value',
        direction,
      });
    },
    onFailure: this.onFailure,
  });
  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({
      search: this.search,
      view: this.shown === 'list' ? 'list' : '',
      pipeline: this.pipelineId,
      filter: this.conditions,
    }),
    ({ search = '', view, pipeline = '', filter = '' }) =>
      void ([this.search, this.shown, this.pipelineId, this.conditions] = [
        ...([search, view === 'list' ? 'list' : 'board', pipeline] as const),
        textOfGroup(groupOf(filter)),
      ]),
  );
  readonly #linked = new LinkedForm<Deal>(this, {
    named: () => ['deals', this.recordId],
    get: (session, id) => session.client.deals.get({ id }),
    open: (deal) => void this.#open(deal),
    mayMake: () => this.#mayAdd,
    leave: () => (this.opened = undefined),
    onFailure: this.onFailure,
  });

  get #pipeline(): Pipeline | null {
    const all = this.#pipelines.value;
    return all?.find(({ id }) => id === this.pipelineId) ?? all?.[0] ?? null;
  }
  get #asked(): BoardAsked | null {
    const pipeline = this.#pipeline;
    if (!pipeline) return null;
    return {
      pipelineId: pipeline.id,
      stageIds: pipeline.stages.map(({ id }) => id),
      filter: this.search ? { search: this.search } : {},
      where: whereOf(groupOf(this.conditions), pipeline.currency),
    };
  }
  get #mayAdd(): boolean {
    return !!this.session?.can('deal.write') && this.offers('create');
  }
  readonly #stageOf = (id: string): PipelineStage | undefined =>
    this.#pipeline?.stages.find((stage) => stage.id === id);

  async #open(deal: Deal | null): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('../deal/deal-form.ts')).DealForm);
      this.opened = deal;
    });
  }
  readonly #visit = (deal: Deal): void => void (this.navigate(`/deals/${deal.id}`) && this.#open(deal));
  readonly #leave = (): void => {
    this.opened = undefined;
    this.tell('close-record');
  };

  readonly #telling: Telling = {
    attempt: (change) => this.attempt(change),
    toast: (toast) => void this.toast(toast),
  };
  readonly #move = (card: BoardCard, to: string, after: string | null): Promise<boolean> => {
    const { session } = this;
    if (!session) return Promise.resolve(false);
    return moveDeal(
      session,
      {
        lanes: this.#lanes,
        stageOf: this.#stageOf,
        askWhy: (title, outcome) => this.closing.ask(title, outcome),
        mayMove: (deal, stageId) => this.announce('move-deal', { deal, from: deal.stageId, to: stageId }),
        ...this.#telling,
      },
      { id: card.id, to, after },
    );
  };

  readonly #archive = (deal: Deal): void => {
    this.#leave();
    if (this.session) void archiveDeal(this.session, deal, this.#telling);
  };

  protected override view(session: Session): TemplateResult {
    const pipeline = this.#pipeline;
    return html`${this.#bar()} ${missingRecord(this.#linked)} ${pipeline ? this.#narrowing(pipeline) : ''}
      ${this.show(this.#pipelines, () => this.#content(session, pipeline))}
      <x-close-deal class="closing" .session=${session}></x-close-deal>
      ${this.opened === undefined ? '' : this.#drawer(session, this.opened)}`;
  }

  #bar(): TemplateResult {
    return dealBar({
      search: this.search,
      shown: this.shown,
      find: (words) => (this.search = words),
      show: (view) => (this.shown = view),
      add: this.#mayAdd ? () => void this.#open(null) : null,
    });
  }

  #narrowing(pipeline: Pipeline): TemplateResult {
    const all = this.#pipelines.value ?? [];
    return html`<div class="row narrowing">
      ${
        all.length > 1
          ? html`<x-select
              class="pipeline"
              hide-label
              label=${msg('Pipeline')}
              .options=${all.map(({ id, name }) => ({ value: id, label: name }))}
              .value=${pipeline.id}
              @change=${({ target }: Event) => (this.pipelineId = (target as Select).value)}
            ></x-select>`
          : ''
      }
      <x-filter-bar
        class="grow"
        .fields=${dealFilterFields(pipeline, this.#owners.value)}
        .group=${groupOf(this.conditions)}
        @filter=${(event: CustomEvent<FilterGroup>) => (this.conditions = textOfGroup(event.detail))}
      ></x-filter-bar>
    </div>`;
  }

  #content(session: Session, pipeline: Pipeline | null): unknown {
    if (!pipeline)
      return html`<x-empty
        drawing="chart"
        heading=${msg('No pipeline yet')}
        text=${msg('Deals stand here once somebody who may write them has begun.')}
      ></x-empty>`;
    return this.shown === 'list'
      ? this.show(this.#list, ({ items }) => this.#table(items), 'table')
      : this.show(this.#lanes.lanes, (lanes) => this.#board(session, pipeline, lanes));
  }

  #board(session: Session, { stages }: Pipeline, lanes: readonly Lane[]): unknown {
    if (lanes.every(({ items }) => items.length === 0)) return this.#nothing();
    const totals = new Map(this.#lanes.totals.value?.items.map((total) => [total.stageId, total]));
    const columns = stages.map((stage): BoardColumn => {
      const lane = lanes.find(({ id }) => id === stage.id);
      return {
        id: stage.id,
        label: stage.name,
        tone: stageTone(stage, stages),
        count: totals.get(stage.id)?.count ?? lane?.items.length ?? 0,
        more: Boolean(lane?.nextCursor),
        busy: this.#lanes.growing.has(stage.id),
      };
    });
    return html`<x-board
      class="board"
      placed
      staged
      label=${msg('Deals by stage')}
      .columns=${columns}
      .cards=${lanes.flatMap(({ id, items }) => items.map((deal) => ({ ...dealCard(deal, this.#stageOf(id), this.format), column: id, href: hrefOf(this, `/deals/${deal.id}`) })))}
      .format=${(count: number) => this.format.number(count)}
      .move=${session.can('deal.write') && !session.offline ? this.#move : null}
      .sumOf=${(_cards: unknown, { id }: BoardColumn) => sumsText(this.format.locale, totals.get(id)?.sums ?? [])}
      @open-card=${(event: CustomEvent<BoardCard>) => {
        const found = this.#lanes.find(event.detail.id);
        if (found) this.#visit(found.deal);
      }}
      @need-more=${(event: CustomEvent<string>) => void this.attempt(() => this.#lanes.more(event.detail))}
    ></x-board>`;
  }

  #table(items: readonly Deal[]): unknown {
    if (items.length === 0) return this.#nothing();
    return dealTable({
      items,
      format: this.format,
      sorting: this.sorting,
      hasMore: this.#list.hasMore,
      hrefOf: (deal) => hrefOf(this, `/deals/${deal.id}`),
      more: () => void this.#list.more(),
      sort: (sorting) => (this.sorting = sorting),
      open: this.#visit,
    });
  }

  #nothing(): TemplateResult {
    const clear = this.search || this.conditions ? () => ([this.search, this.conditions] = ['', '']) : null;
    return noDeals({ clear, add: this.#mayAdd ? () => void this.#open(null) : null });
  }

  #drawer(session: Session, deal: Deal | null): TemplateResult {
    const own = this.#pipelines.value?.find(({ id }) => id === deal?.pipelineId) ?? this.#pipeline;
    return html`<x-deal-form
      .session=${session}
      .record=${deal}
      .pipeline=${own}
      open
      .move=${session.can('deal.write') ? this.#archive : false}
      @close=${this.#leave}
      @moved=${(event: CustomEvent<Deal>) => (this.opened = event.detail)}
      @saved=${() => {
        this.#leave();
        void this.toast(msg('Deal saved'));
      }}
      @open-place=${(event: CustomEvent<string>) => this.navigate(event.detail)}
    ></x-deal-form>`;
  }
}
