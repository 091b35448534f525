import { msg, str } from '@lit/localize';
import type { Permission } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Checkbox } from '../../kit/checkbox.ts';
import type { FormControl } from '../../kit/form-control.ts';
import { permissionGroups, type PermissionGroup } from '../permission-labels.ts';

/** What is written of a role. */
export interface RoleDraft {
  name: string;
  description: string;
  permissions: readonly Permission[];
}

interface Fields {
  draft: RoleDraft;
  /** What the reader can give. */
  grantable: readonly Permission[];
  /** What is wrong with the name, beside its field. */
  nameError: string;
  /** Said of what the draft came with and does not hold. */
  note: string;
  submit: (event: Event) => void;
  change: (change: Partial<RoleDraft>) => void;
}

const valueOf = (event: Event): string => (event.target as FormControl).value; // the field's own event

/** The fields of a role, new or there. */
export function roleFields({ draft, grantable, nameError, note, submit, change }: Fields): TemplateResult {
  return html`<form novalidate @submit=${submit}>
    <x-input
      autofocus
      label=${msg('Name')}
      hint=${msg('What somebody is who has it, such as “Account manager”.')}
      required
      maxlength="80"
      autocomplete="off"
      .error=${nameError}
      .value=${draft.name}
      @input=${(event: Event) => change({ name: valueOf(event) })}
    ></x-input>
    <x-text-area
      label=${msg('What this role is for')}
      rows="2"
      maxlength="300"
      .value=${draft.description}
      @input=${(event: Event) => change({ description: valueOf(event) })}
    ></x-text-area>
    <p class="muted">
      ${msg('You can give what you hold yourself. A change takes effect within five seconds for everybody who has the role.')}
    </p>
    ${note ? html`<x-banner tone="warning">${note}</x-banner>` : ''}
    ${permissionGroups(grantable).map((group) => groupOf(group, draft.permissions, change))}
  </form>`;
}

function groupOf(
  { name, permissions }: PermissionGroup,
  held: readonly Permission[],
  change: Fields['change'],
): TemplateResult {
  const all = permissions.map(({ permission }) => permission);
  const count = all.filter((each) => held.includes(each)).length;
  const turn = (which: readonly Permission[], isOn: boolean): void => {
    const others = held.filter((each) => !which.includes(each));
    change({ permissions: isOn ? [...others, ...which] : others });
  };
  const isOn = (event: Event): boolean => (event.target as Checkbox).checked;
  return html`<fieldset aria-label=${name}>
    <x-checkbox
      label=${msg(str`${name}: everything`)}
      ?checked=${count === all.length}
      .mixed=${count > 0 && count < all.length}
      @change=${(event: Event) => turn(all, isOn(event))}
    ></x-checkbox>
    <div class="boxes">
      ${permissions.map(
        ({ permission, label }) =>
          html`<x-checkbox
            label=${label}
            ?checked=${held.includes(permission)}
            @change=${(event: Event) => turn([permission], isOn(event))}
          ></x-checkbox>`,
      )}
    </div>
  </fieldset>`;
}
