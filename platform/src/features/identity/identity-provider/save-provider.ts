import type { Role, Uuid } from '@tabard/contract';
import type { IdentityProviderKind } from '@tabard/contract/identity/identity-provider-words';
import { fail, newId, withinScope, type App, type Sql } from '#kernel';

/** A provider of an organization as it is kept; the secret is sealed. */
export interface KeptProvider {
  id: Uuid;
  organization_id: Uuid;
  kind: IdentityProviderKind;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: string;
  domains: string[];
  join_role: Role | null;
  join_workspace_id: Uuid | null;
  is_enforced: boolean;
  created_at: Date;
  updated_at: Date;
}

const columns =
  'id, organization_id, kind, name, issuer, client_id, client_secret, domains, join_role, join_workspace_id, is_enforced, created_at, updated_at';

/** The providers of an organization, by kind. */
export const listKept = ({ database }: App, organizationId: Uuid): Promise<KeptProvider[]> =>
  database.read<KeptProvider>(
    organizationId,
    `select ${columns} from identity_provider where workspace_id = $1 order by kind`,
    [organizationId],
  );

/** One of any organization's; the caller looks whose it is. */
export async function findKept({ database }: App, id: Uuid): Promise<KeptProvider | null> {
  const [row] = await database.maintain<KeptProvider>(`select ${columns} from identity_provider where id = $1`, [id]);
  return row ?? null;
}

/** Which of these domains an organization has proven. */
export async function provenDomains(
  { database }: App,
  organizationId: Uuid,
  domains: readonly string[],
): Promise<string[]> {
  const rows = await database.maintain<{ host: string }>(
    `select host from domain where workspace_id = $1 and host = any($2) and state in ('verified', 'active', 'failing')`,
    [organizationId, domains],
  );
  return rows.map(({ host }) => host);
}

/** A secret as it is kept. */
export const sealSecret = ({ ports }: App, organizationId: Uuid, secret: string): string =>
  ports.secrets.seal(secret, organizationId);

/** Writes a provider as it is from now on; of each kind an organization has one. */
export async function saveProvider(
  sql: Sql,
  provider: Omit<KeptProvider, 'id' | 'created_at' | 'updated_at'>,
): Promise<KeptProvider> {
  const [row] = await withinScope(sql, provider.organization_id, () =>
    sql<KeptProvider>(
      `insert into identity_provider (workspace_id, id, organization_id, kind, name, issuer, client_id, client_secret, domains, join_role, join_workspace_id, is_enforced)
       values ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (workspace_id, kind) do update set name = excluded.name, issuer = excluded.issuer, client_id = excluded.client_id,
         client_secret = excluded.client_secret, domains = excluded.domains, join_role = excluded.join_role,
         join_workspace_id = excluded.join_workspace_id, is_enforced = excluded.is_enforced, updated_at = now()
       returning ${columns}`,
      [
        provider.organization_id,
        newId(),
        provider.kind,
        provider.name,
        provider.issuer,
        provider.client_id,
        provider.client_secret,
        provider.domains,
        provider.join_role,
        provider.join_workspace_id,
        provider.is_enforced,
      ],
    ),
  );
  return row ?? fail('internal.unexpected');
}

/** Nobody signs in by it any more; accounts that people have there stay known. */
export const deleteProvider = (sql: Sql, { organization_id: organizationId, id }: KeptProvider): Promise<unknown> =>
  withinScope(sql, organizationId, () =>
    sql('delete from identity_provider where workspace_id = $1 and id = $2', [organizationId, id]),
  );
