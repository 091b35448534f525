import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';

/** Said above a list while its address names a record that is not there. */
export const missingRecord = ({ isMissing }: { readonly isMissing: boolean }): TemplateResult | '' =>
  isMissing ? html`<x-banner>${msg('This record is gone, or you may not see it.')}</x-banner>` : '';
