import { toPublicId, type Permission, type RoleView, type Uuid } from '@tabard/contract';
import { meaninglessIn, requirePlace, type Place } from '#features/identity/member';
import { workspacesBelow } from '#features/identity/organization';
import { roleIdOf } from '#features/identity/permission';
import { fail, newId, withinScope, type OrganizationWriteScope, type Sql } from '#kernel';
import { countHolders } from './count-holders.ts';
import { requireRole } from './require-role.ts';
import { mostRoles, refuseName, requireHeld, requireOwnName } from './role.rules.ts';
import { useOf } from './use-of.ts';
import { roleColumns, showRole, type RoleRow } from './show-role.ts';

interface RoleFacts {
  name: string;
  description: string;
  permissions: Permission[];
}

/** Makes a role for a place with all below it, of at most what its maker holds there. */
export async function createRole(
  scope: OrganizationWriteScope,
  input: RoleFacts & { workspaceId?: Uuid; organizationId?: Uuid },
): Promise<RoleView> {
  const { sql } = scope;
  const place = await requirePlace(scope, input);
  await requireHeld(scope, place, input.permissions);
  await requireOwnName(sql, input.name);
  const scopeId = place.workspaceId ?? place.organizationId;
  const row = await withinScope(sql, scopeId, async () => {
    await requireRoom(sql, scopeId);
    const [made] = await sql<RoleRow>(
      `insert into role (id, scope_id, organization_id, workspace_id, name, description, permissions) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (scope_id, fold_text(name)) do nothing returning ${roleColumns}`,
      [
        newId(),
        scopeId,
        place.organizationId,
        place.workspaceId,
        input.name,
        input.description,
        [...new Set(input.permissions)],
      ],
    );
    return made;
  });
  if (!row) return refuseName('Another role here is called so.');
  await tellOfRole(scope, row, 'created');
  return showOwn(scope, place, row);
}

/** Changes what is given; what its people may do changes within five seconds everywhere, open pages too. */
export async function updateRole(
  scope: OrganizationWriteScope,
  { id, ...input }: Partial<RoleFacts> & { id: Uuid },
): Promise<RoleView> {
  const { sql } = scope;
  const { row, place } = await requireRole(scope, id);
  if (input.permissions) {
    await requireHeld(scope, place, input.permissions);
    await requirePlaced(sql, id, input.permissions);
  }
  if (input.name !== undefined) await requireFree(sql, row, input.name);
  const [now] = await withinScope(sql, row.scope_id, () =>
    sql<RoleRow>(
      `update role set name = coalesce($2, name), description = coalesce($3, description), permissions = coalesce($4, permissions), updated_at = now()
        where id = $1 returning ${roleColumns}`,
      [id, input.name ?? null, input.description ?? null, input.permissions ? [...new Set(input.permissions)] : null],
    ),
  );
  await tellOfRole(scope, row, 'updated');
  return showOwn(scope, place, now ?? fail('role.not_found'));
}

/** Whoever has the role in a workspace gets nothing that means nothing there, later on neither. */
async function requirePlaced(sql: Sql, id: Uuid, wanted: readonly Permission[]): Promise<void> {
  const { workspace_id } = await useOf(sql, id);
  if (wanted.some((each) => meaninglessIn({ workspaceId: workspace_id }).includes(each)))
    fail('role.permission_misplaced', {
      public:
        'Somebody has this role in a workspace, where what manages whole organizations means nothing. Make another role for that.',
    });
}

async function requireFree(sql: Sql, row: RoleRow, name: string): Promise<void> {
  await requireOwnName(sql, name);
  // Two who choose the same name take turns.
  await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`role ${row.scope_id}`]);
  const [same] = await sql('select from role where scope_id = $1 and id <> $2 and fold_text(name) = fold_text($3)', [
    row.scope_id,
    row.id,
    name,
  ]);
  if (same) refuseName('Another role here is called so.');
}

async function requireRoom(sql: Sql, scopeId: Uuid): Promise<void> {
  // Whoever makes a role here waits for whoever does at the same time.
  await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`role ${scopeId}`]);
  const [found] = await sql<{ count: number }>('select count(*)::int as count from role where scope_id = $1', [
    scopeId,
  ]);
  if ((found?.count ?? 0) >= mostRoles) fail('role.too_many');
}

/** The role as whoever just changed it sees it. */
async function showOwn(scope: OrganizationWriteScope, place: Place, row: RoleRow): Promise<RoleView> {
  const holders = (await countHolders(scope.sql, place)).get(roleIdOf(row.id));
  // Whoever may change a role holds all of it, and so may give it.
  return showRole(row, { members: 0, invitations: 0, ...holders, inheritedFrom: null, canManage: true, canGive: true });
}

/** Tells the open pages of all workspaces where a role can be used that it changed. */
export async function tellOfRole(
  { sql, emitIn }: Pick<OrganizationWriteScope, 'sql' | 'emitIn'>,
  { id, organization_id, workspace_id }: Pick<RoleRow, 'id' | 'organization_id' | 'workspace_id'>,
  state: 'created' | 'updated' | 'deleted',
): Promise<void> {
  const places = workspace_id ? [workspace_id] : await workspacesBelow(sql, organization_id);
  emitIn(places, 'role.updated', { roleId: toPublicId('role', id), state });
}
