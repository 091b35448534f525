import type { Uuid } from '@tabard/contract';
import { fail, hashToken, isToken, type Sql } from '#kernel';
import { linkPrefix, type Purpose } from './access-link.rules.ts';

/** A link that is good, and whose it is. */
export interface GoodLink {
  id: Uuid;
  userId: Uuid;
  /** The address that the person has by it; null where they keep theirs. */
  email: string | null;
  /** The account at a provider that it is about; null for other links. */
  identityId: Uuid | null;
}

/**
 * The link of a code, if it is good; looking at it spends nothing. One from before the person chose another password or address is not,
 * but for the way back to an address: whoever took the account over cannot close it by that.
 * @throws `auth.link_wrong`, `auth.link_spent`
 */
export async function readLink(sql: Sql, purpose: Purpose, code: string): Promise<GoodLink> {
  if (!isToken(linkPrefix, code)) fail('auth.link_wrong');
  const [row] = await sql<{ id: Uuid; user_id: Uuid; email: string | null; identity_id: Uuid | null }>(
    `select id, user_id, email, identity_id from access_link l
      where code_hash = $1 and purpose = $2 and used_at is null and expires_at > now()
        and (purpose = 'email-back' or not exists (select from app_user u where u.id = l.user_id and u.updated_at > l.created_at)) for update`,
    [hashToken(code), purpose],
  );
  return row
    ? { id: row.id, userId: row.user_id, email: row.email, identityId: row.identity_id }
    : fail('auth.link_spent');
}

/**
 * Takes the link, once; all others of the purpose that the person has are good for nothing from then on. Of the ways back to an
 * address, those to an earlier one stay.
 * @throws `auth.link_wrong`, `auth.link_spent`
 */
export async function takeLink(sql: Sql, purpose: Purpose, code: string): Promise<GoodLink> {
  const link = await readLink(sql, purpose, code);
  await sql(
    `update access_link set used_at = now()
      where user_id = $1 and purpose = $2 and used_at is null
        and (purpose <> 'email-back' or created_at >= (select created_at from access_link where id = $3))`,
    [link.userId, purpose, link.id],
  );
  return link;
}

/** Makes the links of a purpose that a person has good for nothing. */
export async function endLinks(sql: Sql, userId: Uuid, purpose: Purpose): Promise<void> {
  await sql('update access_link set used_at = now() where user_id = $1 and purpose = $2 and used_at is null', [
    userId,
    purpose,
  ]);
}
