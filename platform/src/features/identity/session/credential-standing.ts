import type { Uuid } from '@tabard/contract';
import { membershipsOf } from '#features/identity/embed-session';
import type { App, Principal } from '#kernel';
import { sessionGoesOn, signInHolds } from './find-credential.ts';

/** The id of the credential a principal came with; null for jobs, which have none. */
export function credentialId(principal: Principal): Uuid | null {
  switch (principal.kind) {
    case 'user':
      return principal.sessionId;
    case 'api_key':
      return principal.apiKeyId;
    case 'embed_session':
      return principal.embedSessionId;
    case 'job':
      return null;
  }
}

/**
 * Which of these principals' credentials still hold, by one query for all. The text beside an id changes when what the person may do may
 * have changed; it says nothing else. Beside it, the same of the workspaces that they look at, as far as these are shut or were moved.
 */
export async function readStandings(
  app: App,
  principals: readonly Principal[],
  workspaceIds: readonly Uuid[],
): Promise<Map<Uuid, string>> {
  const of = (kind: Principal['kind']) =>
    principals.filter((principal) => principal.kind === kind).map((principal) => credentialId(principal));
  const rows = await app.database.readOrganization<{ id: Uuid; standing: string }>(
    `select id, '' as standing from embed_session e where id = any($1) and revoked_at is null and expires_at > now() and ${signInHolds}
     union all
     select id, concat_ws(' ', secret_hash, case when previous_until > now() then previous_hash end, array_to_string(networks, ',')) from api_key where id = any($2) and revoked_at is null and coalesce(expires_at > now(), true)
     union all
     select u.id, ${membershipsOf('u.user_id')}
       from user_session u where u.id = any($3) and ${sessionGoesOn}
     union all
     select id, concat_ws(' ', standing, moved_at) from workspace where id = any($4) and (standing <> 'open' or moved_at is not null)`,
    [of('embed_session'), of('api_key'), of('user'), workspaceIds],
    'credential_standings',
  );
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}
