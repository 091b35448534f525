import { msg, str } from '@lit/localize';
import type { Account, Identity } from '@tabard/contract/identity/account';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { accountLine } from './account-line.ts';
import type { IdentityTask } from './identity-tasks.ts';

/** The accounts at providers by which a person signs in, and those that they could add. */
export function identityLines(
  { items, offered }: Account['identities'],
  { format, begin }: { format: Format; begin: (task: IdentityTask) => void },
): TemplateResult {
  const open = offered.filter(({ kind }) => !items.some((item) => item.kind === kind));
  return html`${items.map((identity) => identityLine(identity, format, begin))}
  ${open.map((one) =>
    accountLine(
      one.name,
      msg('Sign in with it in place of your password.'),
      html`<x-button label=${msg(str`Add ${one.name}`)} @click=${() => begin({ act: 'add', ...one })}
        >${msg('Add')}</x-button
      >`,
    ),
  )}`;
}

function identityLine(identity: Identity, format: Format, begin: (task: IdentityTask) => void): TemplateResult {
  const { name, email, createdAt, lastUsedAt } = identity;
  const words = [
    email ?? '',
    lastUsedAt ? msg(str`Used ${format.relative(lastUsedAt)}`) : msg('Never used'),
    msg(str`added ${format.date(createdAt)}`),
  ];
  return accountLine(
    name,
    words.filter(Boolean).join(' · '),
    html`<x-button variant="quiet" label=${msg(str`Remove ${name}`)} @click=${() => begin({ act: 'remove', identity })}
      >${msg('Remove')}</x-button
    >`,
  );
}
