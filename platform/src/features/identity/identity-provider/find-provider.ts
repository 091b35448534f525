import { fromPublicId, type Role, type Uuid } from '@tabard/contract';
import type { IdentityProviderKind } from '@tabard/contract/identity/identity-provider-words';
import { isUnder, scopeChain } from '#features/identity/address';
import type { App, Host, ServedDomain } from '#kernel';
import { openKinds, openProviders, type OpenKind, type Provider } from './provider.rules.ts';

interface ProviderRow {
  id: Uuid;
  workspace_id: Uuid;
  organization_id: Uuid;
  kind: IdentityProviderKind;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: string;
  proven: string[];
  join_role: Role | null;
  join_workspace_id: Uuid | null;
  is_enforced: boolean;
}

/** A name counts while its organization has it. */
const proven = `(select coalesce(array_agg(d.host), '{}') from domain d
  where d.workspace_id = p.workspace_id and d.host = any(p.domains) and d.state in ('verified', 'active', 'failing'))`;
const columns = `p.id, p.workspace_id, p.organization_id, p.kind, p.name, p.issuer, p.client_id, p.client_secret, ${proven} as proven, p.join_role, p.join_workspace_id, p.is_enforced`;

function fromRow({ ports }: App, row: ProviderRow): Provider {
  return {
    id: row.id,
    organizationId: row.organization_id,
    kind: row.kind,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    openSecret: () => ports.secrets.open(row.client_secret, row.workspace_id),
    domains: row.proven,
    join: row.join_role === null ? null : { role: row.join_role, workspaceId: row.join_workspace_id },
    isEnforced: row.is_enforced,
  };
}

/** The installation's own of a kind; they are for its own host names, whose addresses it has told the provider. */
function ownProvider({ config }: App, kind: OpenKind): Provider | null {
  const client = config.identityProviders[kind];
  if (!client) return null;
  const { name, issuer } = openProviders[kind];
  const { clientId, clientSecret } = client;
  return {
    id: null,
    organizationId: null,
    kind,
    name,
    issuer: client.issuer ?? issuer,
    clientId,
    openSecret: () => clientSecret,
    domains: [],
    join: null,
    isEnforced: false,
  };
}

/** The open providers of a host's sign-in page: the installation's under its own names, and under somebody's what they or those above set up. */
export async function offeredProviders(app: App, { domain }: Pick<Host, 'domain'>): Promise<Provider[]> {
  if (!domain) return openKinds.flatMap((kind) => ownProvider(app, kind) ?? []);
  const chain = await scopeChain(app, domain.scopeId);
  const rows = await app.database.maintain<ProviderRow>(
    `select ${columns} from identity_provider p where p.workspace_id = any($1) and p.kind <> 'oidc'
      order by array_position($1, p.workspace_id)`,
    [chain],
  );
  return openKinds.flatMap((kind) => {
    const nearest = rows.find((row) => row.kind === kind);
    return nearest ? fromRow(app, nearest) : [];
  });
}

/** How a page names a provider: by its kind where it is the installation's own, or else by its id. */
export async function providerOf(app: App, host: Pick<Host, 'domain'>, key: string): Promise<Provider | null> {
  const id = fromPublicId('identityProvider', key);
  if (id) return providerById(app, host, id);
  return (await offeredProviders(app, host)).find((each) => each.id === null && each.kind === key) ?? null;
}

/** An organization's provider, where it is good under the host name. */
export async function providerById(app: App, { domain }: Pick<Host, 'domain'>, id: Uuid): Promise<Provider | null> {
  const provider = await findProvider(app, id);
  if (!provider?.organizationId) return null;
  if (provider.kind === 'oidc') return (await isNear(app, domain, provider.organizationId)) ? provider : null;
  return (await offeredProviders(app, { domain })).some((each) => each.id === id) ? provider : null;
}

/** An organization's provider, whoever asks. */
export async function findProvider(app: App, id: Uuid): Promise<Provider | null> {
  const [row] = await app.database.maintain<ProviderRow>(`select ${columns} from identity_provider p where p.id = $1`, [
    id,
  ]);
  return row ? fromRow(app, row) : null;
}

/** The company whose people have addresses of a domain; null where nobody has captured it, or not for this host name. */
export async function companyOf(
  app: App,
  { domain }: Pick<Host, 'domain'>,
  mailDomain: string,
): Promise<Provider | null> {
  const [row] = await app.database.maintain<ProviderRow>(
    `select ${columns} from identity_provider p join domain d on d.workspace_id = p.workspace_id
      where p.kind = 'oidc' and d.host = $1 and d.host = any(p.domains) and d.state in ('verified', 'active', 'failing')`,
    [mailDomain],
  );
  return row && (await isNear(app, domain, row.workspace_id)) ? fromRow(app, row) : null;
}

/** Whether any company's people sign in at a host by a provider of its own, so that the address is asked first. */
export async function hasCompanies(app: App, { domain }: Pick<Host, 'domain'>): Promise<boolean> {
  const rows = await app.database.maintain<{ workspace_id: Uuid }>(
    `select distinct p.workspace_id from identity_provider p join domain d on d.workspace_id = p.workspace_id
      where p.kind = 'oidc' and d.host = any(p.domains) and d.state in ('verified', 'active', 'failing')`,
  );
  if (!domain) return rows.length > 0;
  for (const row of rows) if (await isNear(app, domain, row.workspace_id)) return true;
  return false;
}

/** Whether an organization lies below what a name stands for, or above it. */
async function isNear(app: App, domain: ServedDomain | null, organizationId: Uuid): Promise<boolean> {
  if (await isUnder(app, domain, organizationId)) return true;
  return domain !== null && (await scopeChain(app, domain.scopeId)).includes(organizationId);
}
