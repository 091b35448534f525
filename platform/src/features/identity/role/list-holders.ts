import { toPublicId, type AnyRole, type Page, type RoleHolder, type Uuid } from '@tabard/contract';
import { requirePlace } from '#features/identity/member';
import { madeRole, madeRoleId } from '#features/identity/permission';
import { byId, readPage, type OrganizationScope } from '#kernel';
import { inBranch } from './count-holders.ts';

interface HolderRow {
  id: Uuid;
  user_id: Uuid;
  name: string;
  email: string;
  organization_id: Uuid;
  workspace_id: Uuid | null;
  place_name: string;
  deactivated_at: Date | null;
}

interface ListInput {
  cursor?: string;
  limit: number;
  workspaceId?: Uuid;
  organizationId?: Uuid;
  role: AnyRole;
}

/** Who has a role in a place and below it, in the order they came. */
export async function listHolders(scope: OrganizationScope, input: ListInput): Promise<Page<RoleHolder>> {
  const place = await requirePlace(scope, input);
  const madeId = madeRoleId(input.role);
  const { order, direction } = byId<HolderRow>('asc');
  return readPage(scope.app.database.above, input, {
    columns: `m.id, m.user_id, u.name, u.email, m.organization_id, m.workspace_id, coalesce(w.name, o.name) as place_name, m.deactivated_at`,
    from: `member m join app_user u on u.id = m.user_id join organization o on o.id = m.organization_id left join workspace w on w.id = m.workspace_id`,
    where: [
      inBranch('m'),
      `case when $4::uuid is null then m.role_id is null and m.role = $3 else m.role_id = $4 and ${madeRole('m', 'name')} is not null end`,
    ],
    values: [place.organizationId, place.workspaceId, input.role, madeId],
    order: [{ ...order[0], sql: 'm.id' }],
    direction,
    shape: (row) => ({
      id: toPublicId('member', row.id),
      userId: toPublicId('user', row.user_id),
      name: row.name,
      email: row.email,
      organizationId: toPublicId('organization', row.organization_id),
      workspaceId: row.workspace_id && toPublicId('workspace', row.workspace_id),
      deactivatedAt: row.deactivated_at?.toISOString() ?? null,
      placeName: row.place_name,
    }),
  });
}
