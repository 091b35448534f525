import { domainToASCII } from 'node:url';
import { toPublicId, type Uuid } from '@tabard/contract';
import type { IdentityProvider, identityProviderSetInput } from '@tabard/contract/identity/identity-provider';
import type { z } from 'zod';
import { requireConfirmedIfPerson } from '#features/identity/confirmation';
import {
  listKept,
  openProviders,
  provenDomains,
  saveProvider,
  sealSecret,
  type KeptProvider,
} from '#features/identity/identity-provider';
import { requireGrantable, requirePlace } from '#features/identity/member';
import { requireOrganization, workspacesBelow } from '#features/identity/organization';
import { fail, type App, type OrganizationWriteScope } from '#kernel';
import { showProvider } from './show-provider.ts';

type Input = z.output<typeof identityProviderSetInput>;

/**
 * Sets up a provider of an organization, or changes it.
 * @throws `auth.confirmation_required`, `organization.not_found`, `identity_provider.incomplete`, `identity_provider.address_refused`,
 * `identity_provider.domain_unproven`, `identity_provider.domains_needed`, `member.role_exceeded`, `member.role_misplaced`, `workspace.not_found`
 */
export async function setProvider(scope: OrganizationWriteScope, input: Input): Promise<IdentityProvider> {
  const { app, sql } = scope;
  const { organizationId, kind } = input;
  await requireOrganization(scope, organizationId, 'manage');
  await requireConfirmedIfPerson(scope);
  const before = (await listKept(app, organizationId)).find((row) => row.kind === kind);
  const domains = kind === 'oidc' ? await requireProven(app, organizationId, input.domains, before) : [];
  const join = kind === 'oidc' ? await requireJoin(scope, input, before) : { join_role: null, join_workspace_id: null };
  const isEnforced = kind === 'oidc' && (input.isEnforced ?? before?.is_enforced ?? false);
  if (isEnforced && domains.length === 0) refuse('identity_provider.domains_needed', 'domains');
  const row = await saveProvider(sql, {
    organization_id: organizationId,
    kind,
    ...readClient(app, input, before),
    domains,
    ...join,
    is_enforced: isEnforced,
  });
  scope.emitIn(await workspacesBelow(sql, organizationId), 'identity_provider.updated', {
    identityProviderId: toPublicId('identityProvider', row.id),
    state: 'updated',
  });
  return showProvider(row, await provenDomains(app, organizationId, domains));
}

/** How the provider is spoken to. A secret goes to the issuer that it was given for: for another one it is given anew. */
function readClient(
  app: App,
  { organizationId, kind, ...input }: Input,
  before?: KeptProvider,
): Pick<KeptProvider, 'name' | 'issuer' | 'client_id' | 'client_secret'> {
  const usual = kind === 'oidc' ? null : openProviders[kind];
  const given = kind === 'oidc' || kind === 'microsoft' ? input.issuer : undefined;
  const issuer = given === undefined ? (before?.issuer ?? usual?.issuer) : readIssuer(app, given);
  const name = kind === 'oidc' ? (input.name ?? before?.name) : usual?.name;
  const clientId = input.clientId ?? before?.client_id;
  const isSame = before?.issuer === issuer && before?.client_id === clientId;
  const clientSecret =
    input.clientSecret === undefined
      ? isSame && before?.client_secret
      : sealSecret(app, organizationId, input.clientSecret);
  if (!name) return refuse('identity_provider.incomplete', 'name');
  if (!issuer) return refuse('identity_provider.incomplete', 'issuer');
  if (!clientId) return refuse('identity_provider.incomplete', 'clientId');
  if (!clientSecret) return refuse('identity_provider.incomplete', 'clientSecret');
  return { name, issuer, client_id: clientId, client_secret: clientSecret };
}

/** An issuer's address as its tokens write it: nothing is changed of it but the well-known path behind it. */
function readIssuer({ config }: App, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isAllowed = url?.protocol === 'https:' || (config.identityProviders.allowPrivate && url?.protocol === 'http:');
  if (!url || !isAllowed || url.username || url.password || url.search || url.hash)
    return refuse('identity_provider.address_refused', 'issuer');
  return text.replace(/\/\.well-known\/openid-configuration$/, '');
}

async function requireProven(
  app: App,
  organizationId: Uuid,
  given: readonly string[] | undefined,
  before?: KeptProvider,
): Promise<string[]> {
  if (given === undefined) return before?.domains ?? [];
  const domains = given.map((each) => domainToASCII(each.toLowerCase().replace(/^@/, '').replace(/\.$/, '')));
  const proven = await provenDomains(app, organizationId, domains);
  const unproven = domains.flatMap((domain, index) =>
    proven.includes(domain) ? [] : [{ path: `domains.${index}`, message: 'The organization has not proven it.' }],
  );
  if (unproven.length > 0) fail('identity_provider.domain_unproven', { details: unproven });
  return [...new Set(domains)];
}

/** What people become on their first sign-in: no more than the caller may give them. */
async function requireJoin(
  scope: OrganizationWriteScope,
  { organizationId, join }: Input,
  before?: KeptProvider,
): Promise<Pick<KeptProvider, 'join_role' | 'join_workspace_id'>> {
  if (join === undefined)
    return { join_role: before?.join_role ?? null, join_workspace_id: before?.join_workspace_id ?? null };
  if (join === null) return { join_role: null, join_workspace_id: null };
  const place = await requirePlace(scope, { organizationId, workspaceId: join.workspaceId ?? null });
  await requireGrantable(scope, place, join.role);
  return { join_role: join.role, join_workspace_id: place.workspaceId };
}

const refuse = (
  code: 'identity_provider.incomplete' | 'identity_provider.address_refused' | 'identity_provider.domains_needed',
  path: string,
): never => fail(code, { details: [{ path, message: 'See to this.' }] });
