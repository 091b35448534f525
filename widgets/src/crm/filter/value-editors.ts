import { msg } from '@lit/localize';
import { operandOf, type FilterOperator, type Money } from '@tabard/contract/filters';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import type { Format } from '../../core/format.ts';
import { Chip } from '../../kit/chip.ts';
import { Combobox } from '../../kit/combobox.ts';
import { DateField } from '../../kit/date-field.ts';
import { Input } from '../../kit/input.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select, type Option } from '../../kit/select.ts';
import { TagInput } from '../../kit/tag-input.ts';
import { currencies } from '../custom-field/custom-controls.ts';
import { digitsOf } from '../custom-field/custom-words.ts';
import type { AskedField } from './filter-fields.ts';
import { numberIn } from './number-in.ts';
import { spanEditor, timeEditor } from './time-editors.ts';

/** What the editors of values are made of. */
export const editorParts: readonly PrefixedElementClass[] = [
  Chip,
  Combobox,
  DateField,
  Input,
  NumberField,
  Select,
  TagInput,
];

/** A value that is being written, and whom it is told to. */
export interface ValueEditing {
  field: AskedField & { type: Exclude<AskedField['type'], 'relation'> };
  op: FilterOperator;
  value: unknown;
  /** What is wrong with it; empty while nobody has to know. */
  error: string;
  format: Format;
  nameOf: (field: AskedField, id: string) => string;
  set: (value: unknown) => void;
}

/** The control for what an operator compares with; nothing where it compares with nothing. */
export function valueEditor(editing: ValueEditing): unknown {
  const { field, op, value } = editing;
  switch (operandOf(field.type, op)) {
    case 'one':
      return one(editing);
    case 'several':
      return several(editing);
    case 'span':
      return spanEditor(editing);
    case 'two': {
      const [from, to] = Array.isArray(value) ? (value as unknown[]) : [];
      const end = (now: unknown, at: 0 | 1): unknown =>
        one({
          ...editing,
          value: now,
          error: at === 0 ? editing.error : '',
          set: (given) => editing.set(at === 0 ? [given, to] : [from, given]),
        });
      return html`<div class="two">${end(from, 0)}<span class="muted">${msg('and')}</span>${end(to, 1)}</div>`;
    }
    default:
      return '';
  }
}

function one(editing: ValueEditing): unknown {
  const { field } = editing;
  if (field.lookUp) return lookedUp(editing);
  switch (field.type) {
    case 'number':
      return number(editing);
    case 'money':
      return money(editing);
    case 'date':
    case 'moment':
      return timeEditor(editing);
    case 'boolean':
      return select(
        editing,
        [
          { value: 'true', label: msg('Yes') },
          { value: 'false', label: msg('No') },
        ],
        typeof editing.value === 'boolean' ? String(editing.value) : '',
        (value) => value === 'true',
      );
    default:
      return field.options
        ? select(editing, field.options, typeof editing.value === 'string' ? editing.value : '', (value) => value)
        : text(editing);
  }
}

const text = ({ field, value, error, set }: ValueEditing): unknown =>
  html`<x-input
    hide-label
    label=${field.label}
    maxlength="500"
    error=${error}
    .value=${typeof value === 'string' ? value : ''}
    @input=${({ target }: Event) => set((target as Input).value || undefined)}
  ></x-input>`;

const number = ({ field, value, error, set }: ValueEditing): unknown =>
  html`<x-number-field
    plain
    hide-label
    label=${field.label}
    error=${error}
    .value=${typeof value === 'number' ? String(value) : ''}
    @input=${({ target }: Event) => set(numberIn(target as NumberField))}
  ></x-number-field>`;

function select(
  { field, error, set }: ValueEditing,
  options: readonly Option[],
  value: string,
  read: (value: string) => unknown,
): unknown {
  return html`<x-select
    hide-label
    label=${field.label}
    placeholder=${msg('Choose')}
    error=${error}
    .options=${options}
    .value=${value}
    @change=${({ target }: Event) => {
      const chosen = (target as Select).value;
      set(chosen ? read(chosen) : undefined);
    }}
  ></x-select>`;
}

/** An amount in whole units beside its currency. */
function money({ field, value, error, format, set }: ValueEditing): unknown {
  const { amount, currency = '' } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Money>; // as far as it is written
  const units = amount === undefined ? undefined : amount / 10 ** digitsOf(currency);
  const write = (given: number | undefined, code: string): void =>
    set(
      given === undefined && !code
        ? undefined
        : { ...(given !== undefined && { amount: Math.round(given * 10 ** digitsOf(code)) }), currency: code },
    );
  return html`<div class="two">
    <x-number-field
      plain
      hide-label
      label=${field.label}
      error=${error}
      .value=${units === undefined ? '' : String(units)}
      @input=${({ target }: Event) => write(numberIn(target as NumberField), currency)}
    ></x-number-field>
    <x-select
      hide-label
      label=${msg('Currency')}
      placeholder=${msg('Currency')}
      .options=${currencies(format.locale, currency)}
      .value=${currency}
      @change=${({ target }: Event) => write(units, (target as Select).value)}
    ></x-select>
  </div>`;
}

function lookedUp({ field, value, error, nameOf, set }: ValueEditing): unknown {
  const id = typeof value === 'string' ? value : '';
  return html`<x-combobox
    hide-label
    label=${field.label}
    placeholder=${msg('Type to find one')}
    error=${error}
    .options=${id ? [{ value: id, label: nameOf(field, id) }] : []}
    .load=${field.lookUp!.find}
    .value=${id}
    @change=${({ target }: Event) => set((target as Combobox).value || undefined)}
  ></x-combobox>`;
}

/** What is chosen as chips, and a list or a line for another one. */
function several(editing: ValueEditing): unknown {
  const { field, value, error, set, nameOf } = editing;
  const held = Array.isArray(value) ? value.map(String) : [];
  const give = (all: readonly string[]): void => set(all.length > 0 ? all : undefined);
  if (!field.options && !field.lookUp)
    return html`<x-tag-input
      hide-label
      label=${field.label}
      max="500"
      error=${error}
      .tags=${held}
      @change=${({ target }: Event) => give((target as TagInput).tags)}
    ></x-tag-input>`;
  const word = (id: string): string =>
    field.lookUp ? nameOf(field, id) : (field.options?.find((option) => option.value === id)?.label ?? id);
  const take = ({ target }: Event): void => {
    const box = target as Select | Combobox;
    const id = box.value;
    box.value = '';
    if (id && !held.includes(id)) give([...held, id]);
  };
  const remove = (event: Event, id: string): void => {
    // The chip goes, and whoever took it away by the keyboard would be nowhere.
    const box = (event.target as Element).closest('.several')?.querySelector<HTMLElement>('.another');
    give(held.filter((other) => other !== id));
    box?.focus();
  };
  const placeholder = held.length > 0 ? msg('Add another one') : msg('Choose');
  const rest = (field.options ?? []).filter((option) => !held.includes(option.value));
  return html`<div class="several">
    ${
      field.lookUp
        ? html`<x-combobox
            class="another"
            hide-label
            label=${field.label}
            placeholder=${placeholder}
            error=${error}
            .load=${field.lookUp.find}
            @change=${take}
          ></x-combobox>`
        : html`<x-select
            class="another"
            hide-label
            label=${field.label}
            placeholder=${placeholder}
            error=${error}
            .options=${rest}
            @change=${take}
          ></x-select>`
    }
    ${held.map((id) => html`<x-chip removable label=${word(id)} @remove=${(event: Event) => remove(event, id)}></x-chip>`)}
  </div>`;
}
