import { msg, str } from '@lit/localize';
import type { LeadExport } from '@tabard/contract/crm/lead-export';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { stateWords } from './export-words.ts';

interface RecentExports {
  exports: readonly LeadExport[];
  format: Format;
  download: (one: LeadExport) => void;
  open: (one: LeadExport) => void;
}

/** What was exported in the last days: files to take again, and what is under way. */
export const recentExports = ({ exports, format, download, open }: RecentExports): TemplateResult =>
  html`<h2>${msg('Recent exports')}</h2>
    <ul class="panel recent" role="list" aria-label=${msg('Recent exports')}>
      ${exports.map(
        (one) =>
          html`<li>
            <span class="two"
              ><span class="cut num">${one.fileName}</span
              ><span class="caption num">${format.relative(one.createdAt)} · ${stateWords(one, format)}</span></span
            >
            ${
              one.state === 'completed'
                ? html`<x-button
                    size="small"
                    icon="download"
                    label=${msg(str`Download ${one.fileName}`)}
                    @click=${() => download(one)}
                  ></x-button>`
                : one.state === 'queued' || one.state === 'running'
                  ? html`<x-button size="small" @click=${() => open(one)}>${msg('Show')}</x-button>`
                  : ''
            }
          </li>`,
      )}
    </ul>`;
