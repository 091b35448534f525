import { msg, str } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';

interface Chosen {
  /** How many. */
  count: string;
  /** What is done with them, in words. */
  act: string;
  run: () => void;
  clear: () => void;
}

/** How many rows are chosen, and what can be done with them. */
export function selectionBar({ count, act, run, clear }: Chosen): TemplateResult {
  return html`<div class="row selection" role="toolbar" aria-label=${msg('Selected')}>
    <span class="num" aria-live="polite">${msg(str`${count} selected`)}</span>
    <x-button class="push" size="small" icon="archive" @click=${run}>${act}</x-button>
    <x-button size="small" variant="quiet" @click=${clear}>${msg('Clear')}</x-button>
  </div>`;
}
