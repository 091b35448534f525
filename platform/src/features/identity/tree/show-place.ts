import { toPublicId, type TreePlace, type Uuid } from '@tabard/contract';
import { changedBy, organizationColumns, standingOf, type OrganizationRow } from '#features/identity/organization';
import { workspaceColumns, type WorkspaceRow } from '#features/identity/workspace';
import { fail, type OrganizationWriteScope, type Sql } from '#kernel';
import type { Target } from './require-target.ts';

/** What is read of either kind of place. */
export type PlaceRow = Pick<
  WorkspaceRow,
  'name' | 'external_id' | 'suspended_at' | 'suspended_reason' | 'archived_at' | 'delete_after' | 'deleting_since'
>;

/** The place as it is in the open transaction, as callers see it. */
export async function showPlace(sql: Sql, { workspace, chain }: Target): Promise<TreePlace> {
  if (workspace) return showWorkspacePlace(sql, workspace.id);
  const path = await sql<OrganizationRow>(
    `with recursive above as (
       select o.*, 0 as depth from organization o where o.id = $1
       union all
       select o.*, depth + 1 from organization o join above on o.id = above.parent_id)
     select ${organizationColumns} from above order by depth`,
    [chain[0].id],
  );
  const [row] = path;
  if (!row) return fail('organization.not_found');
  return {
    ...facts(row, row.parent_id),
    ...asOrganization(row),
    standing: standingOf(path),
  };
}

/** The same of a workspace. */
export async function showWorkspacePlace(sql: Sql, workspaceId: Uuid): Promise<TreePlace> {
  const [row] = await sql<WorkspaceRow>(`select ${workspaceColumns} from workspace where id = $1`, [workspaceId]);
  return row ? { ...facts(row, row.organization_id), ...asWorkspace(row) } : fail('workspace.not_found');
}

/** What a place is called by its ids. */
export const asOrganization = ({ id, kind }: Pick<OrganizationRow, 'id' | 'kind'>) => ({
  id: toPublicId('organization', id),
  organizationId: toPublicId('organization', id),
  workspaceId: null,
  kind,
});
export const asWorkspace = ({ id, standing }: Pick<WorkspaceRow, 'id' | 'standing'>) => ({
  id: toPublicId('workspace', id),
  organizationId: null,
  workspaceId: toPublicId('workspace', id),
  kind: 'workspace' as const,
  standing,
});

/** What both kinds of places have. */
export const facts = (row: PlaceRow, parentId: Uuid | null) => ({
  name: row.name,
  externalId: row.external_id,
  parentId: parentId && toPublicId('organization', parentId),
  suspendedAt: row.suspended_at?.toISOString() ?? null,
  suspendedReason: row.suspended_reason,
  archivedAt: row.archived_at?.toISOString() ?? null,
  deletesAt: row.delete_after?.toISOString() ?? null,
  beingDeleted: row.deleting_since !== null,
});

/** The workspaces of a place, with where each hangs and what holds there now. */
export const workspacesOf = (sql: Sql, { workspace, chain }: Target) =>
  sql<{ id: Uuid; organization_id: Uuid; standing: WorkspaceRow['standing'] }>(
    `with recursive branch as (
       select o.id from organization o where o.id = $1
       union all
       select o.id from organization o join branch on o.parent_id = branch.id)
     select id, organization_id, standing from workspace
      where case when $2::uuid is null then organization_id in (select id from branch) else id = $2 end order by id`,
    [chain[0].id, workspace?.id ?? null],
  );

/** Tells the workspaces of a place where they stand now. */
export async function tellPlaces({ sql, emitIn, principal }: OrganizationWriteScope, target: Target): Promise<void> {
  const by = changedBy(principal);
  for (const { id, organization_id, standing } of await workspacesOf(sql, target))
    emitIn([id], 'workspace.updated', {
      workspaceId: toPublicId('workspace', id),
      organizationId: toPublicId('organization', organization_id),
      standing,
      by,
    });
}
