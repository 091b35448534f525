import type { Uuid } from '@tabard/contract';
import type { IdentityProviderTest } from '@tabard/contract/identity/identity-provider';
import { findProvider, testProvider } from '#features/identity/identity-provider';
import { fail, type OrganizationScope } from '#kernel';
import { redirectUrlsOf } from './list-providers.ts';
import { requireProvider } from './require-provider.ts';

/** Tests that one caller may make in a minute: each asks somebody else's server. */
const perMinute = 10;

/** @throws `identity_provider.not_found`, `rate_limit.exceeded` */
export async function testConnection(scope: OrganizationScope, { id }: { id: Uuid }): Promise<IdentityProviderTest> {
  const { app } = scope;
  const row = await requireProvider(scope, id);
  const { used, resetMs } = await app.ports.callCounter.count(
    `identity-provider-test:${row.organization_id}`,
    1,
    60_000,
  );
  if (used > perMinute) fail('rate_limit.exceeded', { retryAfter: Math.ceil(resetMs / 1000) });
  const provider = (await findProvider(app, id)) ?? fail('identity_provider.not_found');
  const [redirectUrl = ''] = await redirectUrlsOf(app, row.organization_id);
  return testProvider(app, provider, redirectUrl);
}
