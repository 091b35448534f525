import type { Invitation, Uuid } from '@tabard/contract';
import { newMailStanding } from '#features/operations/system-mail';
import { fail, type OrganizationWriteScope } from '#kernel';
import { addLink } from './add-link.ts';
import { mailInvitation } from './invitation-mail.ts';
import { openDays } from './invitation.rules.ts';
import { requireAcceptable } from './require-invitation.ts';
import { invitationColumns, showInvitation, type InvitationRow } from './show-invitation.ts';

/** Sends the mail once more, and makes the invitation good for seven days from now. */
export async function resendInvitation(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<Invitation> {
  const { row, place } = await requireAcceptable(scope, input.id);
  const code = await addLink(scope.sql, row.id);
  const [renewed] = await scope.sql<InvitationRow>(
    `update invitation set expires_at = now() + make_interval(days => $2) where id = $1 returning ${invitationColumns}`,
    [row.id, openDays],
  );
  await mailInvitation(scope, place, { id: row.id, email: row.email, role: row, invitedBy: row.invited_by, code });
  return showInvitation(renewed ?? fail('invitation.not_found'), { canManage: true, mail: newMailStanding(scope.app) });
}
