import { toPublicId, type Workspace } from '@tabard/contract';
import type { PlacedWorkspace } from './require-workspace.ts';
import { brandOf } from './resolve-brand.ts';

/** The workspace as callers see it. */
export function showWorkspace(placed: PlacedWorkspace): Workspace {
  const { row } = placed;
  return {
    id: toPublicId('workspace', row.id),
    organizationId: toPublicId('organization', row.organization_id),
    externalId: row.external_id,
    name: row.name,
    standing: row.standing,
    timeZone: row.time_zone,
    locale: row.locale,
    deliveryGuarantee: row.delivery_guarantee,
    dailyCap: row.daily_cap,
    brand: brandOf(placed),
    createdAt: row.created_at.toISOString(),
  };
}
