import { msg } from '@lit/localize';
import type { Account } from '@tabard/contract/identity/account';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Session } from '../core/session.ts';
import type { Input } from '../kit/input.ts';
import { unlockPasskey } from './unlock-passkey.ts';

/** What a person shows that it is them with; a passkey comes before a code. */
export interface Proof {
  text: string;
  byCode: boolean;
  byPasskey?: boolean;
}

/** Shows the platform that it is the person; it holds for ten minutes. */
export async function confirmPerson({ client }: Session, { text, byCode, byPasskey }: Proof): Promise<void> {
  const { account } = client;
  if (byPasskey) await account.confirm({ passkey: await unlockPasskey((await account.beginConfirmation({})).options) });
  else await account.confirm(byCode ? { oneTimePassword: text } : { password: text });
}

/** Whether a passkey of the person can be unlocked on this page. */
const hasPasskey = ({ passkeys }: Account): boolean =>
  passkeys.host === location.hostname &&
  passkeys.items.some(({ isHere }) => isHere) &&
  'parseRequestOptionsFromJSON' in (globalThis.PublicKeyCredential ?? {});

/**
 * Asks for the person's password, or for a code or a passkey where their account has them; without the account for the password alone.
 * Needs `x-input` and `x-button`.
 */
export function confirmFields(
  proof: Proof,
  { account, change }: { account: Account | null; change: (proof: Proof) => void },
): TemplateResult {
  const { byCode, byPasskey } = proof;
  // Who has a password is asked for it; who has nothing else shows it at the door.
  if (account && !account.hasPassword && !byCode && !byPasskey) {
    const ways = [account.secondFactor.isOn, hasPasskey(account)];
    if (!ways.some(Boolean))
      return html`<p>
        ${msg('Sign out and in again, then do this within ten minutes: whoever has just signed in need not confirm it.')}
      </p>`;
    queueMicrotask(() =>
      change({ text: '', byCode: account.secondFactor.isOn, byPasskey: !account.secondFactor.isOn }),
    );
  }
  const other = (name: string, next: Proof): TemplateResult =>
    html`<div><x-button variant="quiet" size="small" @click=${() => change(next)}>${name}</x-button></div>`;
  return html`${byPasskey ? html`<p>${msg('Your device asks for your fingerprint, your face or a PIN when you go on.')}</p>` : field(proof, change)}
  ${byCode || byPasskey ? other(msg('Use the password instead'), { text: '', byCode: false }) : ''}
  ${account?.secondFactor.isOn && !byCode ? other(msg('Use a code instead'), { text: '', byCode: true }) : ''}
  ${
    account && hasPasskey(account) && !byPasskey
      ? other(msg('Use a passkey instead'), { text: '', byCode: false, byPasskey: true })
      : ''
  }`;
}

function field({ text, byCode }: Proof, change: (proof: Proof) => void): TemplateResult {
  return html`<x-input
    type=${byCode ? 'text' : 'password'}
    label=${byCode ? msg('Code of your app, or a recovery code') : msg('Your password')}
    autocomplete=${byCode ? 'one-time-code' : 'current-password'}
    required
    autofocus
    maxlength=${byCode ? 32 : 1024}
    .value=${text}
    @input=${(event: Event) => change({ byCode, text: (event.target as Input).value })}
  ></x-input>`;
}
