import { toPublicId, type Uuid } from '@tabard/contract';
import type { Passkey } from '@tabard/contract/identity/account';
import type { App, Host, Sql } from '#kernel';
import { passkeyHost } from './passkey.rules.ts';

interface PasskeyRow {
  id: Uuid;
  host: string;
  name: string;
  is_synced: boolean;
  created_at: Date;
  last_used_at: Date | null;
  doubted_at: Date | null;
}

/** The passkeys of a person, the oldest first, as seen at the pages of a host; `sql` reads in an open transaction. */
export async function listPasskeys(app: App, { userId, at }: { userId: Uuid; at: Host }, sql?: Sql) {
  const statement =
    'select id, host, name, is_synced, created_at, last_used_at, doubted_at from passkey where user_id = $1 order by id';
  const rows = sql
    ? await sql<PasskeyRow>(statement, [userId])
    : await app.database.readOrganization<PasskeyRow>(statement, [userId], 'passkeys');
  const host = passkeyHost(at);
  return { host, items: rows.map((row) => showPasskey(row, host)) };
}

function showPasskey(row: PasskeyRow, host: string | null): Passkey {
  return {
    id: toPublicId('passkey', row.id),
    name: row.name,
    host: row.host,
    isHere: row.host === host,
    isSynced: row.is_synced,
    isDoubted: row.doubted_at !== null,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
