import { msg, str } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { Company } from '@tabard/contract/crm/company';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import type { Session } from '../../core/session.ts';
import { avatarMark, avatarMarkStyles, initialsOf } from '../../kit/avatar-mark.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Combobox } from '../../kit/combobox.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import type { Option } from '../../kit/select.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { nameOf, statusTones, statusWord } from '../lead-labels.ts';

/**
 * The leads of a company: open one, add one that is there, take one out.
 *
 * @event open-place - Somebody wants to go to a lead; `detail` is its address.
 */
export class CompanyPeople extends PrefixedElement {
  static override tag = 'company-people';
  static override uses = [Banner, Button, Combobox, EmptyState, Skeleton];
  static override styles = [
    widgetStyles,
    avatarMarkStyles,
    badgeMarkStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
      ul {
        display: flex;
        flex-direction: column;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-block-size: 52px;
        border-block-end: 1px solid var(--_border);
      }
      .open {
        flex: 1;
        display: flex;
        align-items: center;
        gap: var(--_space-3);
        min-inline-size: 0;
        min-block-size: 44px;
        padding: 4px;
        border: 0;
        border-radius: var(--_radius-control);
        color: inherit;
        background: none;
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
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) company!: Company;
  @state() private failure: Failure | null = null;
  /** Somebody who was taken out and can come back at once. */
  @state() private gone: Lead | null = null;
  @state() private added = 0;

  readonly #list = new ListQuery<Lead>(this, {
    key: () => (this.session.can('lead.read') ? ['leads', 'of-company', this.company.id] : null),
    ask: ({ client }, page) => client.leads.list({ ...page, filter: { companyId: this.company.id } }),
    limit: 25,
  });

  async #put(lead: Pick<Lead, 'id'>, companyId: string | null): Promise<boolean> {
    this.failure = null;
    try {
      await this.session.client.leads.update({ id: lead.id, companyId });
      this.session.cache.invalidate(['leads']);
      this.session.cache.invalidate(['companies']);
      return true;
    } catch (error) {
      this.failure = toFailure(error);
      return false;
    }
  }

  readonly #takeOut = async (lead: Lead): Promise<void> => {
    if (await this.#put(lead, null)) this.gone = lead;
  };
  readonly #bringBack = async (lead: Lead): Promise<void> => {
    if (await this.#put(lead, this.company.id)) this.gone = null;
  };

  readonly #find = async (typed: string): Promise<Option[]> => {
    if (!typed.trim()) return [];
    const { items } = await this.session.client.leads.list({ limit: 20, filter: { search: typed.trim() } });
    return items
      .filter(({ companyId }) => companyId !== this.company.id)
      .map((lead) => ({ value: lead.id, label: nameOf(lead), hint: lead.company ?? lead.email }));
  };

  override render(): unknown {
    const { session, gone, failure } = this;
    if (!session.can('lead.read'))
      return html`<x-empty
        drawing="lock"
        heading=${msg('Leads are not shown to you')}
        text=${msg('Whoever administers the workspace can let you see them.')}
      ></x-empty>`;
    return html`${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''}
    ${
      gone
        ? html`<x-banner
            >${msg(str`${nameOf(gone)} is no longer with this company.`)}
            <x-button slot="actions" size="small" @click=${() => void this.#bringBack(gone)}
              >${msg('Undo')}</x-button
            ></x-banner
          >`
        : ''
    }
    ${session.can('lead.write') && !this.company.archivedAt ? this.#adder() : ''} ${this.#people()}`;
  }

  #adder(): unknown {
    return html`${[this.added].map(
      () =>
        html`<x-combobox
          label=${msg('Add a lead')}
          placeholder=${msg('Name or address')}
          .load=${this.#find}
          @change=${async (event: Event) => {
            const { value } = event.target as Combobox;
            if (!value || !(await this.#put({ id: value }, this.company.id))) return;
            (event.target as Combobox).value = '';
            this.added += 1;
          }}
        ></x-combobox>`,
    )}`;
  }

  #people(): unknown {
    const list = this.#list;
    return listStates(
      list,
      (items) =>
        html`<ul aria-label=${msg('People')}>
          ${items.map((lead) => this.#person(lead))}
        </ul>`,
      () =>
        html`<x-empty
          drawing="people"
          heading=${msg('Nobody works here yet')}
          text=${msg('Leads with an address at one of its domains join it, and you can add some.')}
        ></x-empty>`,
    );
  }

  #person(lead: Lead): unknown {
    const name = nameOf(lead);
    return html`<li>
      <button class="open" type="button" @click=${() => this.tell('open-place', `/leads/${lead.id}`)}>
        ${avatarMark(initialsOf(name))}<span class="two"
          ><span class="strong">${name}</span><span class="caption">${lead.title ?? lead.email}</span></span
        >
      </button>
      ${badgeMark(statusWord(lead.status), statusTones[lead.status], true)}
      ${
        this.session.can('lead.write')
          ? html`<x-button
              size="small"
              variant="quiet"
              icon="close"
              label=${msg(str`Take ${name} out of the company`)}
              @click=${() => void this.#takeOut(lead)}
            ></x-button>`
          : ''
      }
    </li>`;
  }
}
