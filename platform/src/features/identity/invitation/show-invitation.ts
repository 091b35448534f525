import { toPublicId, type Invitation, type Uuid } from '@tabard/contract';
import { givenRoleColumns, showGiven, type GivenRole } from '#features/identity/permission';
import type { MailStanding } from '#features/operations/system-mail';

export interface InvitationRow extends GivenRole {
  id: Uuid;
  organization_id: Uuid;
  workspace_id: Uuid | null;
  email: string;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
  state: Invitation['state'];
}

/** The columns of an `InvitationRow`, where the table goes by this name. */
export const columnsOfInvitation = (
  alias: string,
): string => `id, organization_id, workspace_id, email, ${givenRoleColumns(alias)}, invited_by, created_at, expires_at,
  case when accepted_at is not null then 'accepted' when revoked_at is not null then 'revoked'
       when expires_at <= now() then 'expired' else 'open' end as state`;
export const invitationColumns = columnsOfInvitation('invitation');

/** Whether it is with a role of an organization that the place no longer belongs to, which lets nobody do anything. */
export const roleIsGone = ({ role_id, made_name }: GivenRole): boolean => role_id !== null && made_name === null;

/** What is shown beside the row. */
export interface Beside {
  canManage: boolean;
  mail: MailStanding | null;
}

/** The invitation as callers see it: without its links, which nobody knows any more. */
export function showInvitation(row: InvitationRow, { canManage, mail }: Beside): Invitation {
  return {
    id: toPublicId('invitation', row.id),
    email: row.email,
    ...showGiven(row),
    organizationId: toPublicId('organization', row.organization_id),
    workspaceId: row.workspace_id && toPublicId('workspace', row.workspace_id),
    state: row.state,
    invitedBy: row.invited_by,
    canManage: canManage && (row.state === 'open' || row.state === 'expired'),
    mail,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
