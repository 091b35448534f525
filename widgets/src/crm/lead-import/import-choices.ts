import { msg } from '@lit/localize';
import type { LeadImport } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Combobox } from '../../kit/combobox.ts';
import type { Input } from '../../kit/input.ts';
import type { Option, Select } from '../../kit/select.ts';

interface Chosen {
  duplicates: LeadImport['duplicates'];
  tag: string;
  list: string;
}
interface ImportChoices extends Chosen {
  /** Finds lists by what is typed; null for whoever may not change any. */
  lists: ((typed: string) => PromiseLike<readonly Option[]>) | null;
  choose: (chosen: Partial<Chosen>) => void;
}

/** What holds for all rows of a file. */
export const importChoices = ({ duplicates, tag, list, lists, choose }: ImportChoices): TemplateResult =>
  html`<div class="pair">
    <x-select
      label=${msg('When a lead is already here')}
      .value=${duplicates}
      .options=${[
        { value: 'skip', label: msg('Skip the row') },
        { value: 'update', label: msg('Update the lead') },
        { value: 'create', label: msg('Report the row as rejected') },
      ]}
      @change=${(event: Event) => choose({ duplicates: (event.target as Select).value as LeadImport['duplicates'] })}
    ></x-select>
    <x-input
      label=${msg('Tag for all of them')}
      hint=${msg('Optional. Finds them again later.')}
      .value=${tag}
      @input=${(event: Event) => choose({ tag: (event.target as Input).value })}
    ></x-input>
    ${
      lists
        ? html`<x-combobox
            free
            label=${msg('List for all of them')}
            hint=${msg('Optional. Write a new name to make a list.')}
            .load=${lists}
            .value=${list}
            @change=${(event: Event) => choose({ list: (event.target as Combobox).value })}
          ></x-combobox>`
        : ''
    }
  </div>`;
