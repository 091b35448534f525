import { toPublicId, type Page, type Uuid } from '@tabard/contract';
import type { SnapshotPlace, snapshotInputs } from '@tabard/contract/identity/snapshot';
import type { z } from 'zod';
import { requireOrganization } from '#features/identity/organization';
import { fail, readPage, type App, type OrganizationScope } from '#kernel';
import { rollOutColumns, showRollOut, type RollOutRow } from './roll-out-row.ts';

interface PlaceRow {
  id: Uuid;
  name: string;
  sorted: string;
  place: string;
  organization_name: string;
}

/** `$1` is the organization at the top. */
const branch = `with recursive branch as (
    select o.id, o.name from organization o where o.id = $1
    union all
    select o.id, o.name from organization o join branch on o.parent_id = branch.id)`;

/** The workspaces of an organization's branch by name, each with what was rolled out there last. @throws `organization.not_found` */
export async function listPlaces(
  scope: OrganizationScope,
  { organizationId, search, ...page }: z.output<typeof snapshotInputs.places>,
): Promise<Page<SnapshotPlace>> {
  const { app } = scope;
  await requireOrganization(scope, organizationId, 'manage');
  const { items, nextCursor } = await readPage<PlaceRow, PlaceRow>(
    { read: (text, values) => app.database.readOrganization(`${branch} ${text}`, values) },
    page,
    {
      columns: 'w.id, w.name, lower(w.name) as sorted, lower(b.name) as place, b.name as organization_name',
      from: 'workspace w join branch b on b.id = w.organization_id',
      where: ['($2::text is null or position(lower($2) in lower(w.name)) > 0)', 'w.deleting_since is null'],
      values: [organizationId, search ?? null],
      order: [
        { sql: 'lower(w.name)', kind: 'text', of: (row) => row.sorted },
        { sql: 'lower(b.name)', kind: 'text', of: (row) => row.place },
        { sql: 'w.id', kind: 'uuid', of: (row) => row.id },
      ],
      direction: 'asc',
      shape: (row) => row,
    },
  );
  const last = await lastOf(app, organizationId, items);
  return {
    items: items.map(({ id, name, organization_name }) => ({
      id: toPublicId('workspace', id),
      name,
      organizationName: organization_name,
      last: last.get(id) ?? null,
    })),
    nextCursor,
  };
}

async function lastOf(app: App, organizationId: Uuid, places: readonly PlaceRow[]) {
  const rows = await app.database.maintain<RollOutRow>(
    `select ${rollOutColumns} from unnest($2::uuid[]) as w(id), lateral (
       select * from snapshot_roll_out r where r.workspace_id = w.id and r.organization_id = $1 order by r.created_at desc limit 1) r`,
    [organizationId, places.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.workspace_id, showRollOut(row)]));
}

/** Ends what is about a workspace that does not lie in an organization's branch, or is being deleted. @throws `workspace.not_found` */
export async function requirePlaces(
  { app }: OrganizationScope,
  organizationId: Uuid,
  workspaceIds: readonly Uuid[],
): Promise<void> {
  const rows = await app.database.readOrganization<{ id: Uuid }>(
    `${branch} select w.id from workspace w join branch b on b.id = w.organization_id where w.id = any($2) and w.deleting_since is null`,
    [organizationId, workspaceIds],
    'snapshot_places',
  );
  const there = new Set(rows.map(({ id }) => id));
  const missing = workspaceIds.flatMap((id, index) =>
    there.has(id) ? [] : [{ path: `workspaceIds.${index}`, message: 'It does not lie below the organization.' }],
  );
  if (missing.length > 0) fail('workspace.not_found', { details: missing });
}
