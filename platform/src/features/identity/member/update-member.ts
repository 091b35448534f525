import type { AnyRole, Member, Uuid } from '@tabard/contract';
import { endPersonPages } from '#features/identity/embed-session';
import type { GivenRole } from '#features/identity/permission';
import type { OrganizationWriteScope, Sql } from '#kernel';
import { authorityOver, requireAnotherOwner, requireGrantable } from './authority.ts';
import { requireMember } from './require-member.ts';
import { showMember, type MemberRow } from './show-member.ts';

/** Gives a member another role; what they may do changes within five seconds everywhere. */
export async function updateMember(scope: OrganizationWriteScope, input: { id: Uuid; role: AnyRole }): Promise<Member> {
  const { row, place } = await requireMember(scope, input.id);
  const given = await requireGrantable(scope, place, input.role);
  if (given.role !== row.role || given.role_id !== row.role_id) {
    await requireAnotherOwner(scope.sql, place, row);
    await writeRole(scope.sql, row, given);
  }
  return showMember({ ...row, ...given }, place, await authorityOver(scope, place));
}

/** Writes down another role; asks nobody for permission. */
export async function writeRole(
  sql: Sql,
  { id, user_id }: Pick<MemberRow, 'id' | 'user_id'>,
  { role, role_id }: Pick<GivenRole, 'role' | 'role_id'>,
): Promise<void> {
  await sql('update member set role = $2, role_id = $3 where id = $1', [id, role, role_id]);
  await endPersonPages(sql, user_id);
}
