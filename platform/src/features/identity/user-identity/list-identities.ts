import { toPublicId, type Uuid } from '@tabard/contract';
import type { Identity } from '@tabard/contract/identity/account';
import type { App, Sql } from '#kernel';

interface IdentityRow extends Pick<Identity, 'kind' | 'name' | 'email'> {
  id: Uuid;
  confirmed_at: Date;
  last_used_at: Date | null;
}

/** The accounts at providers that sign a person in, the oldest first; `sql` reads in an open transaction. */
export async function listIdentities({ database }: App, userId: Uuid, sql?: Sql): Promise<Identity[]> {
  const statement = `select id, kind, name, email, confirmed_at, last_used_at from user_identity
    where user_id = $1 and confirmed_at is not null order by id`;
  const rows = sql
    ? await sql<IdentityRow>(statement, [userId])
    : await database.readOrganization<IdentityRow>(statement, [userId], 'identities');
  return rows.map(({ id, kind, name, email, ...row }) => ({
    id: toPublicId('userIdentity', id),
    kind,
    name,
    email,
    createdAt: row.confirmed_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
}
