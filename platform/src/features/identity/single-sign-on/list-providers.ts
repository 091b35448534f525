import type { Uuid } from '@tabard/contract';
import type { IdentityProviderList } from '@tabard/contract/identity/identity-provider';
import { addressOf, domainUrl } from '#features/identity/address';
import { callbackPath, listKept, provenDomains } from '#features/identity/identity-provider';
import { requireOrganization } from '#features/identity/organization';
import type { App, OrganizationScope } from '#kernel';
import { showProvider } from './show-provider.ts';

/** With whose accounts people of an organization sign in. */
export async function listProviders(
  scope: OrganizationScope,
  { organizationId }: { organizationId: Uuid },
): Promise<IdentityProviderList> {
  const { app } = scope;
  await requireOrganization(scope, organizationId, 'manage');
  const [rows, redirectUrls] = await Promise.all([listKept(app, organizationId), redirectUrlsOf(app, organizationId)]);
  const domains = rows.flatMap((row) => row.domains);
  const proven = await provenDomains(app, organizationId, domains);
  return { items: rows.map((row) => showProvider(row, proven)), redirectUrls };
}

/** Where a provider may send people back to: the host names of the organization, and the one that it is reached by. */
export async function redirectUrlsOf(app: App, organizationId: Uuid): Promise<string[]> {
  const names = await app.database.maintain<{ host: string }>(
    `select host from domain where organization_id = $1 and purpose = 'app' and state in ('active', 'failing') order by id`,
    [organizationId],
  );
  const urls = [
    await addressOf(app, organizationId, 'app'),
    ...names.map(({ host }) => domainUrl(app.config, 'app', host)),
  ];
  return [...new Set(urls)].map((url) => url + callbackPath);
}
