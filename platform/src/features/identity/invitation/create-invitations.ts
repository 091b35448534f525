import {
  normaliseAddress,
  rolePermissions,
  roles,
  type AnyRole,
  type InvitationAnswer,
  type Uuid,
} from '@tabard/contract';
import { outranks, personOf, requireGrantable, requirePlace, type Place } from '#features/identity/member';
import { permissionsOf, type GivenRole } from '#features/identity/permission';
import { normalizeEmail } from '#features/identity/user';
import { newMailStanding } from '#features/operations/system-mail';
import { fail, issueToken, newId, type OrganizationWriteScope } from '#kernel';
import { mailInvitation } from './invitation-mail.ts';
import { invitationPrefix, mostLinks, openDays } from './invitation.rules.ts';
import { linkAt } from './link-at.ts';
import { maySeeLinks } from './may-see-links.ts';
import { invitationColumns, showInvitation, type InvitationRow } from './show-invitation.ts';

export interface InvitationRequest {
  emails: string[];
  role: AnyRole;
  workspaceId?: Uuid;
  organizationId?: Uuid;
}

/** Invites people to a place, each answered for itself. Who was invited before has the same invitation renewed. */
export async function createInvitations(
  scope: OrganizationWriteScope,
  input: InvitationRequest,
): Promise<{ items: InvitationAnswer[] }> {
  const place = await requirePlace(scope, input);
  const role = await requireGrantable(scope, place, input.role);
  const invitedBy = await nameOf(scope);
  const known = new Map<string, InvitationAnswer>();
  const items: InvitationAnswer[] = [];
  for (const written of input.emails) {
    const isAddress = normaliseAddress(written) !== null && written.length <= 254;
    const email = isAddress ? normalizeEmail(written) : written;
    const answer = known.get(email) ?? (await inviteOne(scope, place, { email, isAddress, role, invitedBy }));
    if (!known.has(email)) items.push(answer);
    known.set(email, answer);
  }
  return { items };
}

interface Invited {
  email: string;
  isAddress: boolean;
  role: GivenRole;
  invitedBy: string;
}

async function inviteOne(
  scope: OrganizationWriteScope,
  place: Place,
  { email, isAddress, role, invitedBy }: Invited,
): Promise<InvitationAnswer> {
  const nothing = { email, invitation: null, link: null };
  if (!isAddress) return { ...nothing, outcome: 'invalid' };
  if (await isMember(scope, place, email, role)) return { ...nothing, outcome: 'member' };
  const code = issueToken(invitationPrefix);
  const [row] = await scope.sql<InvitationRow & { is_new: boolean }>(
    `insert into invitation (id, organization_id, workspace_id, email, role, token_hashes, invited_by, expires_at, role_id)
     values ($1, $2, $3, $4, $5, array[$6], $7, now() + make_interval(days => $8), $10)
     on conflict (organization_id, workspace_id, email) where accepted_at is null and revoked_at is null do update
       set role = excluded.role, role_id = excluded.role_id, invited_by = excluded.invited_by, expires_at = excluded.expires_at,
           token_hashes = (excluded.token_hashes || invitation.token_hashes)[1:$9]
     returning ${invitationColumns}, xmax = 0 as is_new`,
    [
      newId(),
      place.organizationId,
      place.workspaceId,
      email,
      role.role,
      code.hash,
      invitedBy,
      openDays,
      mostLinks,
      role.role_id,
    ],
  );
  const made = row ?? fail('internal.unexpected');
  await mailInvitation(scope, place, { id: made.id, email, role, invitedBy, code: code.secret });
  const canManage = (await outranks(scope, place))(role);
  return {
    email,
    outcome: made.is_new ? 'invited' : 'renewed',
    invitation: showInvitation(made, { canManage, mail: newMailStanding(scope.app) }),
    link: maySeeLinks(scope.principal) ? await linkAt(scope.app, place, code.secret) : null,
  };
}

/** Whether the person is a member of the very place, or has as much from an organization above. */
async function isMember(
  { sql }: OrganizationWriteScope,
  place: Place,
  email: string,
  given: GivenRole,
): Promise<boolean> {
  const [row] = await sql(
    `select from member m join app_user u on u.id = m.user_id
      where u.email = $1 and (m.organization_id = $2 and m.workspace_id is not distinct from $3
        or m.workspace_id is null and m.organization_id = any($4) and m.role_id is null and m.role = any($5)) limit 1`,
    [email, place.organizationId, place.workspaceId, place.chain.map(({ id }) => id), asMuch(given)],
  );
  return row !== undefined;
}

/** The built-in roles that let one do as much as a role. */
const asMuch = (given: GivenRole): readonly string[] =>
  given.role_id === null
    ? roles.slice(0, roles.indexOf(given.role) + 1)
    : roles.filter((role) =>
        permissionsOf(given).every((each) => (rolePermissions[role] as readonly string[]).includes(each)),
      );

async function nameOf({ sql, principal }: OrganizationWriteScope): Promise<string> {
  const id = personOf(principal);
  if (!id) return principal.kind === 'embed_session' ? principal.externalUser.name : '';
  const [person] = await sql<{ name: string }>('select name from app_user where id = $1', [id]);
  return person?.name ?? '';
}
