import type { BrandInput, Uuid, Workspace } from '@tabard/contract';
import { requireOrganization } from '#features/identity/organization';
import { fail, newId, requireTimeZone, type OrganizationWriteScope, type Sql } from '#kernel';
import { workspaceColumns, type WorkspaceRow } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

export interface NewWorkspace {
  organizationId: Uuid;
  name: string;
  externalId?: string;
  timeZone: string;
  locale: string;
  brand?: BrandInput;
}

/** Adds a client to an organization of the caller's branch. */
export async function createWorkspace(scope: OrganizationWriteScope, input: NewWorkspace): Promise<Workspace> {
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  const chain = await requireOrganization(scope, input.organizationId, 'manage');
  return showWorkspace({ row: await insertWorkspace(scope.sql, input), chain });
}

/** Writes a workspace; asks nobody for permission. */
export async function insertWorkspace(sql: Sql, input: NewWorkspace): Promise<WorkspaceRow> {
  const [row] = await sql<WorkspaceRow>(
    `insert into workspace (id, organization_id, name, time_zone, locale, brand, external_id)
     values ($1, $2, $3, $4, $5, jsonb_strip_nulls($6::jsonb), $7)
     on conflict (organization_id, external_id) do nothing returning ${workspaceColumns}`,
    [
      newId(),
      input.organizationId,
      input.name,
      input.timeZone,
      input.locale,
      JSON.stringify(input.brand ?? {}),
      input.externalId ?? null,
    ],
  );
  return row ?? fail('workspace.external_id_taken');
}
