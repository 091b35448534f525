import { msg } from '@lit/localize';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';

/** The way to what concerns nobody here; nobody is bothered with it where there is none. */
export function otherMailDoor(kept: number | undefined, format: Format, show: (view: 'aside') => void): unknown {
  return kept
    ? html`<x-button class="other" variant="quiet" size="small" icon="archive" @click=${() => show('aside')}
        >${msg('Other mail')} (${format.compact(kept)})</x-button
      >`
    : '';
}
