import { msg } from '@lit/localize';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';

type Show = (view: 'people' | 'aside') => void;

/** The way to what concerns nobody here; nobody is bothered with it where there is none. */
export function otherMailDoor(kept: number, format: Format, show: Show): unknown {
  return kept === 0
    ? ''
    : html`<x-button class="other" variant="quiet" size="small" icon="archive" @click=${() => show('aside')}
        >${msg('Other mail')} (${format.compact(kept)})</x-button
      >`;
}

/** What is kept aside is no view of the inbox: its name stands where the views were, with the way back. */
export function otherMailHead(show: Show): unknown {
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
