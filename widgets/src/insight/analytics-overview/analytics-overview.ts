import { msg, str } from '@lit/localize';
import type { Metric } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CampaignFigures } from '../../core/client.ts';
import { html } from '../../core/html.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget, widgetParts } from '../../core/widget.ts';
import { Chart } from '../../kit/chart.ts';
import { Sparkline } from '../../kit/sparkline.ts';
import { Table, type Column } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { stateWord } from '../../outreach/campaign-words.ts';
import { analyticsOverviewStyles } from './analytics-overview.styles.ts';

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
/** More of these is worse. */
const UNWANTED: ReadonlySet<Metric> = new Set(['bounced', 'unsubscribed', 'complained']);

function words(metric: Metric): { name: string; counts: string } {
  const all: Record<Metric, { name: string; counts: string }> = {
    sent: { name: msg('Sent'), counts: msg('Mails that a mail server accepted.') },
    opened: {
      name: msg('Opened by people'),
      counts: msg('Mails opened at least once by a person. Machine opens do not count.'),
    },
    machine_opened: {
      name: msg('Opened by machines'),
      counts: msg('Mails opened by privacy proxies and security scanners.'),
    },
    clicked: { name: msg('Clicked'), counts: msg('Mails in which a person followed a link.') },
    replied: { name: msg('Replied'), counts: msg('Leads who answered. Automatic replies do not count.') },
    bounced: { name: msg('Bounced'), counts: msg('Mails that could not be delivered.') },
    unsubscribed: { name: msg('Unsubscribed'), counts: msg('Leads who asked for no more mail.') },
    complained: { name: msg('Complained'), counts: msg('Mails reported as unwanted.') },
  };
  return all[metric];
}

/**
 * What outreach brought: figures with their change, one chart, and the campaigns behind it. Machine opens stand apart.
 *
 * @summary The overview of results.
 * @event {CustomEvent<{ id: string }>} select-campaign - A campaign in the table was chosen.
 * @event {CustomEvent<{ path: string }>} navigate - It wants to go to `/campaigns/{id}`.
 */
export class AnalyticsOverview extends Widget {
  static override tag = 'analytics-overview';
  static override widgetName = 'analytics-overview' as const;
  static override permission = 'analytics.read' as const;
  static override uses = [...widgetParts, Chart, Sparkline, Table, Tabs];
  static override styles = [Widget.styles, analyticsOverviewStyles];
  protected override readonly skeleton = 'figures';

  /** Limits everything to one campaign. */
  @property({ attribute: 'campaign-id' }) campaignId = '';
  @state() private period: Period = '30';
  @state() private metric: (typeof FIGURES)[number] = 'replied';

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
      ${this.show(this.#overview, ({ figures }) => html`<div class="figures">${FIGURES.map((metric) => this.#figure(metric, figures[metric]))}</div>`, 'figures')}
      <section class="panel chart">${this.show(this.#series, ({ days }) => this.#chart(days), 'text')}</section>
      ${this.campaignId ? '' : this.show(this.#campaigns, ({ campaigns }) => this.#table(campaigns), 'table')}`;
  }

  #figure(
    metric: (typeof FIGURES)[number],
    figure: { count: number; previous: number; rate: number | null; previousRate: number | null; trend: number[] },
  ): TemplateResult {
    const { format } = this;
    const { name, counts } = words(metric);
    const asRate = metric !== 'sent';
    let change = '';
    let direction = 0;
    if (asRate && figure.rate !== null && figure.previousRate !== null) {
      direction = figure.rate - figure.previousRate;
      change = msg(str`${format.points(direction)} points`);
    } else if (!asRate && figure.previous > 0) {
      direction = figure.count / figure.previous - 1;
      change = `${direction > 0 ? '+' : ''}${format.percent(direction)}`;
    }
    if (Math.abs(direction) < 0.0005) change = '';
    const better = UNWANTED.has(metric) ? direction < 0 : direction > 0;
    const tone = Math.abs(direction) < 0.0005 ? '' : better ? 'good' : 'bad';
    const detail = asRate ? format.number(figure.count) : '';
    return html`<button
      class="figure"
      aria-pressed=${this.metric === metric}
      title=${counts}
      @click=${() => (this.metric = metric)}
    >
      <span class="caption cut">${name}</span>
      <b class="num">${asRate ? format.percent(figure.rate) : format.compact(figure.count)}</b>
      <x-sparkline class="spark" .values=${figure.trend} label=${msg(str`${name} over time`)}></x-sparkline>
      <span class="change">${detail}${detail && change ? ' · ' : ''}<span class=${tone}>${change}</span></span>
    </button>`;
  }

  #chart(days: { day: string; counts: Record<Metric, number> }[]): TemplateResult {
    if (days.every(({ counts }) => counts.sent === 0 && counts.replied === 0)) {
      return html`<x-empty
        drawing="chart"
        heading=${msg('Nothing was sent in this time')}
        text=${msg('Launch a campaign, or choose a longer period.')}
      ></x-empty>`;
    }
    const second: Metric | null =
      this.metric === 'opened' ? 'machine_opened' : this.metric === 'sent' ? 'replied' : null;
    const series = [this.metric, ...(second ? [second] : [])].map((metric) => ({
      name: words(metric).name,
      values: days.map(({ counts }) => counts[metric]),
    }));
    return html`<x-chart
      label=${`${words(this.metric).name}, ${msg('per day')}`}
      .series=${series}
      .labels=${days.map(({ day }) => this.format.day(day))}
      .format=${(value: number) => this.format.compact(value)}
    ></x-chart>`;
  }

  #table(campaigns: CampaignFigures[]): TemplateResult {
    if (campaigns.length === 0) return html``;
    const { format } = this;
    const rate = (metric: Metric) => (row: CampaignFigures) =>
      format.percent(row.counts.sent ? row.counts[metric] / row.counts.sent : null);
    const columns: Column<CampaignFigures>[] = [
      {
        id: 'name',
        label: msg('Campaign'),
        width: 'minmax(220px, 2fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="strong">${row.name}</span
            ><span class="caption">${stateWord(row.state as 'draft')}</span></span
          >`,
      },
      {
        id: 'sent',
        label: words('sent').name,
        width: 'minmax(84px, 1fr)',
        align: 'end',
        cell: (row) => format.number(row.counts.sent),
      },
      { id: 'opened', label: msg('Opened'), width: 'minmax(90px, 1fr)', align: 'end', cell: rate('opened') },
      {
        id: 'machine',
        label: msg('By machines'),
        width: 'minmax(104px, 1fr)',
        align: 'end',
        cell: (row) => html`<span class="muted">${rate('machine_opened')(row)}</span>`,
      },
      { id: 'clicked', label: words('clicked').name, width: 'minmax(90px, 1fr)', align: 'end', cell: rate('clicked') },
      { id: 'replied', label: words('replied').name, width: 'minmax(90px, 1fr)', align: 'end', cell: rate('replied') },
      { id: 'bounced', label: words('bounced').name, width: 'minmax(90px, 1fr)', align: 'end', cell: rate('bounced') },
    ];
    return html`<div class="panel table">
      <x-table
        openable
        card-height="64"
        label=${msg('Campaigns')}
        .columns=${columns}
        .rows=${campaigns}
        .card=${(row: CampaignFigures) => html`<span class="two"><span class="strong">${row.name}</span><span class="caption num">${format.number(row.counts.sent)} ${msg('sent')} · ${rate('replied')(row)} ${msg('replied')}</span></span>`}
        @open-row=${(event: CustomEvent<CampaignFigures>) => {
          if (this.announce('select-campaign', { id: event.detail.id })) this.navigate(`/campaigns/${event.detail.id}`);
        }}
      ></x-table>
    </div>`;
  }
}
