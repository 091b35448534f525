import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

/** One thing of the account: what it is, what is said of it, and what can be done about it. */
export function accountLine(name: unknown, words: unknown, acts: unknown = ''): TemplateResult {
  return html`<div class="line">
    <span class="two"><span class="row word strong">${name}</span><span class="caption">${words}</span></span>
    ${acts ? html`<span class="row">${acts}</span>` : ''}
  </div>`;
}
