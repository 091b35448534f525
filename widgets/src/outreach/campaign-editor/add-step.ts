import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

/** The way to one more mail at the end of the flow. */
export const addStep = (launched: boolean, add: () => void): TemplateResult =>
  html`<div class="wire"></div>
    <x-button class="add" icon="plus" @click=${add}
      >${launched ? msg('Add a step at the end') : msg('Add a follow-up')}</x-button
    >`;
