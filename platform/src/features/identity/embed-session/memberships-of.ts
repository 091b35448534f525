import type { Uuid } from '@tabard/contract';
import { madeRole } from '#features/identity/permission';
import type { App } from '#kernel';

/** SQL for what a person is, and where, as one text; `userId` is an expression. It tells whether that has changed, and nothing else. */
export const membershipsOf = (userId: string): string =>
  `coalesce((select string_agg(concat_ws(' ', m.organization_id, m.workspace_id, m.role, m.role_id, array_to_string(${madeRole('m', 'permissions')}, '+')), ',' order by m.id)
               from member m where m.user_id = ${userId} and m.deactivated_at is null), '')`;

/** That text now. Whoever stores it with what follows from it reads it first, so that a change in between is noticed. */
export async function readMembershipsOf({ database }: App, userId: Uuid): Promise<string> {
  const [row] = await database.readOrganization<{ memberships: string }>(
    `select ${membershipsOf('$1')} as memberships`,
    [userId],
  );
  return row?.memberships ?? '';
}
