import { msg, str } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';

interface LaunchDialogInput {
  open: boolean;
  /** Leads the audience takes; null until it is known. */
  count: number | null;
  format: Format;
  close: () => void;
  launch: () => void;
}

/** The question before a campaign starts to send. */
export function launchDialog({ open, count, format, close, launch }: LaunchDialogInput): TemplateResult {
  const many = count === null ? '–' : format.number(count);
  const audience = format.plural(count ?? 0, {
    one: msg('1 lead is in the audience.'),
    other: msg(str`${many} leads are in the audience.`),
  });
  return html`<x-dialog heading=${msg('Launch this campaign')} .open=${open} @close=${close}>
    <p><strong class="audience">${audience}</strong></p>
    <p>${msg('Mails start to leave in the next sending window. You can pause at any time.')}</p>
    <x-button slot="footer" @click=${close}>${msg('Cancel')}</x-button>
    <x-button slot="footer" variant="primary" icon="send" @click=${launch}>${msg('Launch campaign')}</x-button>
  </x-dialog>`;
}
