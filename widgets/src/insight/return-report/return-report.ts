import { msg } from '@lit/localize';
import type { ReturnDivision } from '@tabard/contract/crm/return-words';
import type { ReturnOverview } from '@tabard/contract/insight/return-report';
import { css, type TemplateResult } from 'lit';
import { state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { listPanelStyles } from '../../core/list-panel.styles.ts';
import { hrefOf } from '../../core/href-of.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { Figure } from '../../kit/figure.ts';
import type { Select } from '../../kit/select.ts';
import { Table } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { figuresStyles } from '../figures.styles.ts';
import { returnsView } from './returns-view.ts';

const PERIODS = { '30': 30, '90': 90, '365': 365 } as const;
type Period = keyof typeof PERIODS;

/**
 * What was spent on winning customers and what came of it: revenue and cost by month, and return, cost per lead, per answer and per
 * conversion of each campaign and each source of leads.
 *
 * @summary Revenue, cost and return.
 * @event {CustomEvent<{ path: string, href: string | null }>} navigate - It wants to go to `/campaigns/{id}` or to `/costs`.
 */
export class ReturnReport extends Widget {
  static override tag = 'return-report';
  static override widgetName = 'return-report' as const;
  static override permission = 'cost.read' as const;
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
    `,
  ];
  protected override readonly skeleton = 'figures';

  @state() private period: Period = '90';
  @state() private by: ReturnDivision = 'campaign';
  @state() private currency = '';

  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({
      days: this.period === '90' ? '' : this.period,
      by: this.by === 'campaign' ? '' : this.by,
      currency: this.currency,
    }),
    ({ days = '90', by = '', currency = '' }) => {
      if (days in PERIODS) this.period = days as Period; // one of its keys
      [this.by, this.currency] = [by === 'source' ? by : 'campaign', currency];
    },
  );

  readonly #overview = new Query<ReturnOverview>(this, {
    key: () => ['returns', 'overview', this.by, this.#days],
    ask: ({ client }) => client.returnReports.overview({ ...this.#days, by: this.by }),
    onFailure: this.onFailure,
  });

  get #days(): { from: string; until: string } {
    const now = Date.now();
    // Swedish dates are written as ISO days.
    const day = (at: number): string => new Intl.DateTimeFormat('sv', { timeZone: this.session?.timeZone }).format(at);
    return { from: day(now - (PERIODS[this.period] - 1) * 86_400_000), until: day(now) };
  }

  protected override view(_session: Session): TemplateResult {
    const labels: Record<Period, string> = { '30': msg('30 days'), '90': msg('90 days'), '365': msg('12 months') };
    return html`<div class="bar">
        <h1>${msg('Revenue and cost')}</h1>
        <x-tabs
          class="push"
          label=${msg('Period')}
          .tabs=${(['30', '90', '365'] as const).map((id) => ({ id, label: labels[id] }))}
          selected=${this.period}
          @choose=${(event: CustomEvent<Period>) => (this.period = event.detail)}
        ></x-tabs>
      </div>
      ${this.#choices()} ${this.show(this.#overview, (overview) => this.#content(overview))}`;
  }

  #choices(): TemplateResult {
    const currencies = (this.#overview.value?.total.money ?? []).map(({ currency }) => currency);
    const divisions = { campaign: msg('By campaign'), source: msg('By lead source') };
    return html`<div class="row choices">
      <x-select
        hide-label
        label=${msg('Divided by')}
        .options=${Object.entries(divisions).map(([value, label]) => ({ value, label }))}
        .value=${this.by}
        @change=${({ target }: Event) => (this.by = (target as Select).value === 'source' ? 'source' : 'campaign')}
      ></x-select>
      ${
        currencies.length > 1
          ? html`<x-select
              hide-label
              label=${msg('Currency')}
              .options=${currencies.map((value) => ({ value, label: value }))}
              .value=${this.#currencyOf(currencies)}
              @change=${({ target }: Event) => (this.currency = (target as Select).value)}
            ></x-select>`
          : ''
      }
    </div>`;
  }

  #currencyOf(all: readonly string[]): string {
    return all.includes(this.currency) ? this.currency : (all[0] ?? 'EUR');
  }

  #content(overview: ReturnOverview): TemplateResult {
    const { items, total } = overview;
    if (items.length === 0)
      return html`<x-empty
        drawing="chart"
        heading=${msg('Nothing to count yet')}
        text=${msg('Revenue comes from conversions and won deals, cost from what you write down. Both stand here once there are any.')}
        ><x-button slot="action" @click=${() => this.navigate('/costs')}>${msg('Write down a cost')}</x-button></x-empty
      >`;
    return returnsView({
      overview,
      by: this.by,
      currency: this.#currencyOf(total.money.map(({ currency }) => currency)),
      from: this.#days.from,
      until: this.#days.until,
      format: this.format,
      hrefOf: (path) => hrefOf(this, path),
      go: (path) => void this.navigate(path),
    });
  }
}
