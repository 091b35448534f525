import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

/** The question before a campaign starts to send. */
export const launchDialog = (open: boolean, close: () => void, launch: () => void): TemplateResult =>
  html`<x-dialog heading=${msg('Launch this campaign')} .open=${open} @close=${close}>
    <p>${msg('Mails start to leave in the next sending window. You can pause at any time.')}</p>
    <x-button slot="footer" @click=${close}>${msg('Cancel')}</x-button>
    <x-button slot="footer" variant="primary" icon="send" @click=${launch}>${msg('Launch campaign')}</x-button>
  </x-dialog>`;
