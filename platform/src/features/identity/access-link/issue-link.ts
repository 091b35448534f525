import type { Uuid } from '@tabard/contract';
import { issueToken, newId, type Sql } from '#kernel';
import { goodMinutes, linkPrefix, mostAnHour, type Purpose } from './access-link.rules.ts';

/** A new link; its code is here only. */
export interface IssuedLink {
  id: Uuid;
  code: string;
  expiresAt: Date;
}

/** Makes a link in the open transaction; null when the person got enough of them. `email`: the address that they have by it; `identityId`: the account at a provider that it is about. */
export async function issueLink(
  sql: Sql,
  {
    userId,
    purpose,
    email = null,
    identityId = null,
  }: { userId: Uuid; purpose: Purpose; email?: string | null; identityId?: Uuid | null },
): Promise<IssuedLink | null> {
  const code = issueToken(linkPrefix);
  // Those who ask at once take turns.
  await sql('select from app_user where id = $1 for no key update', [userId]);
  const [row] = await sql<{ id: Uuid; expires_at: Date }>(
    `insert into access_link (id, user_id, purpose, email, identity_id, code_hash, created_at, expires_at)
     select $1, $2, $3::text, $4, $8, $5, clock_timestamp(), clock_timestamp() + make_interval(mins => $6)
      where (select count(*) from access_link where user_id = $2 and purpose = $3::text and created_at > now() - interval '1 hour') < $7
     returning id, expires_at`,
    [newId(), userId, purpose, email, code.hash, goodMinutes[purpose], mostAnHour, identityId],
  );
  return row ? { id: row.id, code: code.secret, expiresAt: row.expires_at } : null;
}
