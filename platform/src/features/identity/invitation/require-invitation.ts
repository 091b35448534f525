import type { Uuid } from '@tabard/contract';
import { outranks, requirePlace, type Place } from '#features/identity/member';
import { Failure, fail, type OrganizationWriteScope } from '#kernel';
import { invitationColumns, roleIsGone, type InvitationRow } from './show-invitation.ts';

interface Found {
  row: InvitationRow;
  place: Place;
}

/**
 * An invitation that can still be accepted or renewed, and that the caller may change; locked until the end of the transaction.
 * @throws `invitation.not_found`, `invitation.not_open`, `member.role_exceeded`
 */
export async function requireInvitation(scope: OrganizationWriteScope, id: Uuid): Promise<Found> {
  const [row] = await scope.sql<InvitationRow>(`select ${invitationColumns} from invitation where id = $1 for update`, [
    id,
  ]);
  if (!row) fail('invitation.not_found');
  const place = await requirePlace(scope, { organizationId: row.organization_id, workspaceId: row.workspace_id }).catch(
    (error: unknown) => (error instanceof Failure ? fail('invitation.not_found') : Promise.reject(error)),
  );
  if (!(await outranks(scope, place))(row)) fail('member.role_exceeded');
  if (row.state === 'accepted' || row.state === 'revoked') fail('invitation.not_open');
  return { row, place };
}

/**
 * The same, for whoever makes it good for longer or hands it over: with a role that counts there.
 * @throws `role.not_found`, what `requireInvitation` throws
 */
export async function requireAcceptable(...asked: Parameters<typeof requireInvitation>): Promise<Found> {
  const found = await requireInvitation(...asked);
  if (roleIsGone(found.row))
    fail('role.not_found', {
      public: 'The role of this invitation no longer counts here. Invite the person again with another one.',
    });
  return found;
}
