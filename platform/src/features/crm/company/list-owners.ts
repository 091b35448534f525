import { toPublicId, type Uuid } from '@tabard/contract';
import type { companyOwnersOutput } from '@tabard/contract/crm/company';
import type { z } from 'zod';
import { membersHere } from '#features/identity/member';
import { namesOfTeams } from '#features/identity/team';
import { fail, type ReadScope } from '#kernel';

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

/** Who can look after a company or a lead, and the teams they are in. Nothing but names: whoever lists members needs a permission of its own. */
export async function listOwners(scope: ReadScope): Promise<z.input<typeof companyOwnersOutput>> {
  const rows = await scope.read<{ id: Uuid; name: string }>(
    `${membersHere('m.id, u.name')} order by lower(u.name), m.id limit 500`,
    [scope.workspaceId],
  );
  const items = rows.map(({ id, name }) => ({ id: toPublicId('member', id), name }));
  return { items, teams: await namesOfTeams(scope) };
}
