import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

/** No lead is there: none matches what is asked, or there are none at all. */
export function leadEmpty(clear: (() => void) | null, importFile: (() => void) | null): TemplateResult {
  if (clear) {
    return html`<x-empty
      drawing="search"
      heading=${msg('No lead matches')}
      text=${msg('Try other words, or fewer filters.')}
    >
      <x-button @click=${clear}>${msg('Clear filters')}</x-button>
    </x-empty>`;
  }
  return html`<x-empty
    drawing="people"
    heading=${msg('No leads yet')}
    text=${msg('Import a file of the people you want to reach, or add one by hand.')}
  >
    ${importFile ? html`<x-button variant="primary" icon="upload" @click=${importFile}>${msg('Import leads')}</x-button>` : ''}
  </x-empty>`;
}
