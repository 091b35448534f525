import { emailAddress } from '@tabard/contract';
import { z } from 'zod';
import { readPagePost } from '#features/identity/hosted-page';
import {
  beginAuthorization,
  callbackPath,
  companyOf,
  continueAuthorization,
  domainOf,
  finishAuthorization,
  providerOf,
  type Provider,
} from '#features/identity/identity-provider';
import { normalizeEmail } from '#features/identity/user';
import { fail, type App, type PublicRoute, type RouteAnswer, type RouteRequest } from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { arriveByIdentity, addToAccount } from './arrive-by-identity.ts';
import { browserCookie, browserSecret } from './browser-cookie.ts';
import { providerWords } from './provider-words.ts';
import { showForm } from './show-form.ts';
import { signedIn } from './signed-in.ts';

const path = '/sign-in/with';

/** Sends a browser off to a provider; its page leaves by itself. */
async function sendOff(app: App, request: RouteRequest, provider: Provider, email?: string): Promise<RouteAnswer> {
  const { url, browserSecret: secret } = await beginAuthorization(app, { provider, host: request.host }, email);
  return { headers: browserCookie(app, secret), body: { leave: url } };
}

/** `POST /sign-in/with`: begins to sign in by a provider whose button was pressed. */
const withRoute: PublicRoute = {
  method: 'POST',
  path,
  auth: 'none',
  async handle(app, request) {
    const { provider: key } = await readPagePost(app, request, z.strictObject({ provider: z.string().max(64) }));
    const provider = (await providerOf(app, request.host, key)) ?? fail('identity_provider.not_found');
    return sendOff(app, request, provider);
  },
};

/**
 * `POST /sign-in/way`: leads whoever has an address of a company to the company's own sign-in; for anybody else nothing is said. It goes by
 * the domain alone, so that nobody learns who signs in here.
 */
const wayRoute: PublicRoute = {
  method: 'POST',
  path: '/sign-in/way',
  auth: 'none',
  async handle(app, request) {
    const input = await readPagePost(app, request, z.strictObject({ email: emailAddress }));
    const email = normalizeEmail(input.email);
    const company = await companyOf(app, request.host, domainOf(email));
    return company ? sendOff(app, request, company, email) : { body: { isOwn: true } };
  },
};

/** `GET /sign-in/with?request=…`: where somebody goes on who adds an account at a provider to their own, in the browser in which they are signed in. */
const goOnRoute: PublicRoute = {
  method: 'GET',
  path,
  auth: 'none',
  async handle(app, request) {
    const { host, query } = request;
    const session = await signedIn(app, request);
    if (!session) return { status: 303, headers: { location: `${host.url}/sign-in` } };
    const state = query.get('request') ?? '';
    const sent = await continueAuthorization(app, { state, host, sessionId: session.sessionId }).catch(() => null);
    // The page that people come back to says what went wrong.
    if (!sent) return { status: 303, headers: { location: host.url + callbackPath } };
    return { status: 303, headers: { location: sent.url, ...browserCookie(app, sent.browserSecret) } };
  },
};

/** `GET /sign-in/callback`: where a provider sends people back to. The page posts what it was given, so that opening it spends nothing. */
const callbackPageRoute: PublicRoute = {
  method: 'GET',
  path: callbackPath,
  auth: 'none',
  async handle(app, { headers, host }) {
    const lang = acceptedLanguage(headers['accept-language']);
    const { endings, ...words } = providerWords[lang];
    return showForm(app, host, {
      lang,
      words: { ...words.callback, failures: { other: words.other } },
      action: callbackPath,
      returned: { endings, otherwise: 'auth.authorization_ended' },
      fields: [],
    });
  },
};

const answer = z.strictObject({ answer: z.string().max(3_500) });

/** `POST /sign-in/callback`: takes what the provider sent back, once, and goes on signing in, or adds the account. */
const callbackRoute: PublicRoute = {
  method: 'POST',
  path: callbackPath,
  auth: 'none',
  async handle(app, request) {
    const { host, headers } = request;
    const given = await readPagePost(app, request, answer);
    const returned = await finishAuthorization(app, {
      host,
      answer: new URLSearchParams(given.answer),
      browserSecret: browserSecret(app, headers),
    });
    const { identity, by } = returned;
    return by ? addToAccount(app, request, { identity, by }) : arriveByIdentity(app, request, identity);
  },
};

/** Where people sign in with accounts that they have elsewhere. */
export const providerRoutes: readonly PublicRoute[] = [
  withRoute,
  wayRoute,
  goOnRoute,
  callbackPageRoute,
  callbackRoute,
];
