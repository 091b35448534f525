import { toPublicId, type Uuid } from '@tabard/contract';
import { fail, type OrganizationWriteScope } from '#kernel';
import { addLink } from './add-link.ts';
import { linkAt } from './link-at.ts';
import { maySeeLinks } from './may-see-links.ts';
import { requireAcceptable } from './require-invitation.ts';

/** A further link of an open invitation, to hand over by another way than mail. */
export async function createLink(
  scope: OrganizationWriteScope,
  input: { id: Uuid },
): Promise<{ id: string; link: string; expiresAt: string }> {
  if (!maySeeLinks(scope.principal)) fail('auth.permission_denied');
  const { row, place } = await requireAcceptable(scope, input.id);
  if (row.state === 'expired') fail('invitation.link_expired');
  return {
    id: toPublicId('invitation', row.id),
    link: await linkAt(scope.app, place, await addLink(scope.sql, row.id)),
    expiresAt: row.expires_at.toISOString(),
  };
}
