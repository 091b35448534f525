import type { Uuid } from '@tabard/contract';
import { issueToken, type Sql } from '#kernel';
import { invitationPrefix, mostLinks } from './invitation.rules.ts';

/** The code of a further link of an invitation; those before stay good. */
export async function addLink(sql: Sql, invitationId: Uuid): Promise<string> {
  const code = issueToken(invitationPrefix);
  await sql(`update invitation set token_hashes = (array[$2] || token_hashes)[1:$3] where id = $1`, [
    invitationId,
    code.hash,
    mostLinks,
  ]);
  return code.secret;
}
