import type { EmbedSession, Page, Uuid } from '@tabard/contract';
import { requireWorkspace } from '#features/identity/workspace';
import { byId, readPage, type OrganizationScope } from '#kernel';
import { embedSessionColumns, showEmbedSession, type EmbedSessionRow } from './show-embed-session.ts';

/** The sessions of one workspace, newest first; ended ones are kept for a day. */
export async function listEmbedSessions(
  scope: OrganizationScope,
  input: { cursor?: string; limit: number; workspaceId: Uuid },
): Promise<Page<EmbedSession>> {
  await requireWorkspace(scope, input.workspaceId);
  return readPage(scope.app.database.above, input, {
    columns: embedSessionColumns,
    from: 'embed_session',
    where: ['workspace_id = $1'],
    values: [input.workspaceId],
    ...byId<EmbedSessionRow>('desc'),
    shape: showEmbedSession,
  });
}
