import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { mailboxTones, mailboxWord } from '../mailbox-labels.ts';

export interface MailboxChoice {
  items: readonly Mailbox[];
  chosen: readonly string[];
  locked: boolean;
  format: Format;
  edit: (ids: string[]) => void;
}

/** The mailboxes that may send, with what each has left today, or why it does not send. */
export function mailboxChoice({ items, chosen, locked, format, edit }: MailboxChoice): TemplateResult {
  if (items.length === 0) {
    return html`<p class="small muted">
      ${msg('No mailbox is connected yet. Connect one first, then choose it here.')}
    </p>`;
  }
  const toggle = (id: string): void =>
    edit(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return html`<ul class="boxes">
    ${items.map(
      (box) =>
        html`<li>
          <x-checkbox
            label=${box.address}
            .checked=${live(chosen.includes(box.id))}
            ?disabled=${locked}
            @change=${() => toggle(box.id)}
          ></x-checkbox
          >${
            box.state === 'active'
              ? html`<span class="caption num">${format.number(box.sentToday)} / ${format.number(box.dailyCap)}</span>`
              : html`<x-badge dot tone=${mailboxTones[box.state]}>${mailboxWord(box.state)}</x-badge>`
          }
        </li>`,
    )}
  </ul>`;
}
