import type { BrandInput, Uuid, Workspace } from '@tabard/contract';
import { fail, requireTimeZone, type OrganizationWriteScope, type Sql } from '#kernel';
import { requireWorkspace, workspaceColumns, type WorkspaceRow } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

export interface WorkspaceChange {
  id: Uuid;
  name?: string;
  externalId?: string | null;
  timeZone?: string;
  locale?: string;
  deliveryGuarantee?: string;
  dailyCap?: number | null;
  brand?: BrandInput;
}

/** Changes what is given; a part of the brand set to null is inherited again. */
export async function updateWorkspace(scope: OrganizationWriteScope, input: WorkspaceChange): Promise<Workspace> {
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  const { row: before, chain } = await requireWorkspace(scope, input.id);
  if (input.externalId) await requireFree(scope.sql, { ...before, external_id: input.externalId });
  const [row] = await scope.sql<WorkspaceRow>(
    `update workspace set name = coalesce($2, name), time_zone = coalesce($3, time_zone), locale = coalesce($4, locale),
            delivery_guarantee = coalesce($5, delivery_guarantee), daily_cap = case when $6 then $7 else daily_cap end,
            brand = jsonb_strip_nulls(brand || $8::jsonb), external_id = case when $9 then $10 else external_id end, updated_at = now()
      where id = $1 returning ${workspaceColumns}`,
    [
      input.id,
      input.name ?? null,
      input.timeZone ?? null,
      input.locale ?? null,
      input.deliveryGuarantee ?? null,
      input.dailyCap !== undefined,
      input.dailyCap ?? null,
      JSON.stringify(input.brand ?? {}),
      input.externalId !== undefined,
      input.externalId ?? null,
    ],
  );
  return showWorkspace({ row: row ?? fail('workspace.not_found'), chain });
}

/** Two who give the same external id in one organization take turns, and the second is told. */
async function requireFree(sql: Sql, { id, organization_id, external_id }: WorkspaceRow): Promise<void> {
  await sql('select from organization where id = $1 for no key update', [organization_id]);
  const [other] = await sql('select from workspace where organization_id = $1 and external_id = $2 and id <> $3', [
    organization_id,
    external_id,
    id,
  ]);
  if (other) fail('workspace.external_id_taken');
}
