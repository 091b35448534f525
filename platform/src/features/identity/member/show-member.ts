import { toPublicId, type Member, type Uuid } from '@tabard/contract';
import { givenRoleColumns, showGiven, type GivenRole } from '#features/identity/permission';
import type { Place } from './place.ts';

export interface MemberRow extends GivenRole {
  id: Uuid;
  user_id: Uuid;
  name: string;
  email: string;
  organization_id: Uuid;
  organization_name: string;
  workspace_id: Uuid | null;
  deactivated_at: Date | null;
  has_second_factor: boolean;
  last_seen_at: Date | null;
  created_at: Date;
}

/** The columns of a `MemberRow`, and where they are. */
export const memberColumns = `m.id, m.user_id, u.name, u.email, ${givenRoleColumns('m')}, m.organization_id, o.name as organization_name,
  m.workspace_id, m.deactivated_at, (exists (select from second_factor f where f.user_id = m.user_id and f.secret is not null)
    or exists (select from passkey k where k.user_id = m.user_id)) as has_second_factor,
  u.last_seen_at, m.created_at`;
export const memberTables =
  'member m join app_user u on u.id = m.user_id join organization o on o.id = m.organization_id';

/** What the caller may do with members of a place. */
export interface Authority {
  /** Whether the caller may change who has a role. */
  mayChange: (given: GivenRole) => boolean;
  /** Whether the caller may reset the app of somebody who has a role, as far as this place knows. */
  mayReset: (userId: Uuid, given: GivenRole) => boolean;
  /** Whether the caller may hand the place over to somebody who has a role in it. */
  mayHandOver: (userId: Uuid, given: GivenRole) => boolean;
}

/** The member as callers see them from a place. */
export function showMember(row: MemberRow, place: Place, { mayChange, mayReset, mayHandOver }: Authority): Member {
  const isOwn = row.workspace_id === place.workspaceId && row.organization_id === place.organizationId;
  return {
    id: toPublicId('member', row.id),
    userId: toPublicId('user', row.user_id),
    name: row.name,
    email: row.email,
    ...showGiven(row),
    organizationId: toPublicId('organization', row.organization_id),
    workspaceId: row.workspace_id && toPublicId('workspace', row.workspace_id),
    inheritedFrom: isOwn ? null : { id: toPublicId('organization', row.organization_id), name: row.organization_name },
    canManage: isOwn && mayChange(row),
    deactivatedAt: row.deactivated_at?.toISOString() ?? null,
    canResetSecondFactor: row.has_second_factor && mayReset(row.user_id, row),
    canBecomeOwner: isOwn && row.deactivated_at === null && mayHandOver(row.user_id, row),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
