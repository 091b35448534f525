import { msg } from '@lit/localize';
import type { Lead, Page } from '@tabard/contract';
import type { List } from '@tabard/contract/crm/list';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { leadWords } from '../lead-count-words.ts';
import { nameOf } from '../lead-labels.ts';

/** So many leads are named; all of them are in the table of leads. */
const NAMED = 8;

/**
 * A list at a glance: what it is for and who was put on it last.
 *
 * @fires show-leads - All of its leads are to be shown.
 */
export class ListLook extends PrefixedElement {
  static override tag = 'list-look';
  static override uses = [Button];
  static override styles = [
    widgetStyles,
    css`
      :host {
        display: block;
      }
      article {
        padding: 16px 20px;
        border: 1px solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
        display: grid;
        gap: var(--_space-3);
        justify-items: start;
      }
      h2,
      p,
      li span {
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
      }
      ul {
        inline-size: 100%;
      }
      li {
        display: flex;
        flex-direction: column;
        padding-block: 6px;
        border-block-start: 1px solid var(--_border);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) list!: List;

  readonly #leads = new Query<Page<Lead>>(this, {
    key: () => (this.session.can('lead.read') ? ['leads', 'list', 'of', this.list.id] : null),
    ask: ({ client }) => client.leads.list({ filter: { listId: this.list.id }, limit: NAMED }),
  });

  override render(): unknown {
    const { list, session } = this;
    const { value, failure } = this.#leads;
    return html`<article aria-label=${list.name}>
      <h2>${list.name}</h2>
      ${list.description ? html`<p class="muted">${list.description}</p>` : ''}
      ${list.kind === 'exclude' ? html`<p class="caption">${msg('No campaign enrolls leads that are on this list.')}</p>` : ''}
      <p class="caption num">${leadWords(list.leadCount, session.format)}</p>
      ${failure ? html`<p class="caption">${textOf(failure)}</p>` : ''}
      ${
        value && value.items.length > 0
          ? html`<ul>
              ${value.items.map(
                (lead) => html`<li><span>${nameOf(lead)}</span><span class="caption">${lead.email}</span></li>`,
              )}
            </ul>`
          : ''
      }
      ${
        list.leadCount > 0
          ? html`<x-button size="small" icon="next" @click=${() => this.tell('show-leads')}
              >${msg('Show all its leads')}</x-button
            >`
          : html`<p class="caption">${msg('Choose leads in the table of leads and put them on it there.')}</p>`
      }
    </article>`;
  }
}
