import { msg } from '@lit/localize';
import type { ConversationSummary } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { meaningOf, withWhom } from '../intent-labels.ts';

/** Who the open thread is with, and the inbox's keys. */
export function personPanel(thread: ConversationSummary, format: Format): TemplateResult {
  const name = withWhom(thread);
  const meaning = meaningOf(thread);
  return html`<aside aria-label=${msg('About this person')}>
    <div class="person">
      <x-avatar size="large" name=${name}></x-avatar>
      <div class="cut">
        <div class="strong cut">${name}</div>
        <div class="caption cut">${thread.lead?.company ?? thread.counterpart.address}</div>
      </div>
    </div>
    <dl class="facts">
      <dt>${msg('Email')}</dt>
      <dd class="cut" title=${thread.counterpart.address}>${thread.counterpart.address}</dd>
      ${
        meaning
          ? html`<dt>${msg('Last word')}</dt>
              <dd><x-badge tone=${meaning.tone}>${meaning.word}</x-badge></dd>`
          : ''
      }
      <dt>${msg('Messages')}</dt>
      <dd class="num">${format.number(thread.messageCount)}</dd>
      <dt>${msg('Mailbox')}</dt>
      <dd class="cut" title=${thread.mailbox.address}>${thread.mailbox.address}</dd>
    </dl>
    ${
      thread.campaign
        ? html`<div>
            <h3>${msg('Campaign')}</h3>
            <div>${thread.campaign.name}</div>
          </div>`
        : ''
    }
    <div class="keys">
      <kbd>j</kbd><span>${msg('next')}</span><kbd>k</kbd><span>${msg('previous')}</span><kbd>r</kbd
      ><span>${msg('reply')}</span><kbd>e</kbd><span>${msg('archive')}</span><kbd>u</kbd
      ><span>${msg('mark unread')}</span>
    </div>
  </aside>`;
}
