import type { BrandInput, Uuid, Workspace } from '@tabard/contract';
import { fail, requireTimeZone, type OrganizationWriteScope } from '#kernel';
import { requireWorkspace, workspaceColumns, type WorkspaceRow } from './require-workspace.ts';
import { showWorkspace } from './show-workspace.ts';

export interface WorkspaceChange {
  id: Uuid;
  name?: string;
  timeZone?: string;
  locale?: string;
  deliveryGuarantee?: string;
  dailyCap?: number | null;
  brand?: BrandInput;
}

/** Changes what is given; a part of the brand set to null is inherited again. */
export async function updateWorkspace(scope: OrganizationWriteScope, input: WorkspaceChange): Promise<Workspace> {
  await requireTimeZone(scope.app, input.timeZone, 'timeZone');
  const { chain } = await requireWorkspace(scope, input.id);
  const [row] = await scope.sql<WorkspaceRow>(
    `update workspace set name = coalesce($2, name), time_zone = coalesce($3, time_zone), locale = coalesce($4, locale),
            delivery_guarantee = coalesce($5, delivery_guarantee), daily_cap = case when $6 then $7 else daily_cap end,
            brand = jsonb_strip_nulls(brand || $8::jsonb), updated_at = now()
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
    ],
  );
  return showWorkspace({ row: row ?? fail('workspace.not_found'), chain });
}
