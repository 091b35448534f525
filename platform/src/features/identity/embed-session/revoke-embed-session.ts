import type { EmbedSession, Uuid } from '@tabard/contract';
import { reachWorkspace } from '#features/identity/workspace';
import { fail, type OrganizationWriteScope } from '#kernel';
import { embedSessionColumns, showEmbedSession, type EmbedSessionRow } from './show-embed-session.ts';

/** Ends a session, within five seconds everywhere and on open streams. Revoking it again changes nothing. */
export async function revokeEmbedSession(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<EmbedSession> {
  const [found] = await scope.sql<{ workspace_id: Uuid }>(
    'select workspace_id from embed_session where id = $1 for update',
    [input.id],
  );
  if (!found || !(await reachWorkspace(scope, found.workspace_id))) fail('embed_session.not_found');
  const [row] = await scope.sql<EmbedSessionRow>(
    `update embed_session set revoked_at = coalesce(revoked_at, now()) where id = $1 returning ${embedSessionColumns}`,
    [input.id],
  );
  return showEmbedSession(row ?? fail('embed_session.not_found'));
}
