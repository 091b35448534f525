import { hrefOf } from '../../core/href-of.ts';
import { msg } from '@lit/localize';
import type { AnalyticsOverview as AnalyticsOverviewAnswer, Metric } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import type { CampaignFigures } from '../../core/client.ts';
import { columnsOf } from '../../core/columns-of.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { Figure } from '../../kit/figure.ts';
import { Table } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { figuresStyles } from '../figures.styles.ts';
import { dailyBars } from '../daily-bars.ts';
import { resultFunnel, whatNumbersCount } from '../result-funnel.ts';
import { analyticsOverviewStyles } from './analytics-overview.styles.ts';
import { campaignCard, campaignColumns } from './campaign-columns.ts';
import { periodFigure } from '../period-figure.ts';

const DAYS = { '7': 7, '30': 30, '90': 90 } as const;
type Period = keyof typeof DAYS;
const FIGURES = [
  'sent',
  'opened',
  'clicked',
  'replied',
  'bounced',
  'unsubscribed',
] as const satisfies readonly Metric[];

/**
 * What outreach brought: figures with their change, one chart, and the campaigns behind it. Machine opens stand apart.
 *
 * @summary The overview of results.
 * @event {CustomEvent<{ id: string }>} select-campaign - A campaign in the table was chosen.
 * @event {CustomEvent<{ path: string, href: string | null }>} navigate - It wants to go to `/campaigns/{id}`.
 */
export class AnalyticsOverview extends Widget {
  static override tag = 'analytics-overview';
  static override widgetName = 'analytics-overview' as const;
  static override permission = 'analytics.read' as const;
  static override uses = [...widgetParts, Figure, Table, Tabs];
  static override later = [
    ...Widget.later,
    async () => (await import('../../kit/chart.ts')).Chart,
    async () => (await import('../../kit/funnel.ts')).Funnel,
  ];
  static override styles = [Widget.styles, figuresStyles, analyticsOverviewStyles];
  protected override readonly skeleton = 'figures';

  /** Limits everything to one campaign. */
  @property({ attribute: 'campaign-id' }) campaignId = '';
  @state() private period: Period = '30';
  @state() private metric: (typeof FIGURES)[number] = 'replied';

  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ days: this.period === '30' ? '' : this.period, figure: this.metric === 'replied' ? '' : this.metric }),
    ({ days = '30', figure = 'replied' }) => {
      if (days in DAYS) this.period = days as Period; // one of its keys
      this.metric = FIGURES.find((one) => one === figure) ?? 'replied';
    },
  );

  get #range(): { from: string; until: string; campaignId?: string } {
    const zone = this.session?.timeZone;
    // Swedish dates are written as ISO days.
    const day = (at: number): string => new Intl.DateTimeFormat('sv', { timeZone: zone }).format(at);
    const now = Date.now();
    return {
      from: day(now - (DAYS[this.period] - 1) * 86_400_000),
      until: day(now),
      ...(this.campaignId && { campaignId: this.campaignId }),
    };
  }

  readonly #overview = new Query(this, {
    key: () => ['analytics', 'overview', this.#range],
    ask: (session) => session.client.analytics.overview(this.#range),
    onFailure: this.onFailure,
  });
  readonly #series = new Query(this, {
    key: () => ['analytics', 'series', this.#range],
    ask: (session) => session.client.analytics.series(this.#range),
  });
  readonly #campaigns = new Query(this, {
    key: () => (this.campaignId ? null : ['analytics', 'campaigns', this.#range]),
    ask: (session) => session.client.analytics.campaigns({ from: this.#range.from, until: this.#range.until }),
  });

  protected override view(_session: Session): TemplateResult {
    const labels: Record<Period, string> = { '7': msg('7 days'), '30': msg('30 days'), '90': msg('90 days') };
    return html`<div class="bar">
        <h1>${msg('Analytics')}</h1>
        <x-tabs
          class="push"
          label=${msg('Period')}
          .tabs=${(Object.keys(DAYS) as Period[]).map((id) => ({ id, label: labels[id] }))}
          selected=${this.period}
          @choose=${(event: CustomEvent<Period>) => (this.period = event.detail)}
        ></x-tabs>
      </div>
      ${this.show(this.#overview, ({ figures }) => this.#figures(figures), 'figures')}
      <div class="charts">
        <section class="panel chart" aria-label=${msg('Day by day')}>
          ${this.show(this.#series, ({ days }) => this.#chart(days), 'text')}
        </section>
        <section class="panel" aria-label=${msg('From mail to answer')}>
          ${this.show(this.#overview, ({ figures }) => this.#funnel(figures), 'text')}
        </section>
      </div>
      ${this.campaignId ? '' : this.show(this.#campaigns, ({ campaigns }) => this.#table(campaigns), 'table')}
      ${whatNumbersCount([...FIGURES, 'machine_opened'])}`;
  }

  #figures(figures: AnalyticsOverviewAnswer['figures']): TemplateResult {
    const { format } = this;
    return html`<div class="figures">
      ${FIGURES.map((metric) =>
        periodFigure({
          metric,
          figure: figures[metric],
          days: DAYS[this.period],
          format,
          selected: this.metric === metric,
          choose: () => (this.metric = metric),
        }),
      )}
    </div>`;
  }

  #funnel(figures: AnalyticsOverviewAnswer['figures']): TemplateResult {
    const { sent, opened, replied } = figures;
    return resultFunnel({ sent: sent.count, opened: opened.count, replied: replied.count }, this.format);
  }

  #chart(days: { day: string; counts: Record<Metric, number> }[]): TemplateResult {
    if (days.every(({ counts }) => counts.sent === 0 && counts.replied === 0)) {
      return html`<x-empty
        drawing="chart"
        heading=${msg('Nothing was sent in this time')}
        text=${msg('Launch a campaign, or choose a longer period.')}
      ></x-empty>`;
    }
    const { format } = this;
    // What machines opened stands apart.
    if (this.metric === 'opened')
      return html`${dailyBars(['opened', 'machine_opened'], { days, format, height: 132 })}`;
    return html`${dailyBars([this.metric], { days, format })}`;
  }

  #table(campaigns: CampaignFigures[]): TemplateResult {
    if (campaigns.length === 0) return html``;
    const { format } = this;
    return html`<div class="panel table">
      <x-table
        openable
        card-height="64"
        label=${msg('Campaigns')}
        .columns=${columnsOf(this.configuration, campaignColumns(format))}
        .rows=${campaigns}
        .card=${(row: CampaignFigures) => campaignCard(row, format)}
        .rowHref=${(row: CampaignFigures) => hrefOf(this, `/campaigns/${row.id}`)}
        @open-row=${(event: CustomEvent<CampaignFigures>) => {
          if (this.announce('select-campaign', { id: event.detail.id })) this.navigate(`/campaigns/${event.detail.id}`);
        }}
      ></x-table>
    </div>`;
  }
}
