import { toPublicId, type Page, type TreeNode, type Uuid } from '@tabard/contract';
import {
  organizationColumns,
  reachAbove,
  requireOrganization,
  standingOf,
  type OrganizationRow,
} from '#features/identity/organization';
import type { WorkspaceRow } from '#features/identity/workspace';
import { decodeCursor, fail, pageFrom, type App, type OrganizationScope } from '#kernel';
import { findTarget, type NamedPlace } from './require-target.ts';
import { asOrganization, asWorkspace, facts, type PlaceRow } from './show-place.ts';

/** A row of the tree: an organization, or a workspace, whose standing is kept. */
interface NodeRow extends PlaceRow {
  id: Uuid;
  parent_id: Uuid | null;
  kind: OrganizationRow['kind'] | 'workspace';
  standing: WorkspaceRow['standing'] | null;
  /** Organizations come before workspaces; then the name decides. */
  rank: string;
  sorted: string;
}
interface ListInput {
  cursor?: string;
  limit: number;
  organizationId?: Uuid;
  search?: string;
}

const shown =
  'id, kind, name, external_id, suspended_at, suspended_reason, archived_at, delete_after, deleting_since, standing';
const inOrder = `select ${shown}, parent_id, rank, lower(name) as sorted from (
    select o.id, o.parent_id, o.kind, o.name, o.external_id, o.suspended_at, o.suspended_reason, o.archived_at, o.delete_after, o.deleting_since, null as standing, '0' as rank
      from organization o where o.parent_id = any($1)
    union all
    select w.id, w.organization_id, 'workspace', w.name, w.external_id, w.suspended_at, w.suspended_reason, w.archived_at, w.delete_after, w.deleting_since, w.standing, '1'
      from workspace w where w.organization_id = any($1)) as n
   where ($2::text is null or position(lower($2) in lower(name)) > 0 or external_id = $2)
     and ($3::text is null or (rank, lower(name), id) > ($3, $4, $5::uuid))
   order by rank, lower(name), id limit $6`;

/** What lies right below an organization, or what is found in the caller's branch, organizations first. */
export async function listTree(scope: OrganizationScope, input: ListInput): Promise<Page<TreeNode>> {
  const { app } = scope;
  const root = (await reachAbove(scope)) ?? fail('organization.not_found');
  const [rank = null, sorted = null, id = null] = input.cursor
    ? decodeCursor(input.cursor, ['text', 'text', 'uuid'])
    : [];
  if (input.organizationId) await requireOrganization(scope, input.organizationId, 'manage');
  else if (!input.search) {
    const [own] = await requireOrganization(scope, root, 'manage');
    return { items: await nodesOf(app, root, [asRow(own)]), nextCursor: null };
  }
  const places = input.search ? await branchOf(app, input.organizationId ?? root) : [input.organizationId];
  const rows = await app.database.readOrganization<NodeRow>(
    inOrder,
    [places, input.search ?? null, rank, sorted, id, input.limit + 1],
    'tree_list',
  );
  const page = pageFrom(
    rows,
    input.limit,
    (row) => row,
    (row) => [row.rank, row.sorted, row.id],
  );
  return { items: await nodesOf(app, root, page.items), nextCursor: page.nextCursor };
}

/** One place, with the organizations above it. */
export async function getPlace(scope: OrganizationScope, named: NamedPlace): Promise<TreeNode> {
  const root = (await reachAbove(scope)) ?? fail('organization.not_found');
  const { workspace, chain } = await findTarget(scope, named);
  const row: NodeRow = workspace
    ? { ...workspace, parent_id: workspace.organization_id, kind: 'workspace', rank: '1', sorted: '' }
    : asRow(chain[0]);
  const [node] = await nodesOf(scope.app, root, [row]);
  return node ?? fail('organization.not_found');
}

const asRow = (row: OrganizationRow): NodeRow => ({ ...row, standing: null, rank: '0', sorted: '' });

async function branchOf(app: App, organizationId: Uuid): Promise<Uuid[]> {
  const rows = await app.database.readOrganization<{ id: Uuid }>(
    `with recursive branch as (
       select o.id from organization o where o.id = $1
       union all
       select o.id from organization o join branch on o.parent_id = branch.id)
     select id from branch`,
    [organizationId],
    'tree_branch',
  );
  return rows.map(({ id }) => id);
}

/** The rows as callers see them, whose view ends at `root`. */
async function nodesOf(app: App, root: Uuid, rows: readonly NodeRow[]): Promise<TreeNode[]> {
  const parents = [...new Set(rows.flatMap(({ id, parent_id }) => (id === root ? [] : (parent_id ?? []))))];
  const [chains, counts] = await Promise.all([chainsOf(app, parents), countBelow(app, rows)]);
  return rows.map((row) => {
    const above = row.parent_id === null ? [] : (chains.get(row.parent_id) ?? []);
    const seen = above.slice(0, above.findIndex(({ id }) => id === root) + 1).toReversed();
    const place =
      row.kind === 'workspace'
        ? asWorkspace({ id: row.id, standing: row.standing ?? 'open' })
        : { ...asOrganization({ id: row.id, kind: row.kind }), standing: standingOf([row, ...above]) };
    return {
      ...facts(row, row.id === root ? null : row.parent_id),
      ...place,
      ...(counts.get(row.id) ?? { workspaces: 0, members: 0 }),
      canManage: row.id !== root,
      path: seen.map(({ id, name }) => ({ id: toPublicId('organization', id), name })),
    };
  });
}

/** Each of these organizations with all above it, nearest first. */
async function chainsOf(app: App, ids: readonly Uuid[]): Promise<Map<Uuid, OrganizationRow[]>> {
  const rows = await app.database.readOrganization<OrganizationRow & { below: Uuid }>(
    `with recursive above as (
       select o.id as below, o.*, 0 as depth from organization o where o.id = any($1)
       union all
       select a.below, o.*, a.depth + 1 from organization o join above a on o.id = a.parent_id)
     select below, ${organizationColumns} from above order by depth`,
    [ids],
    'tree_chains',
  );
  return Map.groupBy(rows, ({ below }) => below);
}

/** Workspaces and people of each of these places and of all below it. */
async function countBelow(
  app: App,
  rows: readonly NodeRow[],
): Promise<Map<Uuid, { workspaces: number; members: number }>> {
  const found = await app.database.readOrganization<{ place: Uuid; workspaces: number; members: number }>(
    `with recursive branch as (
       select o.id as place, o.id from organization o where o.id = any($1)
       union all
       select b.place, o.id from organization o join branch b on o.parent_id = b.id)
     select p.id as place,
            (select count(*) from workspace w join branch b on b.id = w.organization_id where b.place = p.id)::int as workspaces,
            (select count(distinct m.user_id) from member m join branch b on b.id = m.organization_id where b.place = p.id and m.deactivated_at is null)::int as members
       from unnest($1::uuid[]) as p(id)
     union all
     select p.id, 1, (select count(*) from member m where m.organization_id = p.parent and m.workspace_id = p.id and m.deactivated_at is null)::int
       from unnest($2::uuid[], $3::uuid[]) as p(id, parent)`,
    [
      rows.filter(({ kind }) => kind !== 'workspace').map(({ id }) => id),
      ...(['id', 'parent_id'] as const).map((key) =>
        rows.filter(({ kind }) => kind === 'workspace').map((row) => row[key]),
      ),
    ],
    'tree_counts',
  );
  return new Map(found.map(({ place, ...counts }) => [place, counts]));
}
