import type { BrandInput, Uuid, Workspace } from '@tabard/contract';
import { requireOrganization } from '#features/identity/organization';
import { fail, newId, requireTimeZone, type OrganizationWriteScope } from '#kernel';
import { workspaceColumns, type WorkspaceRow } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

/** Adds a client to an organization of the caller's branch. */
export async function createWorkspace(
  scope: OrganizationWriteScope,
  input: { organizationId: Uuid; name: string; timeZone: string; locale: string; brand?: BrandInput },
): Promise<Workspace> {
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  const chain = await requireOrganization(scope, input.organizationId, 'manage');
  const [row] = await scope.sql<WorkspaceRow>(
    `insert into workspace (id, organization_id, name, time_zone, locale, brand)
     values ($1, $2, $3, $4, $5, jsonb_strip_nulls($6::jsonb)) returning ${workspaceColumns}`,
    [newId(), input.organizationId, input.name, input.timeZone, input.locale, JSON.stringify(input.brand ?? {})],
  );
  return showWorkspace({ row: row ?? fail('internal.unexpected'), chain });
}
