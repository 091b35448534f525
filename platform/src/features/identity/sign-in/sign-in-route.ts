import { emailAddress, idInput, toPublicId, type Language } from '@tabard/contract';
import { z } from 'zod';
import { readPagePost } from '#features/identity/hosted-page';
import { hasCompanies, offeredProviders } from '#features/identity/identity-provider';
import { passkeyHost } from '#features/identity/passkey';
import { recognize } from '#features/identity/session';
import type { App, Host, PublicRoute } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { contextOf } from './context-of.ts';
import { proceed } from './proceed.ts';
import { providerWords } from './provider-words.ts';
import { showForm } from './show-form.ts';
import type { FormPage } from './sign-in-document.ts';
import { signInWords } from './sign-in-words.ts';
import { signUpAt } from './sign-up-at.ts';

const path = '/sign-in';

/** `GET /sign-in`: where a person without a portal of their own opens the app. Looking at it changes nothing. */
export const signInPageRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, { headers, host, query }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const words = signInWords[lang];
    const [ways, signUp] = await Promise.all([waysAt(app, host, lang), signUpAt(app, host.domain)]);
    const asksFirst = ways.first !== undefined && query.get('with') !== 'password';
    return showForm(app, host, {
      lang,
      words: asksFirst ? { ...words, text: providerWords[lang].first.text } : words,
      ways: asksFirst ? ways : { ...ways, first: undefined },
      action: path,
      ...(passkeyHost(host) && { passkey: words.passkey }),
      links: [
        ...(asksFirst ? [{ href: `${path}?with=password`, label: providerWords[lang].first.password }] : []),
        { href: `${path}/phone`, label: words.byPhone },
        // Where no mail can be sent, nothing is offered that needs one.
        ...(app.config.systemMail.server
          ? [
              { href: `${path}/forgotten`, label: words.forgotten },
              { href: `${path}/by-mail`, label: words.byMail },
            ]
          : []),
        ...(signUp ? [{ href: '/sign-up', label: words.signUp }] : []),
      ],
      fields: [
        { name: 'email', label: words.email, type: 'email', autocomplete: 'username webauthn' },
        { name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' },
      ],
    });
  },
};

/** Which other accounts can be used at a host, and whether a company's sign-in may be meant. */
async function waysAt(app: App, host: Host, lang: Language): Promise<NonNullable<FormPage['ways']>> {
  const words = providerWords[lang];
  const [offered, asksFirst] = await Promise.all([offeredProviders(app, host), hasCompanies(app, host)]);
  return {
    offered: offered.map(({ id, kind, name }) => ({
      provider: id ? toPublicId('identityProvider', id) : kind,
      label: words.continueWith(name),
    })),
    failures: Object.fromEntries(Object.entries(words.endings).map(([code, { text }]) => [code, text])),
    ...(asksFirst && { first: { button: words.first.button } }),
  };
}

/** `GET /` and `GET /app`: whoever types the bare address wants to sign in. */
export const frontDoorRoutes: readonly PublicRoute[] = ['/', '/app'].map((address) => ({
  method: 'GET',
  path: address,
  auth: 'none',
  handle: async (_app, { host }) => ({ status: 303, headers: { location: `${host.url}${path}` } }),
}));

const body = z.strictObject({
  email: emailAddress,
  password: z.string().min(1).max(1024),
  workspaceId: idInput('workspace').optional(),
});

/** `POST /sign-in`: the address of the app, in which the browser is signed in from now on, or what is asked next. */
export const signInRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const { workspaceId, ...claimed } = await readPagePost(app, request, body);
    const person = await recognize(contextOf(app, request), claimed);
    return proceed({ app, request, person, workspaceId: workspaceId ?? null });
  },
};
