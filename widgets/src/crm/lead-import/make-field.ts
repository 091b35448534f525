import { msg, str } from '@lit/localize';
import { readCustomText, type CustomFieldType } from '@tabard/contract/crm/custom-value';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import type { Checkbox } from '../../kit/checkbox.ts';
import type { Select } from '../../kit/select.ts';
import { typeWords } from '../custom-field-list/field-key.ts';

/** Types that a column may be, the most telling first; what is none of them is a text. */
const telling = ['number', 'date', 'boolean', 'money', 'url'] as const;

/** What a column seems to hold by its first values. */
function guessType(samples: readonly string[]): CustomFieldType {
  const words = samples.map((sample) => sample.trim()).filter(Boolean);
  if (words.length === 0) return 'text';
  const isSuch = (type: (typeof telling)[number]): boolean =>
    words.every((word) => (type !== 'url' || /^(?:https?:\/\/|www\.)/i.test(word)) && 'value' in read(type, word));
  return telling.find(isSuch) ?? 'text';
}
const read = (type: CustomFieldType, text: string) => readCustomText({ key: '', type, options: [] }, text);

/** A field that is to be made for a column, before its values come in. */
export interface NewField {
  key: string;
  label: string;
  type: CustomFieldType;
}

interface NewFieldInput {
  column: { name: string; samples: readonly string[] };
  /** The key that the column goes to. */
  key: string;
  chosen: NewField | undefined;
  choose: (field: NewField | undefined) => void;
}

/** Offers to make a field for a column that goes to a key without one. */
export function newField({ column, key, chosen, choose }: NewFieldInput): unknown {
  const field: NewField = chosen ?? {
    key,
    label: column.name.trim().slice(0, 100) || key,
    type: guessType(column.samples),
  };
  const types: readonly CustomFieldType[] = ['text', ...telling];
  return html`<div class="make">
    <x-checkbox
      label=${msg(str`Create the field “${field.label}”`)}
      hint=${chosen ? '' : msg(str`It looks like: ${typeWords(field.type).label}`)}
      ?checked=${chosen !== undefined}
      @change=${({ target }: Event) => choose((target as Checkbox).checked ? field : undefined)}
    ></x-checkbox>
    ${
      chosen
        ? html`<x-select
            hide-label
            label=${msg('What it holds')}
            .options=${types.map((value) => ({ value, label: typeWords(value).label }))}
            .value=${chosen.type}
            @change=${({ target }: Event) => choose({ ...chosen, type: (target as Select).value as CustomFieldType })}
          ></x-select>`
        : ''
    }
  </div>`;
}

/** Makes the fields that columns still go to; one that is there by now is left as it is. */
export async function makeFields(
  { client, cache }: Session,
  making: ReadonlyMap<number, NewField>,
  mapping: readonly string[],
): Promise<void> {
  for (const [place, field] of making) {
    if (mapping[place] !== `custom.${field.key}`) continue;
    await client.customFields.create(field).catch((error: unknown) => {
      if ((error as { code?: string }).code !== 'custom_field.key_taken') throw error;
    });
    cache.invalidate(['customFields']);
  }
}

/** Makes a custom field's key out of a column's name. */
export const keyOf = (column: string): string => {
  const key = column
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  return `custom.${key || 'field'}`;
};
