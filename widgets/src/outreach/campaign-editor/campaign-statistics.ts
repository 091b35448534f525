import { msg, str } from '@lit/localize';
import type { Campaign, Metric } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { figuresStyles } from '../../insight/figures.styles.ts';
import { dailyBars } from '../../insight/daily-bars.ts';
import { metricWords } from '../../insight/metric-labels.ts';
import { resultFunnel, whatNumbersCount } from '../../insight/result-funnel.ts';
import { Chart } from '../../kit/chart.ts';
import { Figure } from '../../kit/figure.ts';
import { Funnel } from '../../kit/funnel.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { ProgressBar } from '../../kit/progress-bar.ts';
import { Skeleton } from '../../kit/skeleton.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;
const RATES = ['opened', 'replied', 'bounced', 'unsubscribed'] as const satisfies readonly Metric[];

/**
 * What one campaign brought: a row of figures, its days and its funnel.
 * @slot next - What happens next, above the funnel.
 */
export class CampaignStatistics extends PrefixedElement {
  static override tag = 'campaign-statistics';
  static override uses = [Chart, Figure, Funnel, ProgressBar, Skeleton];
  static override styles = [
    kitStyles,
    figuresStyles,
    css`
      :host {
        display: block;
      }
      .enrolling {
        margin-block-end: var(--_space-4);
      }
      .enrolling p {
        display: flex;
        justify-content: space-between;
        margin: 0 0 6px;
      }
      .charts {
        margin-block-end: 0;
      }
      .charts > .beside {
        padding: 0;
        gap: var(--_space-4);
      }
      .beside > .panel {
        padding: 10px var(--_card-padding) var(--_card-padding);
      }
      .beside > slot {
        flex: none;
      }
      .panel {
        background: var(--_surface);
        border: var(--_border-width) solid var(--_border);
        border-radius: var(--_radius-card);
        min-inline-size: 0;
      }
      .meaning {
        margin-block-start: var(--_space-2);
      }
      @container widget (max-width: 980px) {
        .beside {
          order: -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) session: Session | null = null;
  @property({ attribute: false }) campaign: Campaign | null = null;

  /** The days since launch, at most the last thirty. */
  get #range(): { from: string; until: string; campaignId: string } | null {
    const { campaign, session } = this;
    if (!campaign?.launchedAt || !session) return null;
    // Swedish dates are written as ISO days.
    const zone = new Intl.DateTimeFormat('sv', { timeZone: session.timeZone });
    const now = Date.now();
    const from = Math.max(Date.parse(campaign.launchedAt), now - (DAYS - 1) * DAY_MS);
    return { from: zone.format(from), until: zone.format(now), campaignId: campaign.id };
  }

  readonly #days = new Query(this, {
    key: () => (this.session?.can('analytics.read') && this.#range ? ['analytics', 'series', this.#range] : null),
    ask: (session) => session.client.analytics.series(this.#range ?? {}),
  });

  override render(): unknown {
    const { campaign, session } = this;
    if (!campaign || !session) return '';
    return html`${campaign.enrolling > 0 ? this.#enrolling(campaign, session) : ''}${this.#figures(campaign, session)}
    ${session.can('analytics.read') ? this.#behind(campaign, session) : html`<slot name="next"></slot>`}`;
  }

  /** A launch that is still at work on a large audience. */
  #enrolling({ counts, enrolling }: Campaign, { format }: Session): TemplateResult {
    const share = counts.leads / (counts.leads + enrolling);
    const [done, all] = [format.number(counts.leads), format.number(counts.leads + enrolling)];
    return html`<div class="enrolling">
      <p class="small">
        <span>${msg(str`Adding leads: ${done} of ${all}`)}</span
        ><span class="num" aria-hidden="true">${format.progress(share)}</span>
      </p>
      <x-progress label=${msg('Adding leads')} value=${share}></x-progress>
    </div>`;
  }

  #figures({ counts }: Campaign, { format }: Session): TemplateResult {
    const share = msg('As a share of mails sent.');
    return html`<div class="figures">
      <x-figure
        name=${msg('Leads')}
        value=${format.number(counts.leads)}
        counts=${msg('Leads who are in this campaign, whether a mail reached them yet or not.')}
      ></x-figure>
      <x-figure
        name=${metricWords('sent').name}
        value=${format.number(counts.sent)}
        counts=${metricWords('sent').counts}
      ></x-figure>
      ${RATES.map((metric) => {
        const { name, counts: meaning } = metricWords(metric);
        const machines = format.number(counts.machineOpened);
        return html`<x-figure
          name=${name}
          value=${format.percent(counts.sent ? counts[metric] / counts.sent : null)}
          detail=${
            metric === 'opened' && counts.machineOpened > 0
              ? msg(str`${format.number(counts.opened)}, ${machines} more by machines`)
              : format.number(counts[metric])
          }
          counts=${`${meaning} ${share}`}
        ></x-figure>`;
      })}
    </div>`;
  }

  #behind(campaign: Campaign, { format }: Session): TemplateResult {
    const days = this.#days.value?.days;
    return html`<div class="charts">
        <section class="panel chart" aria-label=${msg('Day by day')}>
          ${days ? dailyBars(['sent', 'replied'], { days, format, height: 132 }) : this.#waiting()}
        </section>
        <div class="beside">
          <slot name="next"></slot>
          <section class="panel" aria-label=${msg('From mail to answer')}>
            ${resultFunnel(campaign.counts, format)}
          </section>
        </div>
      </div>
      ${whatNumbersCount(['sent', ...RATES, 'clicked', 'machine_opened'])}`;
  }

  #waiting(): TemplateResult {
    return this.#days.failure
      ? html`<p class="muted small" role="alert">
          ${msg('The days could not be loaded. Come back to this view to try again.')}
        </p>`
      : html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`;
  }
}
