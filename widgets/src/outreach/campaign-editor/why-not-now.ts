import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { WhyNotNow } from '../../core/client.ts';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { waitingWords } from '../waiting-words.ts';

/** A reason that ends within the minute, or has just ended, needs no time beside it. */
const soonMs = 60_000;

/** What happens next in a running campaign: how many leads wait, for what, and until when. */
export function whyNotNow(reasons: readonly WhyNotNow[], format: Format): TemplateResult {
  return html`<section class="panel card">
    <h2>${msg('What happens next')}</h2>
    ${
      reasons.length === 0
        ? html`<p class="small muted">${msg('Nothing is waiting: every mail that is due leaves now.')}</p>`
        : html`<ul class="why">
            ${reasons.map((one) => html`<li><span>${waitingWords(one.reason) ?? one.message}${one.until && Date.parse(one.until) - Date.now() >= soonMs ? html` <span class="caption">${format.relative(one.until)}</span>` : ''}</span><span class="num">${format.number(one.count)}</span></li>`)}
          </ul>`
    }
  </section>`;
}
