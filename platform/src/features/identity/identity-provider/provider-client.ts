import type { Configuration, CustomFetch } from 'openid-client';
import { fail, Failure, type App } from '#kernel';
import { WebAddressRefused, WebServerSilent } from '#ports';
import type { Provider } from './provider.rules.ts';

/** How long what a provider says of itself is believed. */
const believedMs = 600_000;
const mostKept = 1_000;
/** Seconds that one question may take. */
const patience = 10;
/** Seconds that clocks may differ by. */
const tolerance = 30;

interface Kept {
  client: Promise<Configuration>;
  until: number;
}

const caches = new WeakMap<App, Map<string, Kept>>();

/**
 * A client of the provider, by what it says of itself at its well-known address. Tokens are taken with a signature by its keys only.
 * @throws `auth.provider_unreachable`, `auth.provider_refused`
 */
export async function clientOf(app: App, provider: Provider, { afresh = false } = {}): Promise<Configuration> {
  const { issuer, clientId } = provider;
  const clientSecret = readSecret(app, provider);
  const cache = caches.get(app) ?? new Map<string, Kept>();
  caches.set(app, cache);
  const key = JSON.stringify([issuer, clientId, clientSecret]);
  const kept = cache.get(key);
  if (!afresh && kept && kept.until > Date.now()) return kept.client;
  if (cache.size >= mostKept) cache.clear();
  const fresh = { client: discover(app, { issuer, clientId, clientSecret }), until: Date.now() + believedMs };
  cache.set(key, fresh);
  fresh.client.catch(() => cache.get(key) === fresh && cache.delete(key));
  return fresh.client;
}

function readSecret(app: App, provider: Provider): string {
  try {
    return provider.openSecret();
  } catch (error) {
    // A row that cannot be read keeps nobody else out.
    app.log.warn({ err: error, id: provider.id }, 'the secret of a provider could not be opened');
    return fail('identity_provider.incomplete');
  }
}

async function discover(
  app: App,
  { issuer, clientId, clientSecret }: { issuer: string; clientId: string; clientSecret: string },
): Promise<Configuration> {
  const oidc = await import('openid-client');
  const [post, basic] = [oidc.ClientSecretPost(clientSecret), oidc.ClientSecretBasic(clientSecret)];
  const client = await oidc
    .discovery(
      new URL(issuer),
      clientId,
      { [oidc.clockTolerance]: tolerance },
      (server, ...rest) =>
        (server.token_endpoint_auth_methods_supported ?? []).includes('client_secret_post')
          ? post(server, ...rest)
          : basic(server, ...rest),
      {
        [oidc.customFetch]: fetchBy(app),
        timeout: patience,
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(app.config.identityProviders.allowPrivate ? [oidc.allowInsecureRequests] : []),
        ],
      },
    )
    .catch((error: unknown) => explain(app, error));
  return client;
}

/** Every question goes through the client that looks at addresses first. */
const fetchBy =
  ({ ports }: App): CustomFetch =>
  async (url, { method, headers, body, signal }) => {
    const text = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : undefined;
    const answer = await ports.webClient.ask(url, { method, headers, body: text, ...(signal && { signal }) });
    const hasBody = ![101, 204, 205, 304].includes(answer.status);
    return new Response(hasBody ? Buffer.from(answer.body) : null, { status: answer.status, headers: answer.headers });
  };

/** Says in our words what went wrong with a provider; the log has its own. */
export function explain(app: App, error: unknown): never {
  if (error instanceof Failure) throw error;
  const causes = causesOf(error);
  app.log.info({ err: error }, 'a provider did not sign somebody in');
  if (causes.some((each) => each instanceof WebAddressRefused)) return fail('identity_provider.address_refused');
  const isSilent = causes.some((each) => each instanceof WebServerSilent || codeOf(each) === 'OAUTH_TIMEOUT');
  if (isSilent || causes.some((each) => statusOf(each) >= 500)) return fail('auth.provider_unreachable');
  return fail('auth.provider_refused');
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let each = error; each instanceof Error && causes.length < 10; each = each.cause) causes.push(each);
  return causes;
}

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);
const statusOf = (error: Error): number =>
  error.cause instanceof Response
    ? error.cause.status
    : 'status' in error && typeof error.status === 'number'
      ? error.status
      : 0;
