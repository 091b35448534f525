import type { AnyRole, Member, Uuid } from '@tabard/contract';
import { requireConfirmed, requireSignedIn } from '#features/identity/confirmation';
import {
  atPlace,
  authorityOver,
  lockOwners,
  memberColumns,
  memberTables,
  ownerRole,
  owns,
  personOf,
  requireGrantable,
  requireMember,
  showMember,
  writeRole,
  type MemberRow,
  type Place,
} from '#features/identity/member';
import { fail, type OrganizationWriteScope, type Sql } from '#kernel';
import { mailOwnership } from './ownership-mail.ts';

/**
 * Hands the ownership of a place over, in one step: there is never a moment without an owner. The caller shows first that it is them.
 * @throws `account.no_person`, `auth.confirmation_required`, `member.not_found`, `member.is_you`, `member.deactivated`
 * @throws `ownership.not_owner`, `ownership.role_wrong`, and what giving the caller's next role throws
 */
export async function transferOwnership(
  scope: OrganizationWriteScope,
  input: { id: Uuid; role: AnyRole },
): Promise<{ owner: Member; before: Member }> {
  const { app, sql } = scope;
  const { heir, own, place } = await requirePair(scope, input.id);
  const given = await requireGrantable(scope, place, input.role);
  if (owns(place, given)) fail('ownership.role_wrong');
  await requireConfirmed(scope);
  const highest = { role: ownerRole(place), role_id: null, made_name: null, made_permissions: null };
  await writeRole(sql, heir, highest);
  await writeRole(sql, own, given);
  await mailOwnership(app, sql, { place, heir, before: own });
  const authority = await authorityOver(scope, place);
  return {
    owner: showMember({ ...heir, ...highest }, place, authority),
    before: showMember({ ...own, ...given }, place, authority),
  };
}

/** The one who gets a place and the one who gives it, both locked until the end of the transaction. */
async function requirePair(
  scope: OrganizationWriteScope,
  memberId: Uuid,
): Promise<{ heir: MemberRow; own: MemberRow; place: Place }> {
  const { sql } = scope;
  // Both at once in one order, so that two who hand over to each other wait instead of blocking each other.
  await sql(
    `select m.id from member m join member h on h.organization_id = m.organization_id and h.workspace_id is not distinct from m.workspace_id
      where h.id = $1 and (m.id = h.id or m.user_id = $2) order by m.id for update of m`,
    [memberId, personOf(scope.principal)],
  );
  const { row: heir, place } = await requireMember(scope, memberId);
  const { userId } = await requireSignedIn(scope);
  if (heir.user_id === userId) fail('member.is_you');
  const own = await memberAt(sql, place, userId);
  if (!own || !owns(place, own)) return fail('ownership.not_owner');
  if (heir.deactivated_at) fail('member.deactivated');
  await lockOwners(sql, place);
  return { heir, own, place };
}

/** What a person is at a very place, if they are active there. */
async function memberAt(sql: Sql, place: Place, userId: Uuid): Promise<MemberRow | undefined> {
  const [row] = await sql<MemberRow>(
    `select ${memberColumns} from ${memberTables} where ${atPlace('m')} and m.user_id = $3 and m.deactivated_at is null`,
    [place.organizationId, place.workspaceId, userId],
  );
  return row;
}
