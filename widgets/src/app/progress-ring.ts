import { html, svg, type TemplateResult } from 'lit';

/** How many of a few things are done, as a ring; the words beside it say the same. */
export function progressRing(done: number, total: number): TemplateResult {
  return html`<svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
    <circle class="track" cx="10" cy="10" r="8"></circle>
    ${
      done > 0
        ? svg`<circle class="filled" cx="10" cy="10" r="8" pathLength="100" stroke-dasharray="${(100 * done) / total} 100"></circle>`
        : ''
    }
  </svg>`;
}
