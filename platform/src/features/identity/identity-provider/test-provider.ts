import type { IdentityProviderTest } from '@tabard/contract/identity/identity-provider';
import { providerChecks, type ProviderCheck } from '@tabard/contract/identity/identity-provider-words';
import type { Configuration } from 'openid-client';
import { fail, Failure, type App } from '#kernel';
import { clientOf, explain } from './provider-client.ts';
import { speaksPlainly, type Provider } from './provider.rules.ts';

/** Ways to sign tokens that are taken; each needs a key of the issuer. */
const takenAlgorithms = /^(?:RS|PS|ES)(?:256|384|512)$|^Ed(?:DSA|25519)$/;

/**
 * Looks whether people can sign in by a provider, as far as that can be seen without one: a code that nobody was given is refused in
 * another way than a secret that is wrong.
 */
export async function testProvider(app: App, provider: Provider, redirectUrl: string): Promise<IdentityProviderTest> {
  const checks: IdentityProviderTest['checks'] = [];
  let client: Configuration | null = null;
  const acts: Record<ProviderCheck, () => Promise<void>> = {
    discovery: async () => void (client = await clientOf(app, provider, { afresh: true })),
    keys: () => readKeys(app, client),
    flow: async () => lookAtFlow(provider, client),
    client: () => tryClient(app, client, redirectUrl),
  };
  for (const check of providerChecks) {
    const code = await acts[check]().then(
      () => null,
      (error: unknown) => (error instanceof Failure ? error.code : Promise.reject(error)),
    );
    checks.push({ check, isWorking: code === null, code });
    if (code !== null) break;
  }
  return { isWorking: checks.every(({ isWorking }) => isWorking), checks };
}

async function readKeys(app: App, client: Configuration | null): Promise<void> {
  const url = client?.serverMetadata().jwks_uri ?? fail('identity_provider.keys_unreadable');
  const answer = await app.ports.webClient
    .ask(url, { method: 'GET', headers: { accept: 'application/json' } })
    .catch((error: unknown) => explain(app, error));
  const keys: unknown = parse(Buffer.from(answer.body).toString());
  const isSet = typeof keys === 'object' && keys !== null && 'keys' in keys && Array.isArray(keys.keys);
  if (answer.status !== 200 || !isSet) fail('identity_provider.keys_unreadable');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function lookAtFlow({ kind }: Provider, client: Configuration | null): void {
  const server = client?.serverMetadata() ?? fail('identity_provider.flow_missing');
  const says = (list: string[] | undefined, isTaken: (each: string) => boolean) =>
    list === undefined || list.some(isTaken);
  const can =
    server.authorization_endpoint &&
    server.token_endpoint &&
    says(server.response_types_supported, (each) => each === 'code') &&
    says(server.id_token_signing_alg_values_supported, (each) => takenAlgorithms.test(each)) &&
    (speaksPlainly(kind) || says(server.code_challenge_methods_supported, (each) => each === 'S256'));
  if (!can) fail('identity_provider.flow_missing');
}

async function tryClient(app: App, client: Configuration | null, redirectUrl: string): Promise<void> {
  if (!client) return fail('identity_provider.client_refused');
  const oidc = await import('openid-client');
  const asked = { code: 'a-code-that-nobody-was-given', redirect_uri: redirectUrl };
  await oidc.genericGrantRequest(client, 'authorization_code', asked).catch((error: unknown) => {
    const word = error instanceof oidc.ResponseBodyError ? error.error : null;
    if (word === 'invalid_client' || word === 'unauthorized_client') return fail('identity_provider.client_refused');
    // Any other refusal is about the code, and comes after the secret was looked at.
    const isChallenged = error instanceof oidc.WWWAuthenticateChallengeError;
    if (isChallenged) return fail('identity_provider.client_refused');
    return word === null ? explain(app, error) : undefined;
  });
}
