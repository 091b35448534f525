import { msg } from '@lit/localize';
import { css, type TemplateResult } from 'lit';
import { textOf } from '../base/failure-text.ts';
import type { Failure } from '../base/failure.ts';
import { html } from '../base/html.ts';

/** Looks of the line below a list. */
export const rowsNoteStyles = css`
  .note {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    padding: var(--_space-2) var(--_space-3);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_font-size-s);
    color: var(--_danger-text);
  }
`;

/** The line below a list that says why rows in view are missing, and asks for them again. */
export function rowsNote(list: { gapFailure: Failure | null; retry: () => void }): TemplateResult | '' {
  if (!list.gapFailure) return '';
  return html`<div class="note" role="alert">
    <span>${textOf(list.gapFailure)}</span
    ><x-button size="small" icon="refresh" @click=${() => list.retry()}>${msg('Try again')}</x-button>
  </div>`;
}
