import type { Organization, Page, Uuid } from '@tabard/contract';
import { decodeCursor, pageFrom, type OrganizationScope } from '#kernel';
import { loadChain, organizationColumns, type OrganizationRow } from './load-chain.ts';
import { requireOrganization } from './require-organization.ts';
import { showOrganization } from './show-organization.ts';

/** The caller's branch, oldest first; `parentId` narrows it to the organizations right below one. */
export async function listOrganizations(
  scope: OrganizationScope,
  input: { cursor?: string; limit: number; parentId?: Uuid },
): Promise<Page<Organization>> {
  const { app, principal } = scope;
  if (input.parentId) await requireOrganization(scope, input.parentId, 'read');
  const [after] = input.cursor ? decodeCursor(input.cursor, ['uuid']) : [null];
  const rows = await app.database.readOrganization<OrganizationRow>(
    `with recursive branch as (
       select o.* from organization o where o.id = $1
       union all
       select o.* from organization o join branch on o.parent_id = branch.id where not $2)
     select ${organizationColumns} from branch
      where ($3::uuid is null or parent_id = $3) and ($4::uuid is null or id > $4) order by id limit $5`,
    [principal.organizationId, principal.workspaceId !== null, input.parentId ?? null, after, input.limit + 1],
    'organization_list',
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  for (const row of await loadChain(app, principal.organizationId)) known.set(row.id, row);
  const chains = await Promise.all(rows.map((row) => chainOf(scope, row, known)));
  return pageFrom(chains, input.limit, showOrganization, ([row]) => [row.id]);
}

/** Climbs the tree by the rows at hand; what is on another page is read. */
async function chainOf(
  scope: OrganizationScope,
  row: OrganizationRow,
  known: ReadonlyMap<Uuid, OrganizationRow>,
): Promise<[OrganizationRow, ...OrganizationRow[]]> {
  const above: OrganizationRow[] = [];
  for (let parent = row.parent_id; parent !== null; parent = above.at(-1)?.parent_id ?? null) {
    const next = known.get(parent);
    if (!next) return [row, ...above, ...(await loadChain(scope.app, parent))];
    above.push(next);
  }
  return [row, ...above];
}
