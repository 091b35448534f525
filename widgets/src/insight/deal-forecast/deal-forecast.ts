import { msg } from '@lit/localize';
import type { OutcomeDivision } from '@tabard/contract/crm/deal-words';
import type { DealForecast as Forecast, DealOutcomes, DealStages } from '@tabard/contract/insight/deal-report';
import { css, type TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { listPanelStyles } from '../../core/list-panel.styles.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { PipelinesQuery } from '../../crm/deal/pipelines-query.ts';
import { Figure } from '../../kit/figure.ts';
import type { Select } from '../../kit/select.ts';
import { Table } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { figuresStyles } from '../figures.styles.ts';
import { forecastView } from './forecast-view.ts';
import { divisionWords, outcomesView } from './outcomes-view.ts';
import { stagesView } from './stages-view.ts';

const views = ['forecast', 'outcomes', 'stages'] as const;
type View = (typeof views)[number];
/** Months that a forecast looks ahead, the one that runs among them; days that the other figures look back. */
const MONTHS = 6;
const DAYS = 180;

/**
 * What deals are expected to bring by month and owner, why they are won and lost, and how they go from stage to stage.
 *
 * @summary Forecast of deals, wins and losses, conversion and velocity.
 */
export class DealForecast extends Widget {
  static override tag = 'deal-forecast';
  static override widgetName = 'deal-forecast' as const;
  static override permission = 'deal.read' as const;
  static override uses = [...widgetParts, Figure, Table, Tabs];
  static override later = [
    ...Widget.later,
    async () => (await import('../../kit/chart.ts')).Chart,
    async () => (await import('../../kit/select.ts')).Select,
  ];
  static override styles = [
    Widget.styles,
    figuresStyles,
    listPanelStyles,
    css`
      .figures {
        margin-block-end: var(--_space-4);
      }
      .five {
        grid-template-columns: repeat(5, minmax(0, 1fr));
      }
      .three {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
      .plot {
        padding: var(--_card-padding);
        margin-block-end: var(--_space-4);
      }
      .two {
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
      }
      .choices {
        flex-wrap: wrap;
        margin-block-end: var(--_space-4);
      }
      @container widget (max-width: 760px) {
        .five,
        .three {
          grid-template-columns: 1fr 1fr;
        }
        .figures > :last-child:nth-child(odd) {
          grid-column: 1 / -1;
        }
      }
    `,
  ];
  protected override readonly skeleton = 'figures';

  /** Limits everything to one pipeline. */
  @property({ attribute: 'pipeline-id' }) pipelineId = '';
  @state() private shown: View = 'forecast';
  @state() private by: OutcomeDivision = 'reason';
  @state() private currency = '';
  /** Id of a team; empty for everybody's deals. */
  @state() private team = '';

  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({
      view: this.shown === 'forecast' ? '' : this.shown,
      by: this.by === 'reason' ? '' : this.by,
      pipeline: this.pipelineId,
      currency: this.currency,
      team: this.team,
    }),
    ({ view, by, pipeline = '', currency = '', team = '' }) => {
      this.shown = views.find((one) => one === view) ?? 'forecast';
      this.by = by !== undefined && by in divisionWords() ? (by as OutcomeDivision) : 'reason'; // one of its keys
      [this.pipelineId, this.currency, this.team] = [pipeline, currency, team];
    },
  );

  readonly #pipelines = new PipelinesQuery(this, this.onFailure);
  readonly #teams = new Query(this, {
    key: () => ['deals', 'owners'],
    ask: ({ client }) => client.deals.owners({}),
  });
  readonly #forecast = new Query<Forecast>(this, {
    key: () => (this.shown === 'forecast' ? ['deals', 'forecast', this.#month, this.#only] : null),
    ask: ({ client }) => client.dealReports.forecast({ from: this.#month, months: MONTHS, ...this.#only }),
    onFailure: this.onFailure,
  });
  readonly #outcomes = new Query<DealOutcomes>(this, {
    key: () => (this.shown === 'outcomes' ? ['deals', 'outcomes', this.by, this.#days, this.#only] : null),
    ask: ({ client }) => client.dealReports.outcomes({ ...this.#days, by: this.by, ...this.#only }),
    onFailure: this.onFailure,
  });
  readonly #stages = new Query<DealStages>(this, {
    key: () => (this.shown === 'stages' && this.#pipeline ? ['deals', 'stages', this.#pipeline, this.#days] : null),
    ask: ({ client }) => client.dealReports.stages({ ...this.#days, pipelineId: this.#pipeline }),
    onFailure: this.onFailure,
  });

  get #only(): { pipelineId?: string; teamId?: string } {
    return { ...(this.pipelineId && { pipelineId: this.pipelineId }), ...(this.team && { teamId: this.team }) };
  }
  get #pipeline(): string {
    return this.pipelineId || (this.#pipelines.value?.[0]?.id ?? '');
  }
  /** A day of the workspace's calendar; Swedish dates are written as ISO days. */
  #day(at: number): string {
    return new Intl.DateTimeFormat('sv', { timeZone: this.session?.timeZone }).format(at);
  }
  get #month(): string {
    return this.#day(Date.now()).slice(0, 7);
  }
  get #days(): { from: string; until: string } {
    return { from: this.#day(Date.now() - DAYS * 86_400_000), until: this.#day(Date.now()) };
  }

  protected override view(_session: Session): TemplateResult {
    const names: Record<View, string> = {
      forecast: msg('Forecast'),
      outcomes: msg('Won and lost'),
      stages: msg('Stages'),
    };
    return html`<div class="bar">
        <h1>${msg('Forecast')}</h1>
        <x-tabs
          class="push"
          label=${msg('View')}
          .tabs=${views.map((id) => ({ id, label: names[id] }))}
          selected=${this.shown}
          @choose=${(event: CustomEvent<View>) => (this.shown = event.detail)}
        ></x-tabs>
      </div>
      ${this.#choices()} ${this.#content()}`;
  }

  #choices(): TemplateResult | '' {
    const all = this.#pipelines.value ?? [];
    const teams = this.#teams.value?.teams ?? [];
    const currencies = this.#currencies;
    const words = divisionWords();
    const select = (
      label: string,
      options: readonly { value: string; label: string }[],
      value: string,
      take: (value: string) => void,
      placeholder = '',
    ) =>
      html`<x-select
        hide-label
        label=${label}
        placeholder=${placeholder}
        .options=${options}
        .value=${value}
        @change=${({ target }: Event) => take((target as Select).value)}
      ></x-select>`;
    const parts = [
      all.length > 1
        ? select(
            msg('Pipeline'),
            all.map(({ id, name }) => ({ value: id, label: name })),
            this.shown === 'stages' ? this.#pipeline : this.pipelineId,
            (value) => (this.pipelineId = value),
            msg('All pipelines'),
          )
        : '',
      this.shown !== 'stages' && teams.length > 0
        ? select(
            msg('Team'),
            teams.map(({ id, name }) => ({ value: id, label: name })),
            this.team,
            (value) => (this.team = value),
            msg('All teams'),
          )
        : '',
      this.shown === 'outcomes'
        ? select(
            msg('Divided by'),
            Object.entries(words).map(([value, label]) => ({ value, label })),
            this.by,
            (value) => (this.by = value as OutcomeDivision),
          )
        : '',
      this.shown !== 'stages' && currencies.length > 1
        ? select(
            msg('Currency'),
            currencies.map((value) => ({ value, label: value })),
            this.#shownCurrency,
            (value) => (this.currency = value),
          )
        : '',
    ];
    return parts.some(Boolean) ? html`<div class="row choices">${parts}</div>` : '';
  }

  get #currencies(): string[] {
    const items = (this.shown === 'outcomes' ? this.#outcomes.value : this.#forecast.value)?.items ?? [];
    const counts = new Map<string, number>();
    for (const { currency } of items) counts.set(currency, (counts.get(currency) ?? 0) + 1);
    return [...counts].toSorted(([, a], [, b]) => b - a).map(([currency]) => currency);
  }
  get #shownCurrency(): string {
    const all = this.#currencies;
    return all.includes(this.currency) ? this.currency : (all[0] ?? '');
  }

  #content(): unknown {
    const { format } = this;
    const currency = this.#shownCurrency;
    const mine = <T extends { currency: string }>(items: readonly T[]): T[] =>
      items.filter((item) => item.currency === currency);
    switch (this.shown) {
      case 'forecast':
        return this.show(this.#forecast, ({ items }) =>
          items.length === 0
            ? nothing()
            : forecastView({ items: mine(items), currency, first: this.#month, months: MONTHS, format }),
        );
      case 'outcomes':
        return this.show(this.#outcomes, ({ items }) =>
          items.length === 0 ? nothing() : outcomesView(mine(items), { by: this.by, currency, format }),
        );
      case 'stages':
        return this.show(this.#stages, (stages) =>
          stages.items.length === 0 ? nothing() : stagesView(stages, format),
        );
    }
  }
}

const nothing = (): TemplateResult =>
  html`<x-empty
    drawing="chart"
    heading=${msg('Nothing to count yet')}
    text=${msg('Figures stand here once there are deals with a day by which they are expected to close, or closed ones.')}
  ></x-empty>`;
