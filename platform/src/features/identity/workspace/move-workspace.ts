import type { Uuid } from '@tabard/contract';
import { withinScope, type Sql } from '#kernel';
import { requireFree } from './update-workspace.ts';
import type { WorkspaceRow } from './require-workspace.ts';

/**
 * Puts a workspace into another organization, with everything of it that names its organization: members, keys, invitations. Asks nobody
 * for permission.
 */
export async function moveWorkspace(sql: Sql, row: WorkspaceRow, organizationId: Uuid): Promise<void> {
  if (row.external_id) await requireFree(sql, { ...row, organization_id: organizationId });
  await sql('update workspace set organization_id = $2, updated_at = now() where id = $1', [row.id, organizationId]);
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = current_schema() and column_name in ('workspace_id', 'organization_id')
      group by table_name having count(*) = 2 order by table_name`,
  );
  await withinScope(sql, row.id, async () => {
    for (const { name } of tables)
      await sql(`update "${name}" set organization_id = $2 where workspace_id = $1`, [row.id, organizationId]);
  });
}

/** Notes that workspaces have another place, so that whoever looks on is asked again who they are. */
export async function noteMoved(sql: Sql, workspaceIds: readonly Uuid[]): Promise<void> {
  await sql('update workspace set moved_at = clock_timestamp() where id = any($1)', [workspaceIds]);
}
