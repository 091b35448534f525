import { roles, type AnyRole, type Role, type Uuid } from '@tabard/contract';
import { leastRole, madeRoleId, type GivenRole } from '#features/identity/permission';
import { fail, withinScope, type App, type Sql } from '#kernel';
import type { Place } from './place.ts';

/** A role that was made, where it counts. */
export interface MadeRole extends GivenRole {
  role_id: Uuid;
  made_name: string;
  made_permissions: string[];
  description: string;
  /** The workspace or the organization that made it. */
  scope_id: Uuid;
}

interface MadeRow {
  id: Uuid;
  scope_id: Uuid;
  name: string;
  description: string;
  permissions: string[];
}

const columns = 'id, scope_id, name, description, permissions';
/** Of the place whose workspace and organizations are `$1` and `$2`. */
const usableHere = '(workspace_id = $1 or (workspace_id is null and organization_id = any($2)))';

const isBuiltIn = (role: AnyRole): role is Role => (roles as readonly string[]).includes(role);

/**
 * The role that is named, as it can be used in a place: built-in, or made there or in an organization above. One that was made is neither
 * changed nor deleted by anybody until the end of the transaction.
 * @throws `role.not_found`
 */
export async function findRole(sql: Sql, place: Place, named: AnyRole): Promise<GivenRole> {
  if (isBuiltIn(named)) return { role: named, role_id: null, made_name: null, made_permissions: null };
  const values = [place.workspaceId, place.chain.map(({ id }) => id), madeRoleId(named)];
  const text = `select ${columns} from role where ${usableHere} and id = $3`;
  const [found] = await sql<MadeRow>(text, values);
  const [row] = found ? await withinScope(sql, found.scope_id, () => sql<MadeRow>(`${text} for share`, values)) : [];
  return asGiven(row ?? fail('role.not_found'));
}

/** The roles that were made in a place and in the organizations above, by name. */
export async function listMadeRoles(app: App, place: Place): Promise<MadeRole[]> {
  const rows = await app.database.readOrganization<MadeRow>(
    `select ${columns} from role where ${usableHere} order by name, id`,
    [place.workspaceId, place.chain.map(({ id }) => id)],
  );
  return rows.map(asGiven);
}

const asGiven = ({ id, scope_id, name, description, permissions }: MadeRow): MadeRole => ({
  role: leastRole,
  role_id: id,
  made_name: name,
  made_permissions: permissions,
  description,
  scope_id,
});
