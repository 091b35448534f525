import { msg, str } from '@lit/localize';
import type { Account, Passkey } from '@tabard/contract/identity/account';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import { accountLine } from './account-line.ts';
import type { PasskeyTask } from './passkey-tasks.ts';

/** Whether this page can make a passkey: browsers make them for the host name that they show, and not every browser does. */
const canAdd = (host: string | null): boolean =>
  host === location.hostname && 'parseCreationOptionsFromJSON' in (globalThis.PublicKeyCredential ?? {});

/** The passkeys of a person, and what they can do about them. */
export function passkeyLines(
  { host, items }: Account['passkeys'],
  { format, begin }: { format: Format; begin: (task: PasskeyTask) => void },
): TemplateResult {
  return html`${items.map((item) => passkeyLine(item, format, begin))}
  ${accountLine(
    items.length > 0 ? msg('Another passkey') : msg('No passkey yet'),
    whereWords(host),
    canAdd(host)
      ? html`<x-button variant=${items.length > 0 ? 'secondary' : 'primary'} @click=${() => begin({ act: 'add' })}
          >${msg('Add a passkey')}</x-button
        >`
      : '',
  )}`;
}

function whereWords(host: string | null): string {
  if (canAdd(host))
    return msg('Your fingerprint, your face or a PIN opens your account, in place of the password and a code.');
  return host && host !== location.hostname
    ? msg(str`You can add one where you sign in, on a page of ${host}.`)
    : msg('This browser cannot add one here. Try a current browser, at the secure address of your sign-in page.');
}

function passkeyLine(passkey: Passkey, format: Format, begin: (task: PasskeyTask) => void): TemplateResult {
  const { name, host, isHere, isDoubted, isSynced } = passkey;
  const marks = [
    isDoubted ? badgeMark(msg('May have been copied'), 'danger') : '',
    isHere ? '' : badgeMark(msg(str`Good only at ${host}`), 'neutral'),
  ];
  return accountLine(
    html`${name} ${marks}`,
    isDoubted
      ? msg('Its counter went back once. Remove it, and add another one.')
      : usedWords(passkey, format, isSynced),
    html`<x-button label=${msg(str`Rename ${name}`)} @click=${() => begin({ act: 'rename', passkey })}
        >${msg('Rename')}</x-button
      ><x-button variant="quiet" label=${msg(str`Remove ${name}`)} @click=${() => begin({ act: 'remove', passkey })}
        >${msg('Remove')}</x-button
      >`,
  );
}

function usedWords({ createdAt, lastUsedAt }: Passkey, format: Format, isSynced: boolean): string {
  return [
    lastUsedAt ? msg(str`Used ${format.relative(lastUsedAt)}`) : msg('Never used'),
    msg(str`added ${format.date(createdAt)}`),
    isSynced ? msg('synchronized between your devices') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
