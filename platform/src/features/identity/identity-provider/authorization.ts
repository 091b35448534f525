import { fail, hashToken, isToken, issueToken, newId, type App, type Host } from '#kernel';
import type { Uuid } from '@tabard/contract';
import type { ServerMetadata } from 'openid-client';
import type { IdentityProviderKind } from '@tabard/contract/identity/identity-provider-words';
import { offeredProviders, providerById } from './find-provider.ts';
import { clientOf, explain } from './provider-client.ts';
import {
  authorizationMinutes,
  browserPrefix,
  microsoftIssuers,
  nonceOf,
  openProviders,
  speaksPlainly,
  statePrefix,
  verifierOf,
  type Provider,
} from './provider.rules.ts';
import { readClaims, type ClaimedIdentity } from './read-claims.ts';

/** Somebody who is about to be sent to a provider. */
export interface Departure {
  provider: Provider;
  host: Host;
  /** Who adds an identity to their account, by which sign-in, and where they go on then. */
  by?: { userId: Uuid; sessionId: Uuid; returnPath: string };
}

/** Where the browser goes, and what it keeps until it comes back. */
export interface SentOff {
  url: string;
  browserSecret: string;
}

/** Where every provider sends people back to. */
export const callbackPath = '/sign-in/callback';

const insert = `insert into authorization_request (id, state_hash, browser_hash, kind, provider_id, user_id, session_id, domain_id, return_path, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(mins => $10))`;

async function keep(app: App, { provider, host, by }: Departure, browserHash: string | null): Promise<string> {
  const state = issueToken(statePrefix);
  await app.database.readOrganization(insert, [
    newId(),
    state.hash,
    browserHash,
    provider.kind,
    provider.id,
    by?.userId ?? null,
    by?.sessionId ?? null,
    host.domain?.id ?? null,
    by?.returnPath ?? null,
    authorizationMinutes,
  ]);
  return state.secret;
}

/**
 * Begins to sign somebody in who is not known yet. `email` is what they said, for the provider's own form.
 * @throws `auth.provider_unreachable`, `auth.provider_refused`
 */
export async function beginAuthorization(app: App, departure: Departure, email?: string): Promise<SentOff> {
  const browser = issueToken(browserPrefix);
  // Nothing is kept of somebody whose provider is not there.
  await clientOf(app, departure.provider);
  const state = await keep(app, departure, browser.hash);
  return {
    url: await addressOf(app, departure, { state, browserSecret: browser.secret, email }),
    browserSecret: browser.secret,
  };
}

/** Begins to add an identity; the token is taken by the browser of the same sign-in. */
export const prepareAuthorization = (app: App, departure: Departure): Promise<string> => keep(app, departure, null);

/**
 * Goes on with what was prepared, once, in the browser that is signed in by the very sign-in.
 * @throws `auth.authorization_ended`, `auth.provider_unreachable`, `auth.provider_refused`
 */
export async function continueAuthorization(
  app: App,
  { state, host, sessionId }: { state: string; host: Host; sessionId: Uuid },
): Promise<SentOff> {
  const browser = issueToken(browserPrefix);
  const [row] = isToken(statePrefix, state)
    ? await app.database.readOrganization<RequestRow>(
        `update authorization_request set browser_hash = $2
          where state_hash = $1 and browser_hash is null and session_id = $3 and domain_id is not distinct from $4 and expires_at > now()
          returning kind, provider_id, user_id, session_id, return_path`,
        [hashToken(state), browser.hash, sessionId, host.domain?.id ?? null],
      )
    : [];
  const provider = row && (await providerIn(app, host, row));
  if (!provider) return fail('auth.authorization_ended');
  return {
    url: await addressOf(app, { provider, host }, { state, browserSecret: browser.secret }),
    browserSecret: browser.secret,
  };
}

async function addressOf(
  app: App,
  { provider, host }: Departure,
  { state, browserSecret, email }: { state: string; browserSecret: string; email?: string },
): Promise<string> {
  const client = await clientOf(app, provider);
  const oidc = await import('openid-client');
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: host.url + callbackPath,
    scope: 'openid email profile',
    state,
    ...(!speaksPlainly(provider.kind) && {
      nonce: nonceOf(browserSecret),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifierOf(browserSecret)),
      code_challenge_method: 'S256',
    }),
    // Whoever has several accounts there chooses; a company's people said who they are.
    ...(email ? { login_hint: email } : letsChoose(provider, client.serverMetadata()) && { prompt: 'select_account' }),
  });
  return url.href;
}

/** Providers refuse what they do not know; Google and Microsoft know it and do not say so. */
function letsChoose({ kind, issuer }: Provider, server: Readonly<ServerMetadata>): boolean {
  const known = server['prompt_values_supported'];
  if (Array.isArray(known)) return known.includes('select_account');
  return issuer === openProviders.google.issuer || (kind === 'microsoft' && issuer.startsWith(microsoftIssuers));
}

interface RequestRow {
  kind: IdentityProviderKind;
  provider_id: Uuid | null;
  user_id: Uuid | null;
  session_id: Uuid | null;
  return_path: string | null;
}

const providerIn = async (app: App, host: Host, { kind, provider_id: id }: RequestRow): Promise<Provider | null> =>
  id
    ? providerById(app, host, id)
    : ((await offeredProviders(app, host)).find((each) => each.id === null && each.kind === kind) ?? null);

/** Somebody who is back from a provider. */
export interface Returned {
  identity: ClaimedIdentity;
  /** Who adds the identity to their account; null where somebody signs in. */
  by: { userId: Uuid; sessionId: Uuid; returnPath: string } | null;
}

/**
 * Takes what a provider sent a browser back with: once, in the browser that was sent there, by the provider that it was sent to. The
 * token has to be signed by a key of the issuer, for us, for this very request, and now.
 * @throws `auth.authorization_ended`, `auth.provider_cancelled`, `auth.provider_refused`, `auth.provider_unreachable`
 */
export async function finishAuthorization(
  app: App,
  { host, answer, browserSecret }: { host: Host; answer: URLSearchParams; browserSecret: string },
): Promise<Returned> {
  const state = answer.get('state') ?? '';
  const isOurs = isToken(statePrefix, state) && isToken(browserPrefix, browserSecret);
  const [row] = isOurs
    ? await app.database.readOrganization<RequestRow>(
        `delete from authorization_request
          where state_hash = $1 and browser_hash = $2 and domain_id is not distinct from $3 and expires_at > now()
          returning kind, provider_id, user_id, session_id, return_path`,
        [hashToken(state), hashToken(browserSecret), host.domain?.id ?? null],
      )
    : [];
  const provider = row && (await providerIn(app, host, row));
  if (!provider) return fail('auth.authorization_ended');
  if (answer.get('error') === 'access_denied') return fail('auth.provider_cancelled');
  const claims = await exchange(app, provider, { host, answer, state, browserSecret });
  const { user_id: userId, session_id: sessionId, return_path: returnPath } = row;
  const identity = readClaims(provider, claims);
  if (!identity.subject || !identity.issuer || identity.subject.length > 255 || identity.issuer.length > 500)
    return fail('auth.provider_refused');
  return { identity, by: userId && sessionId ? { userId, sessionId, returnPath: returnPath ?? '/sign-in' } : null };
}

async function exchange(
  app: App,
  provider: Provider,
  { host, answer, state, browserSecret }: { host: Host; answer: URLSearchParams; state: string; browserSecret: string },
): Promise<Record<string, unknown>> {
  const client = await clientOf(app, provider);
  const oidc = await import('openid-client');
  const back = new URL(host.url + callbackPath);
  back.search = answer.toString();
  try {
    const tokens = await oidc.authorizationCodeGrant(client, back, {
      expectedState: state,
      idTokenExpected: true,
      ...(!speaksPlainly(provider.kind) && {
        expectedNonce: nonceOf(browserSecret),
        pkceCodeVerifier: verifierOf(browserSecret),
      }),
    });
    const claims = tokens.claims() ?? fail('auth.provider_refused');
    if (claims['email'] !== undefined || !client.serverMetadata().userinfo_endpoint) return claims;
    const more = await oidc.fetchUserInfo(client, tokens.access_token, claims.sub);
    return { ...more, ...claims };
  } catch (error) {
    return explain(app, error);
  }
}
