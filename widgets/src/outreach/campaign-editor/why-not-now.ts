import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { WhyNotNow } from '../../core/client.ts';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { waitingUntil } from '../waiting-words.ts';

/** What happens next in a running campaign: how many leads wait, for what, and until when. */
export function whyNotNow(reasons: readonly WhyNotNow[], format: Format): TemplateResult {
  return html`<section class="panel card">
    <h2>${msg('What happens next')}</h2>
    ${
      reasons.length === 0
        ? html`<p class="small muted">${msg('Nothing is waiting: every mail that is due leaves now.')}</p>`
        : html`<ul class="why">
            ${reasons.map((one) => html`<li><span>${waitingUntil(one.reason, one.until ?? '', format.locale) ?? one.message}</span><span class="num">${format.number(one.count)}</span></li>`)}
          </ul>`
    }
  </section>`;
}
