import { msg, str } from '@lit/localize';
import type { Deal } from '@tabard/contract/crm/deal';
import { dealLeadsLimit } from '@tabard/contract/crm/deal-words';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Button } from '../../kit/button.ts';
import { Combobox } from '../../kit/combobox.ts';
import type { Option } from '../../kit/select.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { nameOf } from '../lead-labels.ts';
import { dealLabels } from './deal-labels.ts';

type Contact = Pick<Deal['contacts'][number], 'leadId' | 'name' | 'email'>;

/**
 * The leads that are in a deal, the one to speak with first at the front: add one, take one out, put one first.
 *
 * @event edit - `detail` are the contacts in their order.
 * @event open-place - Somebody wants to go to a lead; `detail` is its address.
 */
export class DealPeople extends PrefixedElement {
  static override tag = 'deal-people';
  static override uses = [Button, Combobox];
  static override styles = [
    widgetStyles,
    badgeMarkStyles,
    css`
      :host {
        display: flex !important;
        flex-direction: column;
        gap: var(--_space-2);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-block-size: 40px;
      }
      .open {
        flex: 1;
        min-inline-size: 0;
        min-block-size: 32px;
        padding: 4px;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        cursor: pointer;
      }
      .open:hover {
        background: var(--_sunken);
      }
      @media (pointer: coarse) {
        .open {
          min-block-size: 44px;
        }
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) contacts: readonly Contact[] = [];
  @property({ type: Boolean }) disabled = false;
  @property() error = '';
  @state() private added = 0;
  /** Names of leads that were found, until the platform says them. */
  readonly #found = new Map<string, Contact>();

  readonly #find = async (typed: string): Promise<Option[]> => {
    const search = typed.trim();
    const { items } = await this.session.client.leads.list({ limit: 20, ...(search && { filter: { search } }) });
    for (const lead of items) this.#found.set(lead.id, { leadId: lead.id, name: nameOf(lead), email: lead.email });
    return items
      .filter(({ id }) => !this.contacts.some(({ leadId }) => leadId === id))
      .map((lead) => ({ value: lead.id, label: nameOf(lead), hint: lead.company ?? lead.email }));
  };

  readonly #add = ({ target }: Event): void => {
    const found = this.#found.get((target as Combobox).value);
    if (!found) return;
    this.added += 1;
    this.tell('edit', [...this.contacts, found]);
  };

  override render(): unknown {
    const { contacts, disabled } = this;
    return html`<ul aria-label=${dealLabels.leadIds()}>
        ${contacts.map((contact, at) => this.#person(contact, at))}
      </ul>
      ${
        disabled || contacts.length >= dealLeadsLimit || !this.session.can('lead.read')
          ? ''
          : [this.added].map(
              () =>
                html`<x-combobox
                  label=${contacts.length === 0 ? dealLabels.leadIds() : msg('Add a contact')}
                  placeholder=${msg('Name or address')}
                  error=${this.error}
                  .load=${this.#find}
                  @change=${this.#add}
                ></x-combobox>`,
            )
      }`;
  }

  #person(contact: Contact, at: number): unknown {
    const { leadId, name } = contact;
    const others = this.contacts.filter((one) => one !== contact);
    return html`<li>
      <button class="open" type="button" @click=${() => this.tell('open-place', `/leads/${leadId}`)}>${name}</button>
      ${
        at === 0
          ? badgeMark(msg('Main contact'), 'accent')
          : this.disabled
            ? ''
            : html`<x-button
                size="small"
                variant="quiet"
                icon="up"
                label=${msg(str`Make ${name} the main contact`)}
                @click=${() => this.tell('edit', [contact, ...others])}
              ></x-button>`
      }
      ${
        this.disabled
          ? ''
          : html`<x-button
              size="small"
              variant="quiet"
              icon="close"
              label=${msg(str`Take ${name} out of the deal`)}
              @click=${() => this.tell('edit', others)}
            ></x-button>`
      }
    </li>`;
  }
}
