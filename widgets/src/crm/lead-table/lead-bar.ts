import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

interface LeadBar {
  /** How many leads are shown; empty until somebody knows. */
  count: string;
  /** What is not offered is null. */
  importFile: (() => void) | null;
  add: (() => void) | null;
}

/** What the page is and what can be begun here. */
export const leadBar = ({ count, importFile, add }: LeadBar): TemplateResult =>
  html`<div class="bar">
    <h1>${msg('Leads')} <span class="count">${count}</span></h1>
    <div class="row push">
      ${importFile ? html`<x-button icon="upload" @click=${importFile}>${msg('Import')}</x-button>` : ''}
      ${add ? html`<x-button variant="primary" icon="plus" @click=${add}>${msg('Add lead')}</x-button>` : ''}
    </div>
  </div>`;
