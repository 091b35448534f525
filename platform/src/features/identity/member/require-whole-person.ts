import type { Uuid } from '@tabard/contract';
import { requireOrganization } from '#features/identity/organization';
import { givenRoleColumns, type GivenRole } from '#features/identity/permission';
import { Failure, fail, type OrganizationWriteScope } from '#kernel';
import { outranks, personOf } from './authority.ts';
import { requirePlace } from './place.ts';

interface Membership extends GivenRole {
  user_id: Uuid;
  organization_id: Uuid;
  workspace_id: Uuid | null;
}

const columns = `m.user_id, m.organization_id, m.workspace_id, ${givenRoleColumns('m')}`;

/**
 * The person behind a member, if the caller administers the organizations of all places that the person belongs to, and nowhere has a
 * lower role than they: what somebody signs in with opens all of these places.
 * @throws `member.not_found`, `member.is_you`, `member.beyond_reach`
 */
export async function requireWholePerson(scope: OrganizationWriteScope, memberId: Uuid): Promise<Uuid> {
  const [row] = await scope.sql<Membership>(`select ${columns} from member m where m.id = $1`, [memberId]);
  if (!row) fail('member.not_found');
  const named = { organizationId: row.organization_id, workspaceId: row.workspace_id };
  await requirePlace(scope, named).catch((error: unknown) =>
    error instanceof Failure ? fail('member.not_found') : Promise.reject(error),
  );
  if (personOf(scope.principal) === row.user_id) fail('member.is_you');
  // Whoever makes the person a member somewhere else at the same time waits.
  await scope.sql('select from app_user where id = $1 for update', [row.user_id]);
  const all = await scope.sql<Membership>(`select ${columns} from member m where m.user_id = $1`, [row.user_id]);
  for (const each of all) if (!(await mayChange(scope, each))) fail('member.beyond_reach');
  return row.user_id;
}

async function mayChange(scope: OrganizationWriteScope, membership: Membership): Promise<boolean> {
  const { organization_id: organizationId, workspace_id: workspaceId } = membership;
  const chain = await requireOrganization(scope, organizationId, 'manage').catch((error: unknown) =>
    error instanceof Failure ? null : Promise.reject(error),
  );
  return chain !== null && (await outranks(scope, { organizationId, workspaceId, workspace: null, chain }))(membership);
}
