import type { Uuid } from '@tabard/contract';
import { madeRole } from '#features/identity/permission';
import type { Sql } from '#kernel';

/** How many have a role where it counts or are invited with it, deactivated and expired ones too, and one of the workspaces where they do. */
export async function useOf(sql: Sql, id: Uuid): Promise<{ count: number; workspace_id: Uuid | null }> {
  const [found] = await sql<{ count: number; workspace_id: Uuid | null }>(
    `select count(*)::int as count, (array_agg(workspace_id) filter (where workspace_id is not null))[1] as workspace_id from (
       select m.workspace_id from member m where m.role_id = $1 and ${madeRole('m', 'name')} is not null
       union all
       select i.workspace_id from invitation i where i.role_id = $1 and i.accepted_at is null and i.revoked_at is null and ${madeRole('i', 'name')} is not null) as used`,
    [id],
  );
  return found ?? { count: 0, workspace_id: null };
}
