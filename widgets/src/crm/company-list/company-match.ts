import { msg, str } from '@lit/localize';
import type { CompanyMatch } from '@tabard/contract/crm/company-match';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { ProgressBar } from '../../kit/progress-bar.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

/** Minutes for which what came of a match is still told. */
const FRESH = 10;

/** Leads that are there already join companies by the domains of their addresses: offers it, and shows how far it is. */
export class CompanyMatchBar extends PrefixedElement {
  static override tag = 'company-match-bar';
  static override uses = [Banner, Button, ProgressBar];
  static override styles = [
    widgetStyles,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2) var(--_space-3);
        margin-block-end: var(--_space-3);
        padding: 8px 12px;
        border: 1px solid var(--_border);
        border-radius: var(--_radius-control);
        font-size: var(--_font-size-s);
      }
      .words {
        flex: 1 1 240px;
      }
      .progress {
        flex: 1 1 120px;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @state() private busy = false;
  @state() private closed = '';
  @state() private failure: Failure | null = null;

  readonly #last = new Query(this, {
    key: () => ['companyMatches', 'list'],
    ask: async ({ client }) => (await client.companyMatches.list({})).items[0] ?? null,
  });
  /** Leads that have no company yet. */
  readonly #open = new Query(this, {
    key: () =>
      this.session.can('lead.read') && this.session.can('company.write') ? ['leads', 'without-company'] : null,
    ask: async ({ client }) => client.leads.count({ where: { field: 'companyId', op: 'is_empty' } }),
  });

  async #do(act: () => PromiseLike<unknown>): Promise<void> {
    [this.busy, this.failure] = [true, null];
    try {
      await act();
      this.session.cache.invalidate(['companyMatches']);
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  }

  override render(): unknown {
    const { failure } = this;
    return html`${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''}${this.#view(this.#last.value)}`;
  }

  #view(match: CompanyMatch | null): unknown {
    const { format } = this.session;
    if (match && !match.finishedAt) return this.#running(match);
    const isFresh = match?.finishedAt && Date.now() - Date.parse(match.finishedAt) < FRESH * 60_000;
    if (match && isFresh && this.closed !== match.id) {
      const [joined, made] = [format.number(match.joined), format.number(match.made)];
      return html`<div class="bar" role="status">
        <span class="words"
          >${msg(str`Leads that joined a company: ${joined}`)}${match.creates ? html` · ${msg(str`Companies made: ${made}`)}` : ''}</span
        >
        <x-button size="small" variant="quiet" @click=${() => (this.closed = match.id)}>${msg('Close')}</x-button>
      </div>`;
    }
    const count = this.#open.value?.count ?? 0;
    // Who has done it once finds it among the actions of the list.
    if (match || this.#last.loading || count === 0 || this.closed === 'offer') return '';
    const many = format.number(count);
    return html`<div class="bar">
      <span class="words">${msg(str`Leads without a company: ${many}`)}</span>
      <x-button size="small" ?busy=${this.busy} @click=${() => void this.#start(false)}
        >${msg('Match by domain')}</x-button
      >
      <x-button size="small" ?busy=${this.busy} @click=${() => void this.#start(true)}
        >${msg('Match and make companies')}</x-button
      >
      <x-button
        size="small"
        variant="quiet"
        icon="close"
        label=${msg('Close')}
        @click=${() => (this.closed = 'offer')}
      ></x-button>
    </div>`;
  }

  #start(creates: boolean): Promise<void> {
    return this.#do(() => this.session.client.companyMatches.start({ creates }));
  }

  #running({ id, progress, joined }: CompanyMatch): unknown {
    const { session } = this;
    const many = session.format.number(joined);
    return html`<div class="bar" role="status">
      <span class="words"
        >${msg('Leads are joining their companies')} · ${msg(str`Leads that joined a company: ${many}`)}</span
      >
      <x-progress class="progress" label=${msg('Progress')} value=${progress}></x-progress>
      ${
        session.can('company.write')
          ? html`<x-button
              size="small"
              variant="quiet"
              ?busy=${this.busy}
              @click=${() => void this.#do(() => session.client.companyMatches.cancel({ id }))}
              >${msg('Stop')}</x-button
            >`
          : ''
      }
    </div>`;
  }
}
