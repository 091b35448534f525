import { toPublicId, type Uuid } from '@tabard/contract';
import type { companyOwnersOutput } from '@tabard/contract/crm/company';
import type { z } from 'zod';
import { fail, type ReadScope } from '#kernel';

/** SQL of the members who work in the workspace `$1`: its own, and those of the organizations above. */
export const membersHere = (columns: string): string => `
  with recursive above as (
    select o.id, o.parent_id from organization o join workspace w on w.organization_id = o.id where w.id = $1
    union all
    select o.id, o.parent_id from organization o join above a on o.id = a.parent_id)
  select ${columns} from member m join app_user u on u.id = m.user_id
   where m.deactivated_at is null
     and (m.workspace_id = $1 or (m.workspace_id is null and m.organization_id in (select id from above)))`;

/**
 * Ends the action where somebody does not work here.
 * @throws Failure `request.invalid` at the path.
 */
export async function requireMember(
  { read, workspaceId }: Pick<ReadScope, 'read' | 'workspaceId'>,
  id: Uuid | null | undefined,
  path = 'ownerId',
): Promise<void> {
  if (!id) return;
  const [row] = await read(`${membersHere('m.id')} and m.id = $2`, [workspaceId, id]);
  if (!row)
    fail('request.invalid', {
      details: [
        {
          path,
          reason: 'not_listed',
          message: 'There is no such member here. Choose somebody who works in this workspace.',
        },
      ],
    });
}

/** Who can look after a company or a lead. Nothing but their names: whoever lists members needs a permission of its own. */
export async function listOwners({ read, workspaceId }: ReadScope): Promise<z.input<typeof companyOwnersOutput>> {
  const rows = await read<{ id: Uuid; name: string }>(
    `${membersHere('m.id, u.name')} order by lower(u.name), m.id limit 500`,
    [workspaceId],
  );
  return { items: rows.map(({ id, name }) => ({ id: toPublicId('member', id), name })) };
}
