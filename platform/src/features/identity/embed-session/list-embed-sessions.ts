import type { EmbedSession, Page, Uuid } from '@tabard/contract';
import { requireWorkspace } from '#features/identity/workspace';
import { decodeCursor, pageFrom, type ControlScope } from '#kernel';
import { embedSessionColumns, showEmbedSession, type EmbedSessionRow } from './show-embed-session.ts';

/** The sessions of one workspace, newest first; ended ones are kept for a day. */
export async function listEmbedSessions(
  scope: ControlScope,
  input: { cursor?: string; limit: number; workspaceId: Uuid },
): Promise<Page<EmbedSession>> {
  await requireWorkspace(scope, input.workspaceId);
  const [before] = input.cursor ? decodeCursor(input.cursor, ['uuid']) : [null];
  const rows = await scope.app.database.readControl<EmbedSessionRow>(
    `select ${embedSessionColumns} from embed_session
      where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [input.workspaceId, before, input.limit + 1],
  );
  return pageFrom(rows, input.limit, showEmbedSession, (row) => [row.id]);
}
