import { toPublicId, type Uuid } from '@tabard/contract';
import { isUnder } from '#features/identity/address';
import { insertMember } from '#features/identity/member';
import { showGiven, type GivenRole } from '#features/identity/permission';
import { recognize, type KnownPerson } from '#features/identity/session';
import { createUser } from '#features/identity/user';
import {
  fail,
  hashToken,
  isToken,
  originOf,
  writeAuditEntry,
  type App,
  type RequestContext,
  type ServedDomain,
  type Sql,
} from '#kernel';
import { invitationPrefix } from './invitation.rules.ts';
import { invitationColumns, roleIsGone, type InvitationRow } from './show-invitation.ts';

/** An invitation as whoever has a link of it sees it. */
export interface OpenInvitation {
  role: GivenRole;
  id: Uuid;
  organizationId: Uuid;
  workspaceId: Uuid | null;
  email: string;
  /** Whether the person can sign in already. */
  isKnown: boolean;
}

/**
 * The invitation of a link, if it can still be accepted.
 * @throws `invitation.link_used`, `invitation.link_expired`, `invitation.link_revoked`, `invitation.link_wrong`
 */
export async function readLink(sql: Sql, code: string): Promise<OpenInvitation> {
  const [row] = isToken(invitationPrefix, code)
    ? await sql<InvitationRow & { is_known: boolean }>(
        `select ${invitationColumns}, exists (select from app_user u where u.email = invitation.email) as is_known
           from invitation where token_hashes @> array[$1] for update`,
        [hashToken(code)],
      )
    : [];
  if (!row) fail('invitation.link_wrong');
  if (row.state === 'accepted') fail('invitation.link_used');
  if (row.state === 'revoked' || roleIsGone(row)) fail('invitation.link_revoked');
  if (row.state === 'expired') fail('invitation.link_expired');
  return {
    id: row.id,
    organizationId: row.organization_id,
    workspaceId: row.workspace_id,
    email: row.email,
    role: row,
    isKnown: row.is_known,
  };
}

/** Refuses an invitation to another place than the host name stands for, as one that is none. */
export async function requireHere(
  app: App,
  domain: ServedDomain | null | undefined,
  { workspaceId, organizationId }: OpenInvitation,
): Promise<void> {
  if (!(await isUnder(app, domain, workspaceId ?? organizationId))) fail('invitation.link_wrong');
}

/** What the person says: who is known gives their password, who is not chooses one, and says their name. */
export interface Acceptance {
  code: string;
  password: string;
  name?: string;
}

/**
 * Takes the link, once, and makes its person a member. It is their password, and not the link alone, that lets in who is known.
 * @throws what `readLink` throws, `auth.invalid_credentials`, `rate_limit.exceeded`
 */
export async function acceptInvitation(
  ctx: RequestContext,
  input: Acceptance,
): Promise<{ person: KnownPerson; workspaceId: Uuid | null }> {
  const { database } = ctx.app;
  const seen = await database.control((_em, sql) => readLink(sql, input.code));
  await requireHere(ctx.app, ctx.domain, seen);
  // They become somebody under this name only now.
  const known = seen.isKnown
    ? await recognize({ ...ctx, domain: null }, { email: seen.email, password: input.password })
    : null;
  return database.write(seen.organizationId, async (_em, sql) => {
    const { id, organizationId, workspaceId, role, email } = await readLink(sql, input.code);
    const person = known ?? (await addPerson(sql, { ...input, email }));
    await insertMember(sql, {
      userId: person.id,
      role: role.role,
      roleId: role.role_id,
      organizationId,
      workspaceId,
    });
    await sql(`update invitation set accepted_at = now() where id = $1`, [id]);
    await writeAuditEntry(sql, organizationId, {
      actor: { kind: 'user', id: person.id },
      origin: originOf(ctx),
      act: 'invitations.accept',
      outcome: 'ok',
      input: { role: showGiven(role).role },
      subjects: [toPublicId('invitation', id), toPublicId('user', person.id)],
    });
    return { person, workspaceId };
  });
}

async function addPerson(sql: Sql, { name, email, password }: Acceptance & { email: string }): Promise<KnownPerson> {
  if (!name) fail('request.invalid', { details: [{ path: 'name', message: 'Say who you are.' }] });
  return { id: await createUser(sql, { name, email, password }), name, email };
}
