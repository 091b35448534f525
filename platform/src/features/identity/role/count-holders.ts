import type { AnyRole } from '@tabard/contract';
import type { Place } from '#features/identity/member';
import { madeRole, roleIdOf } from '#features/identity/permission';
import type { Sql } from '#kernel';

/** How many have a role, and are invited with it. */
export interface Holders {
  members: number;
  invitations: number;
}

/** SQL of the rows `t` of members or invitations in the place whose organization and workspace are `$1` and `$2`, and below it. */
export const inBranch = (t: string): string =>
  `case when $2::uuid is not null then ${t}.workspace_id = $2 else ${t}.organization_id in (
    with recursive branch as (
      select o.id from organization o where o.id = $1
      union all
      select o.id from organization o join branch on o.parent_id = branch.id)
    select id from branch) end`;

const counted = (table: string, standing: string): string =>
  `select '${table}' as of, t.role, t.role_id, count(*)::int as count from ${table} t
    where ${standing} and ${inBranch('t')} and (t.role_id is null or ${madeRole('t', 'name')} is not null) group by t.role, t.role_id`;

const text = `${counted('member', 't.deactivated_at is null')}
  union all ${counted('invitation', 't.accepted_at is null and t.revoked_at is null and t.expires_at > now()')}`;

/** Who has which role in a place and below it, by the role; a role that nobody has is left out. */
export async function countHolders(
  read: Sql,
  { organizationId, workspaceId }: Pick<Place, 'organizationId' | 'workspaceId'>,
): Promise<Map<AnyRole, Holders>> {
  const rows = await read<{ of: 'member' | 'invitation'; role: AnyRole; role_id: string | null; count: number }>(text, [
    organizationId,
    workspaceId,
  ]);
  const all = new Map<AnyRole, Holders>();
  for (const { of, role, role_id, count } of rows) {
    const id = role_id === null ? role : roleIdOf(role_id);
    const holders = all.get(id) ?? { members: 0, invitations: 0 };
    all.set(id, { ...holders, [`${of}s`]: count });
  }
  return all;
}
