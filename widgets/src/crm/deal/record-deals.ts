import { msg } from '@lit/localize';
import type { Deal } from '@tabard/contract/crm/deal';
import type { PartySubject } from '@tabard/contract/crm/record-subject';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { nameOf } from '../lead-labels.ts';
import { dayText } from './day-text.ts';
import type { DealForm } from './deal-form.ts';
import { statusTones } from './deal-labels.ts';
import { moneyText } from './money.ts';
import { PipelinesQuery } from './pipelines-query.ts';

/**
 * The deals of a lead or a company: open one, or add one that begins with them.
 *
 * @event open-place - Somebody wants to go to a deal; `detail` is its address.
 */
export class RecordDeals extends PrefixedElement {
  static override tag = 'record-deals';
  static override uses = [Banner, Button, EmptyState, Skeleton];
  static override styles = [
    widgetStyles,
    badgeMarkStyles,
    css`
      :host {
        display: flex !important;
        flex-direction: column;
        gap: var(--_space-3);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        border-block-end: 1px solid var(--_border);
      }
      .open {
        inline-size: 100%;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: var(--_space-3);
        min-block-size: 52px;
        padding: 4px;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .open:hover {
        background: var(--_sunken);
      }
      .two {
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
      }
      .two > * {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .num {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) subject!: PartySubject;
  @state() private failure: Failure | null = null;
  /** What the deal that is being added begins with; null while none is. */
  @state() private adding: DealForm['begins'] | null = null;

  readonly #pipelines = new PipelinesQuery(this);
  readonly #list = new ListQuery<Deal>(this, {
    key: () => ['deals', 'of', this.subject],
    ask: ({ client }, page) => client.deals.list({ ...page, subject: this.subject }),
    limit: 25,
  });
  /** What a new one begins with. */
  readonly #begins = new Query<DealForm['begins']>(this, {
    key: () =>
      this.session.can('deal.write')
        ? [this.subject.noun === 'lead' ? 'leads' : 'companies', 'deal-begins', this.subject.id]
        : null,
    ask: async ({ client }) => {
      const { noun, id } = this.subject;
      if (noun === 'company') return { companyId: id, companyName: (await client.companies.get({ id })).name };
      const lead = await client.leads.get({ id });
      const contacts = [{ leadId: id, name: nameOf(lead), email: lead.email, isPrimary: true }];
      return { contacts, companyId: lead.companyId, companyName: lead.company };
    },
  });

  async #add(): Promise<void> {
    this.failure = null;
    try {
      defineElement(this.tagPrefix, (await import('./deal-form.ts')).DealForm);
      this.adding = this.#begins.value ?? {};
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  override render(): unknown {
    const { failure, session, adding } = this;
    return html`${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''} ${this.#content()}
    ${
      adding
        ? html`<x-deal-form
            .session=${session}
            .record=${null}
            .pipeline=${this.#pipelines.value?.[0] ?? null}
            .begins=${adding}
            open
            @close=${() => (this.adding = null)}
            @saved=${() => (this.adding = null)}
            @open-place=${(event: CustomEvent<string>) => this.tell('open-place', event.detail)}
          ></x-deal-form>`
        : ''
    }`;
  }

  #content(): unknown {
    const list = this.#list;
    const add = this.session.can('deal.write')
      ? html`<x-button size="small" icon="plus" @click=${() => void this.#add()}>${msg('New deal')}</x-button>`
      : '';
    return listStates(
      list,
      (items) =>
        html`<div>${add}</div>
          <ul aria-label=${msg('Deals')}>
            ${items.map((deal) => this.#deal(deal))}
          </ul>`,
      () =>
        html`<x-empty
          drawing="chart"
          heading=${msg('No deals yet')}
          text=${msg('A deal is what somebody may buy: what it is worth, and how far it has come.')}
          >${add}</x-empty
        >`,
    );
  }

  #deal(deal: Deal): unknown {
    const { format } = this.session;
    const expected = deal.expectedCloseOn && dayText(format, deal.expectedCloseOn);
    const caption = [deal.ownerName, deal.closedAt ? format.date(deal.closedAt) : expected].filter(Boolean);
    return html`<li>
      <button class="open" type="button" @click=${() => this.tell('open-place', `/deals/${deal.id}`)}>
        <span class="two"
          ><span class="strong">${deal.title}</span><span class="caption">${caption.join(' · ')}</span></span
        >
        ${badgeMark(deal.stageName, statusTones[deal.status])}
        <span class="num">${moneyText(format.locale, deal.value, deal.currency)}</span>
      </button>
    </li>`;
  }
}
