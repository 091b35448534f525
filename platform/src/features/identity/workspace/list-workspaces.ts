import type { Page, Uuid, Workspace } from '@tabard/contract';
import { loadChain, requireOrganization } from '#features/identity/organization';
import { decodeCursor, pageFrom, type OrganizationScope } from '#kernel';
import { workspaceColumns, type WorkspaceRow } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

/** The workspaces in the caller's reach, oldest first; `organizationId` narrows them to those right below one organization. */
export async function listWorkspaces(
  scope: OrganizationScope,
  input: { cursor?: string; limit: number; organizationId?: Uuid },
): Promise<Page<Workspace>> {
  const { app, principal } = scope;
  if (input.organizationId) await requireOrganization(scope, input.organizationId, 'read');
  const [after] = input.cursor ? decodeCursor(input.cursor, ['uuid']) : [null];
  const rows = await app.database.readOrganization<WorkspaceRow>(
    `with recursive branch as (
       select o.id from organization o where o.id = $1
       union all
       select o.id from organization o join branch on o.parent_id = branch.id)
     select ${workspaceColumns} from workspace
      where organization_id in (select id from branch) and ($2::uuid is null or id = $2)
        and ($3::uuid is null or organization_id = $3) and ($4::uuid is null or id > $4)
      order by id limit $5`,
    [principal.organizationId, principal.workspaceId, input.organizationId ?? null, after, input.limit + 1],
    'workspace_list',
  );
  const organizations = [...new Set(rows.map((row) => row.organization_id))];
  const chains = new Map(await Promise.all(organizations.map(async (id) => [id, await loadChain(app, id)] as const)));
  return pageFrom(
    rows,
    input.limit,
    (row) => showWorkspace({ row, chain: chains.get(row.organization_id) ?? [] }),
    (row) => [row.id],
  );
}
