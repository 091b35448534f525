import type { Member, Uuid } from '@tabard/contract';
import { endPersonPages } from '#features/identity/embed-session';
import type { OrganizationWriteScope } from '#kernel';
import { authorityOver, requireAnotherOwner } from './authority.ts';
import { closePlace } from './close-place.ts';
import { requireMember } from './require-member.ts';
import { showMember } from './show-member.ts';

/** Lets a member do nothing in a place any more, within five seconds everywhere; role and history stay for when they come back. */
export async function deactivateMember(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<Member> {
  const { sql } = scope;
  const { row, place } = await requireMember(scope, input.id);
  await requireAnotherOwner(sql, place, row);
  const [now] = await sql<{ deactivated_at: Date }>(
    'update member set deactivated_at = coalesce(deactivated_at, now()) where id = $1 returning deactivated_at',
    [row.id],
  );
  await closePlace(sql, row.user_id);
  return showMember({ ...row, ...now }, place, await authorityOver(scope, place));
}

/** Lets a member do again what their role lets them. */
export async function reactivateMember(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<Member> {
  const { row, place } = await requireMember(scope, input.id);
  await scope.sql('update member set deactivated_at = null where id = $1', [row.id]);
  await endPersonPages(scope.sql, row.user_id);
  return showMember({ ...row, deactivated_at: null }, place, await authorityOver(scope, place));
}
