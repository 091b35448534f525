import type { Member, Page, Uuid } from '@tabard/contract';
import { byId, readPage, type OrganizationScope } from '#kernel';
import { authorityOver } from './authority.ts';
import { requirePlace, type Place } from './place.ts';
import { memberColumns, memberTables, showMember, type MemberRow } from './show-member.ts';

/** The members of a place in the order they came, with those that it has from the organizations above, as far up as the caller's own. */
export async function listMembers(
  scope: OrganizationScope,
  input: { cursor?: string; limit: number; workspaceId?: Uuid; organizationId?: Uuid },
): Promise<Page<Member>> {
  const place = await requirePlace(scope, input);
  const authority = await authorityOver(scope, place);
  const { order, direction } = byId<MemberRow>('asc');
  return readPage(scope.app.database.above, input, {
    columns: memberColumns,
    from: memberTables,
    where: ['(m.workspace_id = $1 or (m.workspace_id is null and m.organization_id = any($2)))'],
    values: [place.workspaceId, reachUpTo(place, scope.principal.organizationId)],
    order: [{ ...order[0], sql: 'm.id' }],
    direction,
    shape: (row) => showMember(row, place, authority),
  });
}

/** Whoever sees an agency's people does not see those of whoever stands above the agency. */
function reachUpTo({ chain }: Place, organizationId: Uuid): Uuid[] {
  const ids = chain.map(({ id }) => id);
  return ids.slice(0, ids.indexOf(organizationId) + 1);
}
