import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import { fieldLabel } from '../crm/lead-fields.ts';
import type { MenuItem } from '../kit/menu.ts';
import type { MergeInput } from '../kit/merge-input.ts';
import { fieldNamer } from './merge-text.ts';

/** A merge field that a text may use. */
export type FieldChoice = { readonly name: string; readonly label: string; readonly example: string | null };

/** The values of a lead that a text can carry, with an example of each; `insert` gets what goes into the text. */
export function mergeFieldMenu(fields: readonly FieldChoice[], insert: (text: string) => void): TemplateResult {
  return html`<x-menu
    icon="braces"
    size="small"
    variant="secondary"
    .items=${choicesOf(fields)}
    @choose=${(event: CustomEvent<string>) => insert(`{{ ${event.detail} }}`)}
    >${msg('Merge field')}</x-menu
  >`;
}

const choicesOf = (fields: readonly FieldChoice[]): MenuItem[] =>
  fields.map(({ name, label, example }) => ({ id: name, label: fieldLabel(name) ?? label, hint: example ?? '' }));

/** What the field of a subject needs to know. */
export interface SubjectField {
  value: string;
  /** The fields that it may use; null while nobody has asked. */
  fields: readonly FieldChoice[] | null;
  error: string;
  disabled: boolean;
  required?: boolean;
  placeholder?: string;
  edit: (subject: string) => void;
}

/** The field of a subject, with a menu of merge fields of its own. */
export function subjectField(given: SubjectField): TemplateResult {
  return html`<x-merge-input
    class="subject"
    name="subject"
    label=${msg('Subject')}
    placeholder=${given.placeholder ?? ''}
    maxlength="500"
    ?required=${given.required}
    ?disabled=${given.disabled}
    .value=${given.value}
    .fieldName=${fieldNamer(given.fields)}
    error=${given.error}
    @input=${(event: Event) => given.edit((event.target as MergeInput).value)}
  >
    ${
      given.disabled || !given.fields
        ? ''
        : html`<x-menu
            slot="tools"
            icon="braces"
            size="small"
            variant="quiet"
            label=${msg('Insert a merge field')}
            .items=${choicesOf(given.fields)}
            @choose=${(event: CustomEvent<string>) =>
              (event.target as Element).closest<MergeInput>('[name=subject]')?.insert(`{{ ${event.detail} }}`)}
          ></x-menu>`
    }
  </x-merge-input>`;
}
