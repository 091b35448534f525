import { toPublicId, type Uuid } from '@tabard/contract';
import type { App } from '#kernel';

/** The workspaces that a person belongs to by any of their memberships, in one of them or in an organization above, the oldest first. */
export async function findOwnWorkspaces(
  { database }: App,
  userId: Uuid,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const rows = await database.readOrganization<{ id: Uuid; name: string }>(
    `with recursive branch as (
       select organization_id as id from member where user_id = $1 and workspace_id is null and deactivated_at is null
       union
       select o.id from organization o join branch on o.parent_id = branch.id)
     select id, name from workspace
      where (organization_id in (select id from branch) or id in (select workspace_id from member where user_id = $1 and deactivated_at is null))
        and standing <> 'archived'
      order by id limit $2`,
    [userId, limit],
    'own_workspaces',
  );
  return rows.map(({ id, name }) => ({ id: toPublicId('workspace', id), name }));
}
