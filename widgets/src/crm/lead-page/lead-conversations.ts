import { msg } from '@lit/localize';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { OutreachClient } from '../../core/client.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { Tabs } from '../../kit/tabs.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

type Row = Awaited<ReturnType<OutreachClient['conversations']['list']>>['items'][number];

/**
 * The conversations with a lead, each with the way to it in the inbox.
 *
 * @event open-place - Somebody wants to read one; `detail` is its address.
 */
export class LeadConversations extends PrefixedElement {
  static override tag = 'lead-conversations';
  static override uses = [Banner, Button, EmptyState, Skeleton, Tabs];
  static override styles = [
    widgetStyles,
    badgeMarkStyles,
    css`
      ul {
        margin: var(--_space-3) 0 0;
        padding: 0;
        list-style: none;
      }
      li + li {
        border-block-start: 1px solid var(--_border);
      }
      button.row {
        display: flex;
        flex-direction: column;
        gap: 2px;
        inline-size: 100%;
        padding: var(--_space-3) var(--_space-2);
        min-inline-size: 0;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button.row:hover {
        background: var(--_sunken);
      }
      .line {
        display: flex;
        align-items: baseline;
        gap: var(--_space-3);
        min-inline-size: 0;
      }
      .cut {
        display: block;
        inline-size: 100%;
      }
      .line > :first-child {
        flex: 1;
        min-inline-size: 0;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) subject!: RecordSubject;
  @state() private shown: 'open' | 'archived' = 'open';

  readonly #list = new ListQuery<Row>(this, {
    key: () => ['conversations', 'of-lead', this.subject.id, this.shown],
    ask: ({ client }, page) => client.conversations.list({ ...page, leadId: this.subject.id, state: this.shown }),
    limit: 25,
  });

  override render(): unknown {
    return html`<x-tabs
        label=${msg('State')}
        selected=${this.shown}
        .tabs=${[
          { id: 'open', label: msg('Open') },
          { id: 'archived', label: msg('Archived') },
        ]}
        @choose=${(event: CustomEvent<'open' | 'archived'>) => (this.shown = event.detail)}
      ></x-tabs>
      ${this.#rows()}`;
  }

  #rows(): unknown {
    const list = this.#list;
    return listStates(
      list,
      (items) =>
        html`<ul aria-label=${msg('Conversations')}>
          ${items.map((row) => this.#row(row))}
        </ul>`,
      () =>
        html`<x-empty
          drawing="mail"
          heading=${msg('No conversations')}
          text=${msg('What is written to and from this lead will appear here.')}
        ></x-empty>`,
    );
  }

  #row(row: Row): unknown {
    const { format } = this.session;
    return html`<li>
      <button class="row" type="button" @click=${() => this.tell('open-place', `/inbox/${row.id}`)}>
        <span class="line"
          ><span class="strong cut">${row.subject || msg('No subject')}</span>${
            row.unread ? badgeMark(msg('Unread'), 'info', true) : ''
          }<span class="caption" title=${format.dateTime(row.lastMessageAt)}
            >${format.relative(row.lastMessageAt)}</span
          ></span
        >
        <span class="caption cut">${row.preview}</span>
      </button>
    </li>`;
  }
}
