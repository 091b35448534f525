import { toPublicId, type CurrentSession, type Uuid } from '@tabard/contract';
import { resolveConfiguration } from '#features/identity/embed-configuration';
import { givenRoleColumns, showGiven, type GivenRole } from '#features/identity/permission';
import { brandOf, paletteOf, requireWorkspace, type PlacedWorkspace } from '#features/identity/workspace';
import { fail, type OrganizationScope } from '#kernel';

interface MembershipRow extends Omit<GivenRole, 'role'> {
  email: string;
  name: string;
  role: GivenRole['role'] | null;
  organization_id: Uuid;
  organization_name: string;
  workspace_id: Uuid | null;
  workspace_name: string | null;
}

/** Who is calling, where, and what they may do there. */
export async function currentSession(scope: OrganizationScope): Promise<CurrentSession> {
  const { app, principal, workspaceId } = scope;
  const [placed, [organization], people, configuration] = await Promise.all([
    workspaceId ? requireWorkspace(scope, workspaceId) : null,
    app.database.readOrganization<{ id: Uuid; name: string }>('select id, name from organization where id = $1', [
      principal.organizationId,
    ]),
    principal.kind === 'user' ? readMemberships(scope, principal.userId) : [],
    workspaceId ? resolveConfiguration(app, workspaceId) : {},
  ]);
  return {
    kind: principal.kind === 'job' ? fail('auth.permission_denied') : principal.kind,
    user: showUser(scope, people[0]),
    hasAccount: principal.kind === 'user' || (principal.kind === 'embed_session' && principal.userId !== null),
    organization: organization
      ? { id: toPublicId('organization', organization.id), name: organization.name }
      : fail('organization.not_found'),
    workspace: placed && showWorkspace(placed),
    permissions: [...principal.permissions],
    widgets: principal.kind === 'embed_session' ? [...principal.widgets] : null,
    ...(Object.keys(configuration).length > 0 && { configuration }),
    memberships: people.flatMap((row) =>
      row.role
        ? [
            {
              ...showGiven({ ...row, role: row.role }),
              organizationId: toPublicId('organization', row.organization_id),
              organizationName: row.organization_name,
              workspaceId: row.workspace_id && toPublicId('workspace', row.workspace_id),
              workspaceName: row.workspace_name,
            },
          ]
        : [],
    ),
  };
}

function showWorkspace(placed: PlacedWorkspace): CurrentSession['workspace'] {
  const brand = brandOf(placed);
  return {
    id: toPublicId('workspace', placed.row.id),
    name: placed.row.name,
    timeZone: placed.row.time_zone,
    locale: placed.row.locale,
    brand,
    palette: paletteOf(brand.color),
  };
}

function readMemberships({ app }: OrganizationScope, userId: Uuid): Promise<MembershipRow[]> {
  return app.database.readOrganization<MembershipRow>(
    `select u.email, u.name, ${givenRoleColumns('m')}, m.organization_id, o.name as organization_name, m.workspace_id, w.name as workspace_name
       from app_user u left join member m on m.user_id = u.id and m.deactivated_at is null left join organization o on o.id = m.organization_id
       left join workspace w on w.id = m.workspace_id
      where u.id = $1 order by m.id`,
    [userId],
  );
}

function showUser({ principal }: OrganizationScope, row: MembershipRow | undefined): CurrentSession['user'] {
  if (principal.kind === 'embed_session')
    return { id: principal.externalUser.id, email: principal.externalUser.email, name: principal.externalUser.name };
  if (principal.kind === 'user' && row)
    return { id: toPublicId('user', principal.userId), email: row.email, name: row.name };
  return null;
}
