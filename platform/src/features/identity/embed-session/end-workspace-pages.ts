import type { Uuid } from '@tabard/contract';
import type { Sql } from '#kernel';

/** Ends the sessions of all pages of these workspaces, within five seconds; a page gets another if whoever opened it may still. */
export async function endWorkspacePages(sql: Sql, workspaceIds: readonly Uuid[]): Promise<void> {
  await sql(
    'update embed_session set revoked_at = now() where workspace_id = any($1) and revoked_at is null and expires_at > now()',
    [workspaceIds],
  );
}
