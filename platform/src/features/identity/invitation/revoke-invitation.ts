import type { Invitation, Uuid } from '@tabard/contract';
import { cancelSystemMail } from '#features/operations/system-mail';
import { fail, type OrganizationWriteScope } from '#kernel';
import { requireInvitation } from './require-invitation.ts';
import { invitationColumns, showInvitation, type InvitationRow } from './show-invitation.ts';

/** Withdraws an invitation: its links are good for nothing from here on, and a mail that still waits is not sent. */
export async function revokeInvitation(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<Invitation> {
  const { row, place } = await requireInvitation(scope, input.id);
  await cancelSystemMail(scope.sql, place, row.id);
  const [revoked] = await scope.sql<InvitationRow>(
    `update invitation set revoked_at = now() where id = $1 returning ${invitationColumns}`,
    [row.id],
  );
  return showInvitation(revoked ?? fail('invitation.not_found'), { canManage: false, mail: null });
}
