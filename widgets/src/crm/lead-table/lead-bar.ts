import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import type { ExportAsked } from '../lead-export/export-asked.ts';

interface LeadBar {
  /** How many leads are shown; empty until somebody knows. */
  count: string;
  /** What is not offered is null. */
  importFile: (() => void) | null;
  add: (() => void) | null;
  /** The list with what it shows, where people may take leads along. */
  exported: [PrefixedElement, Session, () => ExportAsked] | null;
  /** The list, where people may look for leads that are the same. */
  twins: [PrefixedElement, Session] | null;
}

/** What the page is and what can be begun here. */
export const leadBar = ({ count, importFile, add, twins, exported }: LeadBar): TemplateResult =>
  html`<div class="bar">
    <h1>${msg('Leads')} <span class="count">${count}</span></h1>
    <div class="row push">
      ${twins ? html`<x-button variant="quiet" icon="copy" label=${msg('Duplicates')} @click=${() => void import('./open-duplicates.ts').then((it) => it.openDuplicates(...twins))}></x-button>` : ''}
      ${exported ? html`<x-button variant="quiet" icon="download" label=${msg('Export')} @click=${() => void import('../lead-export/open-export.ts').then((it) => it.openExport(...exported))}></x-button>` : ''}
      ${importFile ? html`<x-button icon="upload" @click=${importFile}>${msg('Import')}</x-button>` : ''}
      ${add ? html`<x-button variant="primary" icon="plus" @click=${add}>${msg('Add lead')}</x-button>` : ''}
    </div>
  </div>`;
