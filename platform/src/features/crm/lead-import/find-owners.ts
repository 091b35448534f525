import { toPublicId, type Uuid } from '@tabard/contract';
import { membersHere } from '#features/identity/member';
import type { WriteScope } from '#kernel';
import type { Owners } from './standing-cells.rules.ts';

/** Who can be named as an owner: by the address of their account, or by the id of their membership. */
export async function ownersByAddress({ read, workspaceId }: WriteScope): Promise<Owners> {
  const rows = await read<{ id: Uuid; email: string; here: boolean }>(
    `${membersHere('m.id, lower(u.email) as email, m.workspace_id is not null as here')} order by here, m.created_at desc limit 20000`,
    [workspaceId],
  );
  // Somebody who is a member here and above is meant as the one here.
  return new Map(
    rows.flatMap(({ id, email }) => [
      [email, id],
      [toPublicId('member', id), id],
    ]),
  );
}
