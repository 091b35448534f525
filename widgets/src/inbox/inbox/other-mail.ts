import { msg } from '@lit/localize';
import { html } from '../../base/html.ts';

/** What is kept aside is no view of the inbox: its name stands where the views were, with the way back. */
export function otherMailHead(show: (view: 'people') => void): unknown {
  return html`<div class="aside-head">
    <x-button
      variant="quiet"
      size="small"
      icon="back"
      label=${msg('Back to the list')}
      @click=${() => show('people')}
    ></x-button>
    <h2>${msg('Other mail')}</h2>
  </div>`;
}

export const nothingAside = (): string =>
  msg('Newsletters and reports about mails that are not yours are kept here for 30 days.');
