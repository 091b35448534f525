import { msg, str } from '@lit/localize';
import type { LeadImport } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { fileWords, rowWords } from './import-words.ts';

/** How far an import is, or how it ended. */
export function importProgress(state: LeadImport | null, format: Format): TemplateResult {
  if (state?.state === 'completed') return html`<x-banner tone="success">${msg('The import is complete.')}</x-banner>`;
  if (state?.state === 'failed') return html`<x-banner tone="danger">${failed(state)}</x-banner>`;
  if (state?.state === 'cancelled')
    return html`<x-banner tone="warning">${msg('The import was stopped. Nothing was changed.')}</x-banner>`;
  return html`${
      state
        ? html`<div class="row small">
            <span>${msg(str`${format.number(state.rows.read)} rows read`)}</span
            ><span class="push num" aria-hidden="true">${format.progress(state.progress)}</span>
          </div>`
        : ''
    }<x-progress label=${msg('Importing')} value=${state?.progress ?? 0}></x-progress>`;
}

function failed({ failure, error }: LeadImport): string {
  const words = failure && fileWords(failure.code, failure.line);
  return words
    ? `${words} ${msg('Nothing was imported.')}`
    : (error ?? msg('The import failed and nothing was changed.'));
}

/** What became of the rows, and the first of those that were not taken. */
export function importOutcome(state: LeadImport, format: Format, download: () => void): TemplateResult {
  const figure = (label: string, value: number): TemplateResult =>
    html`<div class="num"><span class="caption">${label}</span><b>${format.number(value)}</b></div>`;
  return html` <div class="figures">
      ${figure(msg('Added'), state.rows.created)} ${figure(msg('Updated'), state.rows.updated)}
      ${figure(msg('Skipped'), state.rows.skipped)} ${figure(msg('Rejected'), state.rows.rejected)}
    </div>
    ${
      state.rejected.length > 0
        ? html`<div class="row">
              <h2>${msg('Rejected rows')}</h2>
              <x-button class="push" size="small" icon="download" @click=${download}>${msg('Download')}</x-button>
            </div>
            <ul class="panel rejected" tabindex="0" role="list" aria-label=${msg('Rejected rows')}>
              ${state.rejected.slice(0, 50).map(
                (row) =>
                  html`<li>
                    <span class="muted num">${msg(str`Line ${row.line}`)}</span
                    ><span>${rowWords(row)} <span class="muted">${row.value}</span></span>
                  </li>`,
              )}
            </ul>`
        : ''
    }`;
}
