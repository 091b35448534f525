import { msg } from '@lit/localize';
import type { IdentityProviderTest } from '@tabard/contract/identity/identity-provider';
import type { TemplateResult } from 'lit';
import { codeWords, type CodeWords } from '../../base/code-words.ts';
import { html } from '../../base/html.ts';
import { badgeMark } from '../../kit/badge-mark.ts';

/** What the platform refuses of a provider, and what a test finds. */
export const signOnWords: CodeWords = {
  'identity_provider.address_refused': () => msg('The issuer has to have a public address that begins with https://.'),
  'identity_provider.domain_unproven': () =>
    msg(
      'The organization has not proven this domain. Add it on the page of its domains, and set the TXT record first.',
    ),
  'identity_provider.domains_needed': () => msg('Name a mail domain first.'),
  'identity_provider.incomplete': () =>
    msg('Fill this in. For another issuer or client ID, the secret is needed anew.'),
  'identity_provider.keys_unreadable': () => msg('The keys of the issuer cannot be read.'),
  'identity_provider.flow_missing': () =>
    msg('The issuer does not offer the code flow with PKCE, or signs its tokens in no way that is taken.'),
  'identity_provider.client_refused': () =>
    msg('The issuer does not know this client ID, or the secret is another one. Copy both once more.'),
  'identity_provider.not_found': () => msg('It is not there any more.'),
  'auth.provider_unreachable': () => msg('Nobody answers at this address just now.'),
  'auth.provider_refused': () => msg('What answers at this address is no provider of this name.'),
};

/** What was looked at, in a word or two. */
const checkName = (check: IdentityProviderTest['checks'][number]['check']): string =>
  ({
    discovery: msg('The issuer answers'),
    keys: msg('Its keys can be read'),
    flow: msg('It can do what is needed'),
    client: msg('It knows the client ID and the secret'),
  })[check];

export const checkLine = ({ check, isWorking, code }: IdentityProviderTest['checks'][number]): TemplateResult =>
  html`<li>
    ${isWorking ? badgeMark(msg('Yes'), 'success', true) : badgeMark(msg('No'), 'danger', true)} ${checkName(check)}
    ${code ? html`<p class="caption">${codeWords(code) ?? code}</p>` : ''}
  </li>`;
