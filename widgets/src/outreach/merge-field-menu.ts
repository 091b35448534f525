import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import { fieldLabel } from '../crm/lead-fields.ts';

/** The values of a lead that a text can carry, with an example of each; `insert` gets what goes into the text. */
export function mergeFieldMenu(
  fields: readonly { name: string; label: string; example: string | null }[],
  insert: (text: string) => void,
): TemplateResult {
  return html`<x-menu
    icon="braces"
    size="small"
    variant="secondary"
    .items=${fields.map(({ name, label, example }) => ({
      id: name,
      label: fieldLabel(name) ?? label,
      hint: example ?? '',
    }))}
    @choose=${(event: CustomEvent<string>) => insert(`{{ ${event.detail} }}`)}
    >${msg('Merge field')}</x-menu
  >`;
}
