import { msg, str } from '@lit/localize';
import type { ApiKeyGrantable, Permission } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Checkbox } from '../../kit/checkbox.ts';
import type { FormControl } from '../../kit/form-control.ts';
import type { Option } from '../../kit/select.ts';
import { permissionGroups, readingOnly } from '../permission-labels.ts';

/** What is written of a key. */
export interface KeyDraft {
  name?: string;
  /** One workspace, or all of the organization. */
  reach?: 'workspace' | 'branch';
  preset?: 'reading' | 'all' | 'chosen';
  chosen?: readonly Permission[];
  /** The last day on which it is good, `YYYY-MM-DD`; empty for no end. */
  day?: string;
  /** Networks, as the field holds them. */
  networks?: string;
}

interface Fields {
  draft: KeyDraft;
  grantable: ApiKeyGrantable | null;
  /** What the workspace is called. */
  here: string;
  isNew: boolean;
  submit: (event: Event) => void;
  change: (change: KeyDraft) => void;
}

const LOOKS_LIKE_NETWORK = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:]*:[\da-f:.]*)(?:\/\d{1,3})?$/i;
const valueOf = (event: Event): string => (event.target as FormControl).value; // the field's own event

/** What the form's values are for the platform. */
export function valuesOf(draft: KeyDraft, grantable: ApiKeyGrantable | null) {
  const all = grantable?.permissions ?? [];
  const { preset = 'reading', chosen = [], day, networks = '' } = draft;
  const isWide = draft.reach === 'branch' && grantable?.branch;
  return {
    ...(isWide && { organizationId: isWide.id }),
    name: (draft.name ?? '').trim(),
    permissions: preset === 'chosen' ? [...chosen] : preset === 'all' ? [...all] : readingOnly(all),
    // It is good through the whole of its last day.
    ...(day && { expiresAt: new Date(`${day}T23:59:59`).toISOString() }),
    networks: networks.split(/[,\n]/).filter(Boolean),
  };
}

/** The fields of a key, new or there. What it may do and where is fixed once it is made. */
export function keyFields({ draft, grantable, here, isNew, submit, change }: Fields): TemplateResult {
  return html`<form novalidate @submit=${submit}>
    <x-input
      autofocus
      label=${msg('Name')}
      hint=${msg('What uses it, such as “Client portal”.')}
      required
      maxlength="120"
      .value=${draft.name ?? ''}
      @input=${(event: Event) => change({ name: valueOf(event) })}
    ></x-input>
    ${isNew ? [reachChoice(draft, grantable, here, change), mayChoice(draft, grantable, change)] : ''}
    <x-date-field
      label=${msg('Last day')}
      hint=${msg('Left empty, it does not end by itself.')}
      .value=${draft.day ?? ''}
      @change=${(event: Event) => change({ day: valueOf(event) })}
    ></x-date-field>
    <x-tag-input
      label=${msg('Networks')}
      hint=${msg('Addresses and networks it may be used from. Left empty, it is good from anywhere.')}
      placeholder="203.0.113.0/24"
      max="50"
      .validate=${(tag: string) =>
        LOOKS_LIKE_NETWORK.test(tag)
          ? ''
          : msg('This is no address or network. Write one such as 203.0.113.0/24 or 2001:db8::/32.')}
      .value=${draft.networks ?? ''}
      @change=${(event: Event) => change({ networks: valueOf(event) })}
    ></x-tag-input>
  </form>`;
}

function reachChoice(
  { reach = 'workspace' }: KeyDraft,
  grantable: ApiKeyGrantable | null,
  here: string,
  change: Fields['change'],
): TemplateResult | '' {
  const name = grantable?.branch?.name;
  if (!name) return '';
  const options: Option[] = [
    { value: 'workspace', label: here, hint: msg('Only this workspace.') },
    { value: 'branch', label: name, hint: msg(str`Every workspace of ${name}, also those that are made later.`) },
  ];
  return html`<x-radio-group
    appearance="cards"
    label=${msg('Good for')}
    required
    .options=${options}
    .value=${reach}
    @change=${(event: Event) => change({ reach: valueOf(event) as KeyDraft['reach'] })}
  ></x-radio-group>`;
}

function mayChoice(draft: KeyDraft, grantable: ApiKeyGrantable | null, change: Fields['change']): TemplateResult {
  const { preset = 'reading' } = draft;
  const options: Option[] = [
    { value: 'reading', label: msg('Read only'), hint: msg('Looks at everything that you may see, changes nothing.') },
    { value: 'all', label: msg('Everything I may'), hint: msg('Give this to a server that you trust like yourself.') },
    { value: 'chosen', label: msg('Only what I choose'), hint: msg('The less it may, the less a lost key can do.') },
  ];
  return html`<x-radio-group
      appearance="cards"
      label=${msg('It may')}
      required
      .options=${options}
      .value=${preset}
      @change=${(event: Event) => change({ preset: valueOf(event) as KeyDraft['preset'] })}
    ></x-radio-group>
    ${preset === 'chosen' ? permissionBoxes(draft, grantable, change) : ''}`;
}

function permissionBoxes(
  { chosen = [] }: KeyDraft,
  grantable: ApiKeyGrantable | null,
  change: Fields['change'],
): readonly TemplateResult[] {
  const tick = (permission: Permission, isOn: boolean): void => {
    const others = chosen.filter((one) => one !== permission);
    change({ chosen: isOn ? [...others, permission] : others });
  };
  return permissionGroups(grantable?.permissions ?? []).map(
    ({ name, permissions }) =>
      html`<fieldset>
        <legend>${name}</legend>
        ${permissions.map(
          ({ permission, label }) =>
            html`<x-checkbox
              label=${label}
              ?checked=${chosen.includes(permission)}
              @change=${(event: Event) => tick(permission, (event.target as Checkbox).checked)}
            ></x-checkbox>`,
        )}
      </fieldset>`,
  );
}
