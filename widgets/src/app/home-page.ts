import { msg, str } from '@lit/localize';
import type { AnalyticsOverview, CampaignSummary, ConversationSummary, Mailbox, Metric, Page } from '@tabard/contract';
import { nothing, type TemplateResult } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { Query } from '../core/query.ts';
import type { Session } from '../core/session.ts';
import { textOf } from '../base/failure-text.ts';
import { Widget } from '../core/widget.ts';
import { widgetParts } from '../core/widget-parts.ts';
import { meaningOf, withWhom } from '../inbox/intent-labels.ts';
import { Avatar } from '../kit/avatar.ts';
import { Badge } from '../kit/badge.ts';
import { icon } from '../kit/draw-icon.ts';
import { factsStyles } from '../kit/facts.styles.ts';
import { dailyBars } from '../insight/daily-bars.ts';
import { Sparkline } from '../kit/sparkline.ts';
import { stateTones, stateWord } from '../outreach/campaign-labels.ts';
import { pathTo } from './app-routes.ts';
import { GetStartedPage } from './get-started-page.ts';
import { homePageStyles } from './home-page.styles.ts';
import { Onboarding } from './onboarding.ts';
import { onboardingOf } from './onboarding-memory.ts';

const DAYS = 30;
const FIGURES = ['sent', 'opened', 'replied', 'bounced'] as const satisfies readonly Metric[];

/** What needs somebody now: replies that wait, campaigns that run, mailboxes in trouble. Only what the session may see. */
export class HomePage extends Widget {
  static override tag = 'app-home';
  static override widgetName = 'app' as const;
  static override permission = 'workspace.read' as const;
  static override uses = [...widgetParts, Avatar, Badge, GetStartedPage, Sparkline];
  static override later = [...Widget.later, async () => (await import('../kit/chart.ts')).Chart];
  static override styles = [Widget.styles, factsStyles, homePageStyles];
  protected override readonly skeleton = 'figures';

  /** `hidden` leaves out the first steps. */
  @property() onboarding: 'auto' | 'hidden' = 'auto';
  /** The address of a place, where the app has addresses. */
  @property({ attribute: false }) addressOf: ((path: string) => string) | null = null;
  readonly #first = new Onboarding(this);

  readonly #waiting = new Query<Page<ConversationSummary>>(this, {
    key: () => (this.session?.can('inbox.read') ? ['conversations', 'list', 'waiting'] : null),
    ask: async ({ client }) => client.conversations.list({ unread: true, humanOnly: true, limit: 5 }),
    onFailure: this.onFailure,
  });
  readonly #campaigns = new Query<Page<CampaignSummary>>(this, {
    key: () => (this.session?.can('campaign.read') ? ['campaigns', 'list', 'going'] : null),
    ask: async ({ client }) => client.campaigns.list({ filter: { state: ['running', 'paused'] }, limit: 5 }),
    onFailure: this.onFailure,
  });
  readonly #mailboxes = new Query<Page<Mailbox>>(this, {
    key: () => (this.session?.can('mailbox.read') ? ['mailboxes', 'list', 'all'] : null),
    ask: async ({ client }) => client.mailboxes.list({ limit: 100 }),
    onFailure: this.onFailure,
  });
  readonly #figures = new Query<AnalyticsOverview>(this, {
    key: () => (this.session?.can('analytics.read') ? ['analytics', 'overview', this.#range] : null),
    ask: async ({ client }) => client.analytics.overview(this.#range),
    onFailure: this.onFailure,
  });
  readonly #series = new Query(this, {
    key: () => (this.session?.can('analytics.read') ? ['analytics', 'series', this.#range] : null),
    ask: async ({ client }) => client.analytics.series(this.#range),
    onFailure: this.onFailure,
  });

  get #range(): { from: string; until: string } {
    // Swedish dates are written as ISO days.
    const days = new Intl.DateTimeFormat('sv', { timeZone: this.session?.timeZone });
    return { from: days.format(Date.now() - (DAYS - 1) * 86_400_000), until: days.format(Date.now()) };
  }

  protected override view(session: Session): TemplateResult {
    const { progress } = this.#first;
    const starting =
      progress && progress.done < progress.total && this.onboarding === 'auto' && !onboardingOf(session).dismissed;
    const asked = [this.#waiting, this.#campaigns, this.#mailboxes, this.#figures].filter(
      ({ value, failure }) => value !== null || failure,
    );
    const [failed] = asked;
    if (failed?.failure && asked.length > 1 && asked.every(({ value }) => value === null)) {
      // Everything failed alike: said once.
      return this.failed(failed.failure, () => asked.forEach((query) => void query.reload()));
    }
    // A workspace in which nothing happened has nothing else to tell.
    const bare = starting && progress.done === 0;
    return html`<div class="bar">
        <h1>${msg('Home')}</h1>
        <span class="muted">${session.format.date(new Date().toISOString())}</span>
      </div>
      ${starting ? html`<x-app-get-started class="first" .session=${session} panel @dismiss=${() => this.tell('dismiss')}></x-app-get-started>` : nothing}
      ${bare ? nothing : this.#overview(session)}`;
  }

  #overview(session: Session): TemplateResult {
    return html`${session.can('analytics.read') ? this.#strip() : nothing}
      <div class="columns">
        ${session.can('inbox.read') ? this.#replies() : nothing}
        <div class="stack">
          ${session.can('campaign.read') ? this.#running() : nothing}
          ${session.can('mailbox.read') ? this.#health() : nothing}
        </div>
      </div>
      ${session.can('analytics.read') ? this.#trend() : nothing}`;
  }

  #trend(): TemplateResult {
    return this.#part(msg('Day by day'), pathTo('analytics'), msg('Analytics'), this.#series, ({ days }) => {
      if (days.every(({ counts }) => counts.sent === 0 && counts.replied === 0))
        return this.#nothing(msg('Nothing was sent in this time'), false);
      const { format } = this;
      return html`<div class="trend">${dailyBars(['sent', 'replied'], { days, format, height: 132 })}</div>`;
    });
  }

  /** A part with a heading, a way on, and its own loading and failure: one of them never hides the others. */
  #part<T>(title: string, path: string, go: string, query: Query<T>, content: (value: T) => unknown): TemplateResult {
    const inside =
      query.value !== null
        ? content(query.value)
        : query.failure
          ? html`<div class="note" role="alert">
              ${icon('warning')}<span>${textOf(query.failure)}</span>
              <x-button size="small" icon="refresh" @click=${() => void query.reload()}>${msg('Try again')}</x-button>
            </div>`
          : html`<div class="loading">${this.loading('text')}</div>`;
    return html`<section class="panel" aria-label=${title}>
      <header>
        <h2>${title}</h2>
        <x-button class="push" size="small" variant="quiet" @click=${() => this.navigate(path)}>${go}</x-button>
      </header>
      ${inside}
    </section>`;
  }

  /** What leads to a place: a link where that has an address. */
  #way(looks: string, path: string, inside: unknown): TemplateResult {
    const href = this.session?.linkTo(path) ?? this.addressOf?.(path);
    const go = (event: MouseEvent): void => {
      if (href && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
      event.preventDefault();
      this.navigate(path);
    };
    return href
      ? html`<a class=${looks} href=${href} @click=${go}>${inside}</a>`
      : html`<button class=${looks} @click=${go}>${inside}</button>`;
  }

  #nothing(text: string, well = true): TemplateResult {
    return html`<div class="note ${well ? 'well' : ''}">${icon(well ? 'check' : 'info')}<span>${text}</span></div>`;
  }

  #replies(): TemplateResult {
    return this.#part(msg('Waiting for your answer'), pathTo('inbox'), msg('Open inbox'), this.#waiting, ({ items }) =>
      items.length === 0
        ? this.#nothing(msg('Nobody is waiting. New replies appear here by themselves.'))
        : html`<ul>
            ${items.map((one) => {
              const meaning = meaningOf(one);
              return html`<li>
                ${this.#way(
                  'line',
                  pathTo('conversation', one.id),
                  html`<x-avatar name=${withWhom(one)}></x-avatar>
                    <span class="two">
                      <span class="row"
                        ><span class="strong cut">${withWhom(one)}</span
                        ><span class="caption push num" title=${this.format.dateTime(one.lastMessageAt)}
                          >${this.format.relative(one.lastMessageAt)}</span
                        ></span
                      >
                      <span class="row"
                        ><span class="muted cut">${one.preview}</span
                        >${meaning ? html`<x-badge class="tag" tone=${meaning.tone}>${meaning.word}</x-badge>` : nothing}</span
                      >
                    </span>`,
                )}
              </li>`;
            })}
          </ul>`,
    );
  }

  #running(): TemplateResult {
    return this.#part(
      msg('Campaigns under way'),
      pathTo('campaigns'),
      msg('All campaigns'),
      this.#campaigns,
      ({ items }) =>
        items.length === 0
          ? this.#nothing(msg('No campaign is running.'), false)
          : html`<ul>
              ${items.map(
                (one) =>
                  html`<li>
                    ${this.#way(
                      'line',
                      pathTo('campaign', one.id),
                      html` <span class="two">
                          <span class="strong cut">${one.name}</span>
                          <span class="caption num"
                            >${this.format.number(one.counts.sent)} ${msg('sent')} ·
                            ${this.format.percent(one.counts.sent ? one.counts.replied / one.counts.sent : null)}
                            ${msg('replied')}</span
                          >
                        </span>
                        <x-sparkline
                          class="spark"
                          .values=${one.trend}
                          label=${msg('Sent in the last 14 days')}
                        ></x-sparkline>
                        <span class="state"
                          ><x-badge dot tone=${stateTones[one.state]}>${stateWord(one.state)}</x-badge></span
                        >`,
                    )}
                  </li>`,
              )}
            </ul>`,
    );
  }

  #health(): TemplateResult {
    return this.#part(msg('Mailboxes'), pathTo('mailboxes'), msg('All mailboxes'), this.#mailboxes, ({ items }) => {
      const broken = items.filter(({ state }) => state === 'failing' || state === 'disconnected');
      if (items.length === 0) return this.#nothing(msg('No mailbox is connected.'), false);
      const count = this.format.number(items.length);
      return broken.length === 0
        ? this.#nothing(
            this.format.plural(items.length, {
              one: msg('Your mailbox is healthy.'),
              other: msg(str`All ${count} mailboxes are healthy.`),
            }),
          )
        : html`<ul>
            ${broken.map(
              (box) =>
                html`<li>
                  ${this.#way(
                    'line',
                    pathTo('mailbox', box.id),
                    html` <span class="trouble">${icon('warning')}</span>
                      <span class="two"
                        ><span class="strong cut">${box.address}</span
                        ><span class="caption">${box.problem ?? msg('It cannot be reached.')}</span></span
                      >`,
                  )}
                </li>`,
            )}
          </ul>`;
    });
  }

  #strip(): unknown {
    const names = {
      sent: msg('Sent'),
      opened: msg('Opened by people'),
      replied: msg('Replied'),
      bounced: msg('Bounced'),
    };
    const { value, failure } = this.#figures;
    if (failure && !value) return nothing; // The analytics page says why; here the rest matters more.
    return html`<section class="figures" aria-label=${msg(str`Last ${DAYS} days`)}>
      ${FIGURES.map((metric) => {
        const figure = value?.figures[metric];
        const share = metric === 'sent' ? '' : figure ? this.format.number(figure.count) : '';
        return this.#way(
          'figure',
          pathTo('analytics'),
          html`<span class="caption cut">${names[metric]}</span>
            <b class="num"
              >${figure ? (metric === 'sent' ? this.format.compact(figure.count) : this.format.percent(figure.rate)) : '–'}</b
            >
            <span class="caption num">${share || msg(str`in ${DAYS} days`)}</span>
            ${figure ? html`<x-sparkline class="spark" .values=${figure.trend} label=${`${names[metric]}, ${msg('over time')}`}></x-sparkline>` : nothing}`,
        );
      })}
    </section>`;
  }
}
