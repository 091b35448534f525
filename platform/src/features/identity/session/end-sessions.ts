import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Ends every sign-in of a person, all but one, or those that a passkey or an account at a provider opened, within five seconds everywhere; gives how many. */
export async function endSessions(
  sql: Sql,
  userId: Uuid,
  { except, passkeyId, identityId }: { except?: Uuid; passkeyId?: Uuid; identityId?: Uuid } = {},
): Promise<number> {
  const ended = await sql<{ was_open: boolean }>(
    `update user_session set ended_at = now() where user_id = $1 and ended_at is null and id is distinct from $2
        and ($3::uuid is null or passkey_id = $3) and ($4::uuid is null or identity_id = $4)
     returning expires_at > now() as was_open`,
    [userId, except ?? null, passkeyId ?? null, identityId ?? null],
  );
  return ended.filter((row) => row.was_open).length;
}

/** Ends one sign-in, with every page that it opened. */
export async function endSession(sql: Sql, id: Uuid): Promise<void> {
  await sql('update user_session set ended_at = coalesce(ended_at, now()) where id = $1', [id]);
}

/** Ends every sign-in under a host name that is given back. */
export async function endSessionsUnder(sql: Sql, domainId: Uuid): Promise<void> {
  await sql('update user_session set ended_at = now() where domain_id = $1 and ended_at is null', [domainId]);
}
