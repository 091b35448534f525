import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Session } from '../core/session.ts';
import type { Input } from '../kit/input.ts';

/** What a person shows that it is them with. */
export interface Proof {
  text: string;
  byCode: boolean;
}

/** Shows the platform that it is the person; it holds for ten minutes. */
export const confirmPerson = ({ client }: Session, { text, byCode }: Proof): PromiseLike<unknown> =>
  client.account.confirm(byCode ? { oneTimePassword: text } : { password: text });

/** Asks for the person's password, or for a code where they have an app for codes. Needs `x-input` and `x-button`. */
export function confirmFields(
  proof: Proof,
  { hasApp, change }: { hasApp: boolean; change: (proof: Proof) => void },
): TemplateResult {
  const { byCode } = proof;
  return html`<x-input
      type=${byCode ? 'text' : 'password'}
      label=${byCode ? msg('Code of your app, or a recovery code') : msg('Your password')}
      autocomplete=${byCode ? 'one-time-code' : 'current-password'}
      required
      autofocus
      maxlength=${byCode ? 32 : 1024}
      .value=${proof.text}
      @input=${(event: Event) => change({ byCode, text: (event.target as Input).value })}
    ></x-input>
    ${
      hasApp
        ? html`<div>
            <x-button variant="quiet" size="small" @click=${() => change({ byCode: !byCode, text: '' })}
              >${byCode ? msg('Use the password instead') : msg('Use a code instead')}</x-button
            >
          </div>`
        : ''
    }`;
}
