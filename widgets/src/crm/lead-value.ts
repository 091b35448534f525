import { msg } from '@lit/localize';
import { lawfulBases, leadLifecycles } from '@tabard/contract/crm/lead-words';
import type { Lead } from '@tabard/contract';
import { html } from '../base/html.ts';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import type { OutreachClient } from '../core/client.ts';
import { Query, type QueryHost } from '../core/query.ts';
import type { Session } from '../core/session.ts';
import { timeZones } from '../core/time-zones.ts';
import { Combobox } from '../kit/combobox.ts';
import { DateField } from '../kit/date-field.ts';
import { Input } from '../kit/input.ts';
import { NumberField } from '../kit/number-field.ts';
import { Select, type Option } from '../kit/select.ts';
import { TagInput } from '../kit/tag-input.ts';
import { leadLabels } from './lead-field-labels.ts';
import { basisWord, lifecycleWord } from './lead-words.ts';

/** What the controls of a lead's fields are made of. */
export const leadValueParts: readonly PrefixedElementClass[] = [
  Combobox,
  DateField,
  Input,
  NumberField,
  Select,
  TagInput,
];

/** A field that is written by one control. */
export type LeadValueField = Exclude<keyof typeof leadLabels, 'emails' | 'phones' | 'tags'>;

interface LeadValue {
  session: Session;
  field: LeadValueField;
  value: unknown;
  /** Who can look after a lead, and what the one who does is called. */
  owners: readonly Option[];
  error?: string;
  /** The label is heard and not seen. */
  hideLabel?: boolean;
  disabled?: boolean;
  hint?: string;
  change: (value: unknown) => void;
}

/** Somebody who can look after leads. */
export type Owner = Awaited<ReturnType<OutreachClient['leads']['owners']>>['items'][number];

/** Who can look after leads, asked for by whoever may change them. */
export const ownersQuery = (host: QueryHost, wanted = (): boolean => true): Query<{ items: Owner[] }> =>
  new Query<{ items: Owner[] }>(host, {
    key: () => (host.session?.can('lead.write') && wanted() ? ['leads', 'owners'] : null),
    ask: ({ client }) => client.leads.owners({}),
  });

/** Who can look after a lead, as options; whoever does is among them, even if they have left. */
export function ownersOf(known: readonly Owner[], { ownerId, ownerName }: Partial<Lead>): readonly Option[] {
  const options = known.map(({ id, name }) => ({ value: id, label: name }));
  return ownerId && !options.some(({ value }) => value === ownerId)
    ? [...options, { value: ownerId, label: ownerName ?? msg('Somebody who left') }]
    : options;
}

/** Languages of the world that mails are written in, each as it is called here. */
export function languageOptions(chosen: string, locale: string): Option[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const usual =
    'ar bg cs da de el en en-GB en-US es et fi fr he hr hu it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sv tr uk zh';
  return [...new Set([...(chosen ? [chosen] : []), ...usual.split(' ')])].map((value) => ({
    value,
    label: names.of(value) ?? value,
    hint: value,
  }));
}

const addresses: ReadonlySet<LeadValueField> = new Set(['website', 'linkedinUrl', 'xUrl']);
const typeOf = (field: LeadValueField): Input['type'] =>
  field === 'email' ? 'email' : field === 'phone' ? 'tel' : addresses.has(field) ? 'url' : 'text';

/** What all controls of fields have. */
interface Control extends Required<Pick<LeadValue, 'error' | 'hideLabel' | 'disabled' | 'hint' | 'change'>> {
  field: LeadValueField;
  label: string;
  value: unknown;
  text: string;
}

/** One of some, in a list that is short or one that is found by typing. */
const choice = (
  { field, label, hideLabel, disabled, hint, error, text, change }: Control,
  options: readonly Option[],
): unknown =>
  html`<x-select
    name=${field}
    label=${label}
    ?hide-label=${hideLabel}
    ?disabled=${disabled}
    hint=${hint}
    placeholder=${msg('None')}
    error=${error}
    .options=${options}
    .value=${text}
    @change=${(event: Event) => change((event.target as Select).value || null)}
  ></x-select>`;
const found = (
  { field, label, hideLabel, disabled, hint, error, text, change }: Control,
  options: readonly Option[],
): unknown =>
  html`<x-combobox
    name=${field}
    label=${label}
    ?hide-label=${hideLabel}
    ?disabled=${disabled}
    hint=${hint}
    error=${error}
    .options=${options}
    .value=${text}
    @change=${(event: Event) => change((event.target as Combobox).value || null)}
  ></x-combobox>`;
const score = ({ field, label, hideLabel, disabled, hint, error, value, change }: Control): unknown =>
  html`<x-number-field
    name=${field}
    min="0"
    max="100"
    label=${label}
    ?hide-label=${hideLabel}
    ?disabled=${disabled}
    hint=${hint}
    error=${error}
    .value=${typeof value === 'number' ? String(value) : ''}
    @input=${({ target }: Event) => {
      const { valueAsNumber } = target as NumberField;
      change(Number.isNaN(valueAsNumber) ? null : valueAsNumber);
    }}
  ></x-number-field>`;
const day = ({ field, label, hideLabel, disabled, hint, error, text, change }: Control): unknown =>
  html`<x-date-field
    name=${field}
    label=${label}
    ?hide-label=${hideLabel}
    ?disabled=${disabled}
    hint=${hint}
    error=${error}
    .value=${text.slice(0, 10)}
    @change=${({ target }: Event) => {
      const chosen = (target as DateField).value;
      change(chosen ? `${chosen}T00:00:00.000Z` : null);
    }}
  ></x-date-field>`;
const addressList = ({ field, label, hideLabel, disabled, hint, error, value, change }: Control): unknown =>
  html`<x-tag-input
    name=${field}
    label=${label}
    ?hide-label=${hideLabel}
    ?disabled=${disabled}
    hint=${hint}
    inputmode="url"
    max="10"
    error=${error}
    .tags=${Array.isArray(value) ? value : []}
    @change=${(event: Event) => change([...(event.target as TagInput).tags])}
  ></x-tag-input>`;
const line = ({ field, label, hideLabel, disabled, hint, error, text, change }: Control): unknown =>
  html`<x-input
    name=${field}
    type=${typeOf(field)}
    label=${label}
    ?hide-label=${hideLabel}
    ?disabled=${disabled}
    hint=${hint}
    error=${error}
    maxlength="1000"
    .value=${text}
    @input=${(event: Event) => change((event.target as Input).value.trim() || null)}
  ></x-input>`;

/** The control that a field of a lead is written by. */
export function leadValue(options: LeadValue): unknown {
  const { session, field, value, owners, change, error = '', hideLabel = false, disabled = false, hint = '' } = options;
  const text = typeof value === 'string' ? value : '';
  const control: Control = { field, value, text, label: leadLabels[field](), change, error, hideLabel, disabled, hint };
  const { locale } = session.format;
  switch (field) {
    case 'ownerId':
      return choice(control, owners);
    case 'lifecycle':
      return choice(
        control,
        leadLifecycles.map((one) => ({ value: one, label: lifecycleWord(one) })),
      );
    case 'lawfulBasis':
      return choice(
        control,
        lawfulBases.map((one) => ({ value: one, label: basisWord(one) })),
      );
    case 'language':
      return found(control, languageOptions(text, locale));
    case 'timeZone':
      return found(control, timeZones(text || 'UTC', locale));
    case 'score':
      return score(control);
    case 'lawfulBasisAt':
      return day(control);
    case 'profiles':
      return addressList(control);
    default:
      return line(control);
  }
}
