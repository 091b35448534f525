import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';

/** What stands where an address leads nowhere. */
export function missingPage(start: () => void): TemplateResult {
  return html`<div class="page" part="page" tabindex="-1" role="region" aria-label=${msg('This page is not here')}>
    <x-empty
      drawing="search"
      heading=${msg('This page is not here')}
      text=${msg('It may have moved. Choose another one.')}
      ><x-button @click=${start}>${msg('Go to the start')}</x-button></x-empty
    >
  </div>`;
}
