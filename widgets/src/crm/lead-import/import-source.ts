import { msg } from '@lit/localize';
import type { LeadImportInspection } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { NumberField } from '../../kit/number-field.ts';
import type { Select } from '../../kit/select.ts';
import type { TextArea } from '../../kit/text-area.ts';

/** How a file is read, besides what it tells itself. */
export type Reading = Partial<Pick<LeadImportInspection, 'encoding' | 'headerRow'> & { sheet: number }>;

interface ImportSource {
  busy: boolean;
  take: (file: File) => void;
}

/** Where the leads come from: a file, or rows that are pasted as they were copied. */
export const importSource = ({ busy, take }: ImportSource): TemplateResult => {
  const paste = (event: Event): void => {
    const area = (event.currentTarget as HTMLElement).closest('.paste')?.firstElementChild as TextArea; // stands before it
    if (area.value.trim()) take(new File([area.value], `${msg('Pasted rows')}.csv`, { type: 'text/csv' }));
  };
  return html`<x-file-drop
      accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      label=${busy ? msg('Reading the file') : msg('Drop a CSV file or an Excel workbook here, or choose one')}
      hint=${msg('One row names the columns. One column must hold the email address.')}
      @file=${(event: CustomEvent<File>) => take(event.detail)}
    ></x-file-drop>
    ${busy ? html`<x-progress label=${msg('Reading the file')} value="-1"></x-progress>` : ''}
    <div class="paste">
      <x-text-area
        label=${msg('Or paste rows')}
        hint=${msg('As they come from a spreadsheet or a list, with the names of the columns in the first row.')}
        rows="3"
      ></x-text-area>
      <x-button class="use" ?disabled=${busy} @click=${paste}>${msg('Use these rows')}</x-button>
    </div>`;
};

/** What letters are called. */
const encodingWords = (): Record<LeadImportInspection['encoding'], string> => ({
  'utf-8': msg('Unicode (UTF-8)'),
  'windows-1252': msg('Western European (Windows-1252)'),
  'utf-16le': msg('Unicode (UTF-16)'),
  'utf-16be': msg('Unicode (UTF-16, big-endian)'),
});

interface ReadingChoices {
  found: LeadImportInspection;
  busy: boolean;
  /** Reads the file again. */
  read: (reading: Reading) => void;
}

/** How the file was read, to be said otherwise where it does not tell right. */
export function readingChoices({ found, busy, read }: ReadingChoices): TemplateResult {
  const { sheets, sheet, headerRow, encoding } = found;
  const now: Reading = sheet === null ? { encoding, headerRow } : { sheet, headerRow };
  return html`<div class="pair">
    ${
      sheets.length > 0
        ? html`<x-select
            label=${msg('Sheet')}
            ?disabled=${busy || sheets.length === 1}
            .value=${String(sheet ?? 1)}
            .options=${sheets.map((label, at) => ({ value: String(at + 1), label }))}
            @change=${(event: Event) => read({ sheet: Number((event.target as Select).value), headerRow: 1 })}
          ></x-select>`
        : html`<x-select
            label=${msg('Letters')}
            ?disabled=${busy}
            .value=${encoding}
            .options=${Object.entries(encodingWords()).map(([value, label]) => ({ value, label }))}
            @change=${(event: Event) =>
              read({ ...now, encoding: (event.target as Select).value as LeadImportInspection['encoding'] })}
          ></x-select>`
    }
    <x-number-field
      label=${msg('Row with the names of the columns')}
      min="1"
      max="1000"
      ?disabled=${busy}
      .value=${String(headerRow)}
      @change=${(event: Event) => read({ ...now, headerRow: Math.max(1, Number((event.target as NumberField).value) || 1) })}
    ></x-number-field>
  </div>`;
}
