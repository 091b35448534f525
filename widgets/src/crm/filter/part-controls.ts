import { msg } from '@lit/localize';
import { filterLimits, quantifiers, type Quantifier } from '@tabard/contract/filters';
import { html } from '../../base/html.ts';
import type { Combobox } from '../../kit/combobox.ts';
import type { NumberField } from '../../kit/number-field.ts';
import type { Select } from '../../kit/select.ts';
import { fieldOf, type AskedField } from './filter-fields.ts';
import type { RelationPart } from './filter-parts.ts';
import { numberIn } from './number-in.ts';
import { quantifierWords } from './operator-words.ts';

interface FieldPicker {
  fields: readonly AskedField[];
  chosen: string;
  error: string;
  choose: (field: AskedField | undefined) => void;
}

/** Which field is asked for; relations stand among them. */
export function fieldPicker({ fields, chosen, error, choose }: FieldPicker): unknown {
  const known = fieldOf(fields, chosen);
  const options = fields.map(({ name, label, group }) => ({ value: name, label, ...(group && { group }) }));
  if (known && !fields.includes(known)) options.push({ value: known.name, label: known.label });
  return html`<x-combobox
    class="first"
    hide-label
    label=${msg('Field')}
    placeholder=${msg('Choose a field')}
    error=${error}
    .options=${options}
    .value=${chosen}
    @change=${({ target }: Event) => choose(fieldOf(fields, (target as Combobox).value))}
  ></x-combobox>`;
}

interface Quantity {
  part: RelationPart;
  error: string;
  set: (change: Partial<RelationPart>) => void;
}

/** How many records of a relation there must be. */
export function quantity({ part: { quantifier, count }, error, set }: Quantity): unknown {
  const counted = (one: string): boolean => one === 'at_least' || one === 'at_most';
  return html`<x-select
      hide-label
      label=${msg('How many')}
      .options=${quantifiers.map((value) => ({ value, label: quantifierWords(value) }))}
      .value=${quantifier}
      @change=${({ target }: Event) => {
        const next = (target as Select).value as Quantifier; // one of the options
        set({ quantifier: next, count: counted(next) ? (count ?? 2) : undefined });
      }}
    ></x-select>
    <div class="value">
      ${
        counted(quantifier)
          ? html`<x-number-field
              plain
              hide-label
              label=${msg('How many')}
              min="1"
              max=${filterLimits.count}
              error=${error}
              .value=${count === undefined ? '' : String(count)}
              @input=${({ target }: Event) => set({ count: numberIn(target as NumberField) })}
            ></x-number-field>`
          : ''
      }
    </div>`;
}
