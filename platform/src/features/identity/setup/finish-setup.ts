import { fromPublicId, rolePermissions, toPublicId, type Language, type Uuid } from '@tabard/contract';
import { insertMember } from '#features/identity/member';
import { updateOrganization } from '#features/identity/organization';
import { removePasskeys } from '#features/identity/passkey';
import { turnOffSecondFactor } from '#features/identity/second-factor';
import { endSessions, type KnownPerson } from '#features/identity/session';
import { createUser, setPassword } from '#features/identity/user';
import { listWorkspaces, updateWorkspace } from '#features/identity/workspace';
import {
  fail,
  hashToken,
  isToken,
  newId,
  originOf,
  requireTimeZone,
  writeAuditEntry,
  type App,
  type OrganizationWriteScope,
  type RequestContext,
  type Sql,
} from '#kernel';
import { linkPrefix } from './setup.rules.ts';

/** What the first person says of themselves. Somebody who is known already only chooses a password. */
export interface FirstPerson {
  code: string;
  password: string;
  organization?: string;
  name?: string;
  email?: string;
  postalAddress?: string;
  timeZone?: string;
  /** The language of their browser. */
  locale?: Language;
}

interface LinkRow {
  organization_id: Uuid;
  user_id: Uuid | null;
}

/**
 * The link, if it can still be used.
 * @throws `setup.link_spent`
 */
export async function readLink(sql: Sql, code: string): Promise<LinkRow> {
  const [row] = isToken(linkPrefix, code)
    ? await sql<LinkRow>(
        'select organization_id, user_id from setup where link_hash = $1 and link_expires_at > now() for update',
        [hashToken(code)],
      )
    : [];
  return row ?? fail('setup.link_spent');
}

/**
 * Takes the link, once, and makes the first person with the operator's rights, or gives them another password.
 * @throws `setup.link_spent`, `user.email_taken`
 */
export async function finishSetup(ctx: RequestContext, input: FirstPerson): Promise<KnownPerson> {
  const { app } = ctx;
  const { organization_id: organizationId } = await app.database.control((_em, sql) => readLink(sql, input.code));
  return app.database.write(organizationId, async (_em, sql) => {
    const link = await readLink(sql, input.code);
    const person = link.user_id
      ? { id: link.user_id, ...(await setPassword(sql, link.user_id, input.password)) }
      : await addPerson(sql, organizationId, input);
    await endSessions(sql, person.id);
    // Whoever can print this link may do anything here, so it also helps whoever has lost their app and their recovery codes.
    await turnOffSecondFactor(sql, person.id);
    await removePasskeys(sql, person.id);
    await sql('update setup set user_id = $1, link_hash = null, shown_at = coalesce(shown_at, now())', [person.id]);
    if (!link.user_id) await nameInstallation(app, sql, { userId: person.id, organizationId, input });
    await writeAuditEntry(sql, organizationId, {
      actor: { kind: 'user', id: person.id },
      origin: originOf(ctx),
      act: 'setup.finish',
      outcome: 'ok',
      input: undefined,
      subjects: [toPublicId('user', person.id)],
    });
    return person;
  });
}

async function addPerson(sql: Sql, organizationId: Uuid, { name, email, password }: FirstPerson): Promise<KnownPerson> {
  if (!name || !email)
    fail('request.invalid', { details: [{ path: name ? 'email' : 'name', message: 'Say who you are.' }] });
  const id = await createUser(sql, { name, email, password });
  await insertMember(sql, { userId: id, role: 'super_admin', organizationId });
  return { id, name, email };
}

interface Naming {
  userId: Uuid;
  organizationId: Uuid;
  input: FirstPerson;
}

/** The company's name and address and the person's time zone go to the operator and its first workspace. */
async function nameInstallation(app: App, sql: Sql, { userId, organizationId, input }: Naming): Promise<void> {
  const scope: OrganizationWriteScope = {
    app,
    sql,
    principal: {
      kind: 'user',
      userId,
      sessionId: newId(),
      organizationId,
      workspaceId: null,
      permissions: new Set(rolePermissions.super_admin),
    },
    workspaceId: null,
    // Nobody listens yet.
    emitIn: () => undefined,
  };
  const { organization: name, postalAddress, timeZone, locale } = input;
  await updateOrganization(scope, { id: organizationId, name, brand: { postalAddress } });
  const { items } = await listWorkspaces(scope, { limit: 1, organizationId });
  const id = items[0] && fromPublicId('workspace', items[0].id);
  if (!id) return;
  // A browser may know zones that the database does not; the workspace then keeps UTC.
  const isKnown = await requireTimeZone(app, timeZone, 'timeZone').then(
    () => true,
    () => false,
  );
  await updateWorkspace(scope, { id, name, locale, timeZone: isKnown ? timeZone : undefined });
}
