import { toPublicId, type Member, type Role, type Uuid } from '@tabard/contract';
import type { Place } from './place.ts';

export interface MemberRow {
  id: Uuid;
  user_id: Uuid;
  name: string;
  email: string;
  role: Role;
  organization_id: Uuid;
  organization_name: string;
  workspace_id: Uuid | null;
  last_seen_at: Date | null;
  created_at: Date;
}

/** The columns of a `MemberRow`, and where they are. */
export const memberColumns = `m.id, m.user_id, u.name, u.email, m.role, m.organization_id, o.name as organization_name,
  m.workspace_id, u.last_seen_at, m.created_at`;
export const memberTables =
  'member m join app_user u on u.id = m.user_id join organization o on o.id = m.organization_id';

/** The member as callers see them from a place; `mayChange` tells of a role whether the caller may change who has it. */
export function showMember(row: MemberRow, place: Place, mayChange: (role: Role) => boolean): Member {
  const isOwn = row.workspace_id === place.workspaceId && row.organization_id === place.organizationId;
  return {
    id: toPublicId('member', row.id),
    userId: toPublicId('user', row.user_id),
    name: row.name,
    email: row.email,
    role: row.role,
    organizationId: toPublicId('organization', row.organization_id),
    workspaceId: row.workspace_id && toPublicId('workspace', row.workspace_id),
    inheritedFrom: isOwn ? null : { id: toPublicId('organization', row.organization_id), name: row.organization_name },
    canManage: isOwn && mayChange(row.role),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
