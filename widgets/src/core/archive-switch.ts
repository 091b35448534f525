import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';

/** Turns a list to what is archived, and back: a drawing as long as live ones are shown, and words for the way back. */
export const archiveSwitch = (archived: boolean, turn: () => void): TemplateResult =>
  html`<x-button
    variant=${archived ? 'secondary' : 'quiet'}
    icon="archive"
    label=${archived ? '' : msg('Show archived')}
    @click=${turn}
    >${archived ? msg('Show active') : ''}</x-button
  >`;
