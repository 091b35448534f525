import { toPublicId, type Uuid } from '@tabard/contract';
import type { App, ServedDomain } from '#kernel';

/** The workspaces that a person belongs to by any of their memberships, in one of them or in an organization above, the oldest first; under somebody's host name those of theirs. */
export async function findOwnWorkspaces(
  app: App,
  { userId, domain }: { userId: Uuid; domain: ServedDomain | null },
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const scopeId = domain?.scopeId ?? null;
  const rows = await app.database.readOrganization<{ id: Uuid; name: string }>(
    `with recursive branch as (
       select organization_id as id from member where user_id = $1 and workspace_id is null and deactivated_at is null
       union
       select o.id from organization o join branch on o.parent_id = branch.id),
     here as (
       select id from organization where id = $3
       union
       select o.id from organization o join here on o.parent_id = here.id)
     select id, name from workspace
      where (organization_id in (select id from branch) or id in (select workspace_id from member where user_id = $1 and deactivated_at is null))
        and standing <> 'archived'
        and ($3::uuid is null or id = $3 or organization_id in (select id from here))
      order by id limit $2`,
    [userId, limit, scopeId],
    'own_workspaces',
  );
  return rows.map(({ id, name }) => ({ id: toPublicId('workspace', id), name }));
}
