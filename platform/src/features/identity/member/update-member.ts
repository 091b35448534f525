import type { Member, Role, Uuid } from '@tabard/contract';
import { endPersonPages } from '#features/identity/embed-session';
import type { OrganizationWriteScope } from '#kernel';
import { authorityOver, requireAnotherOwner, requireGrantable } from './authority.ts';
import { requireMember } from './require-member.ts';
import { showMember } from './show-member.ts';

/** Gives a member another role; what they may do changes within five seconds everywhere. */
export async function updateMember(scope: OrganizationWriteScope, input: { id: Uuid; role: Role }): Promise<Member> {
  const { row, place } = await requireMember(scope, input.id);
  await requireGrantable(scope, place, input.role);
  if (input.role !== row.role) {
    await requireAnotherOwner(scope.sql, place, row);
    await scope.sql('update member set role = $2 where id = $1', [row.id, input.role]);
    await endPersonPages(scope.sql, row.user_id);
  }
  return showMember({ ...row, role: input.role }, place, await authorityOver(scope, place));
}
