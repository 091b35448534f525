import { msg, str } from '@lit/localize';
import { checkCustomValue, showCustomValue, type CustomValue } from '@tabard/contract/crm/custom-value';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import type { Format } from '../../core/format.ts';
import { DateField } from '../../kit/date-field.ts';
import type { Input } from '../../kit/input.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select, type Option } from '../../kit/select.ts';
import { toneOf } from '../color-tones.ts';
import { customWords, digitsOf } from './custom-words.ts';

/** What the controls are made of besides badges, chips and lines of text, which a form with tags brings. */
export const customParts: readonly PrefixedElementClass[] = [DateField, NumberField, Select];

/** What was changed in fields of a workspace's own: `null` leaves one empty, an amount may wait for its currency. */
export type CustomDraft = Readonly<Record<string, unknown>>;

/** What the controls show and whom they tell. */
export interface CustomForm {
  fields: readonly CustomField[];
  /** What is stored. */
  known: CustomDraft;
  /** What was changed since. */
  draft: CustomDraft;
  format: Format;
  /** What the platform says of a path such as `custom.fleet`. */
  problemOf: (path: string) => string;
  change: (key: string, value: unknown) => void;
}

/** One field and what it holds. */
interface Control {
  field: CustomField;
  value: unknown;
  form: CustomForm;
}
/** An amount as it is written; nothing is sent until it has both. */
interface Amount {
  amount: number | null;
  currency: string;
}

/** A control for each field, by its type, in the order of the fields. */
export const customControls = (form: CustomForm): unknown =>
  form.fields.map((field) => {
    const { key } = field;
    const value = Object.hasOwn(form.draft, key) ? form.draft[key] : valueOf(form.known, key);
    return controls[field.type]({ field, value, form });
  });

/** What each field holds, for those who may not change it. */
export const customFacts = ({ fields, known, format }: Pick<CustomForm, 'fields' | 'known' | 'format'>): unknown =>
  fields.map(
    (field) =>
      html`<dt>${field.label}</dt>
        <dd>${customWords(field, valueOf(known, field.key), format)}</dd>`,
  );

/** A key is any word, such as `constructor`. */
export const valueOf = (values: CustomDraft, key: string): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined;

const controls: Record<CustomField['type'], (control: Control) => unknown> = {
  text: (control) => line(control, 'text', ''),
  url: (control) => line(control, 'url', 'https://example.com'),
  number: (control) =>
    html`<x-number-field
      plain
      label=${control.field.label}
      ?required=${control.field.required}
      name=${pathOf(control)}
      hint=${hintOf(control)}
      error=${problemOf(control)}
      .value=${typeof control.value === 'number' ? String(control.value) : ''}
      @input=${({ target }: Event) => tell(control, numberIn(target as NumberField))}
    ></x-number-field>`,
  date: (control) =>
    html`<x-date-field
      label=${control.field.label}
      ?required=${control.field.required}
      name=${pathOf(control)}
      hint=${hintOf(control)}
      error=${problemOf(control)}
      .value=${isFine(control) ? String(control.value) : ''}
      @change=${({ target }: Event) => tell(control, (target as DateField).value || null)}
    ></x-date-field>`,
  // Three answers: what nobody has said is not no.
  boolean: (control) =>
    select(
      control,
      [
        { value: 'true', label: msg('Yes') },
        { value: 'false', label: msg('No') },
      ],
      typeof control.value === 'boolean' ? String(control.value) : '',
      (value) => value === 'true',
    ),
  choice: (control) => {
    const { value, field } = control;
    const held = typeof value === 'string' ? value : '';
    const options = field.options.map(({ id, label }) => ({ value: id, label }));
    // An option that was taken out stays where it was chosen.
    if (held && !options.some((one) => one.value === held)) options.push({ value: held, label: held });
    return select(control, options, held, (id) => id);
  },
  choices,
  money,
};

const pathOf = ({ field }: Control): string => `custom.${field.key}`;
const problemOf = (control: Control): string => control.form.problemOf(pathOf(control));
const tell = ({ field, form }: Control, value: unknown): void => form.change(field.key, value);
const numberIn = ({ valueAsNumber }: NumberField): number | null =>
  Number.isNaN(valueAsNumber) ? null : valueAsNumber;
const isFine = ({ field, value }: Control): boolean => 'value' in checkCustomValue(field, value);

/** What helps; or what is stored and is no value of its field, which its control cannot show: it stays until another one is written. */
function hintOf(control: Control): string {
  const known = valueOf(control.form.known, control.field.key);
  if (known === undefined || isFine({ ...control, value: known })) return control.field.description;
  const shown = showCustomValue(undefined, known);
  return msg(str`So far: ${shown}`);
}

function line(control: Control, keys: string, placeholder: string): unknown {
  const { value, field } = control;
  return html`<x-input
    label=${field.label}
    ?required=${field.required}
    name=${pathOf(control)}
    inputmode=${keys}
    placeholder=${placeholder}
    maxlength="1000"
    hint=${typeof value === 'string' ? field.description : hintOf(control)}
    error=${problemOf(control)}
    .value=${typeof value === 'string' ? value : ''}
    @input=${({ target }: Event) => tell(control, (target as Input).value)}
  ></x-input>`;
}

function select(
  control: Control,
  options: readonly Option[],
  value: string,
  read: (value: string) => CustomValue,
): unknown {
  return html`<x-select
    label=${control.field.label}
    ?required=${control.field.required}
    name=${pathOf(control)}
    placeholder=${msg('Not set')}
    hint=${value ? control.field.description : hintOf(control)}
    error=${problemOf(control)}
    .options=${options}
    .value=${value}
    @change=${({ target }: Event) => {
      const chosen = (target as Select).value;
      tell(control, chosen ? read(chosen) : null);
    }}
  ></x-select>`;
}

/** A list of what is left to choose, and what is chosen as chips. */
function choices(control: Control): unknown {
  const { field, value } = control;
  const held: readonly string[] = Array.isArray(value) ? value.map(String) : [];
  const rest = field.options.filter(({ id }) => !held.includes(id));
  const take = (event: Event): void => {
    const box = event.target as Select;
    const id = box.value;
    box.value = '';
    if (id) tell(control, [...held, id]);
  };
  const remove = (event: Event, id: string): void => {
    // The chip goes, and whoever took it away by the keyboard would be nowhere.
    const box = (event.target as Element).closest('.choices')?.querySelector<HTMLElement>('[name]');
    tell(
      control,
      held.filter((one) => one !== id),
    );
    box?.focus();
  };
  return html`<div class="choices">
    <x-select
      label=${field.label}
      name=${pathOf(control)}
      placeholder=${held.length > 0 ? msg('Add another one') : msg('Not set')}
      hint=${Array.isArray(value) ? field.description : hintOf(control)}
      ?required=${field.required && held.length === 0}
      error=${problemOf(control)}
      .options=${rest.map(({ id, label }) => ({ value: id, label }))}
      @change=${take}
    ></x-select>
    ${held.map((id) => {
      const option = field.options.find((one) => one.id === id);
      return html`<x-chip
        removable
        label=${option?.label ?? id}
        tone=${toneOf(option?.color)}
        @remove=${(event: Event) => remove(event, id)}
      ></x-chip>`;
    })}
  </div>`;
}

/** An amount, written in whole units, beside its currency. */
function money(control: Control): unknown {
  const { field, value, form } = control;
  const { amount, currency } = isAmount(value) ? value : { amount: null, currency: '' };
  const units = amount === null ? null : amount / 10 ** digitsOf(currency);
  const write = (given: number | null, code: string): void => {
    const smallest = given === null ? null : Math.round(given * 10 ** digitsOf(code));
    tell(control, { amount: smallest, currency: code } satisfies Amount);
  };
  return html`<div class="pair">
    <x-number-field
      plain
      label=${field.label}
      ?required=${field.required}
      name=${pathOf(control)}
      hint=${hintOf(control)}
      error=${problemOf(control)}
      .value=${units === null ? '' : String(units)}
      @input=${({ target }: Event) => write(numberIn(target as NumberField), currency)}
    ></x-number-field>
    <x-select
      label=${msg(str`${field.label}: currency`)}
      name="${pathOf(control)}.currency"
      placeholder=${msg('Not set')}
      ?required=${amount !== null}
      .options=${currencies(form.format.locale, currency)}
      .value=${currency}
      @change=${({ target }: Event) => write(units, (target as Select).value)}
    ></x-select>
  </div>`;
}

const isAmount = (value: unknown): value is Amount =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

let listed: { locale: string; options: readonly Option[] } | undefined;

/** Every currency with its name in the reader's language; one that the browser does not know stays where it stands. */
export function currencies(locale: string, held: string): readonly Option[] {
  if (listed?.locale !== locale) {
    const names = new Intl.DisplayNames(locale, { type: 'currency' });
    const codes = Intl.supportedValuesOf('currency');
    listed = { locale, options: codes.map((value) => ({ value, label: `${value} – ${names.of(value) ?? ''}` })) };
  }
  const { options } = listed;
  return !held || options.some(({ value }) => value === held) ? options : [...options, { value: held, label: held }];
}

/** What was changed, as the platform takes it key by key: `null` empties one. */
export function settleCustom(fields: readonly CustomField[], draft: CustomDraft): Record<string, CustomValue | null> {
  const urls = new Set(fields.filter(({ type }) => type === 'url').map(({ key }) => key));
  const settled = (key: string, value: unknown): unknown => {
    if (isAmount(value)) return value.amount === null ? null : value;
    if (typeof value !== 'string') return value;
    return urls.has(key) ? withScheme(value.trim()) : value.trim();
  };
  const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(draft).map(([key, value]) => {
      const given = settled(key, value);
      return [key, isEmpty(given) ? null : given];
    }),
  ) as Record<string, CustomValue | null>; // by their controls
}

/** People write `example.com`; the platform takes whole addresses. */
const withScheme = (text: string): string => (!text || /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
