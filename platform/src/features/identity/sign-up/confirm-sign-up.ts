import { toPublicId, type Uuid } from '@tabard/contract';
import { insertMember } from '#features/identity/member';
import type { SignUpRules } from '#features/identity/organization';
import type { KnownPerson } from '#features/identity/session';
import { createSignedUp, verifyPassword } from '#features/identity/user';
import { holdChain, insertWorkspace } from '#features/identity/workspace';
import { fail, hashToken, isToken, originOf, writeAuditEntry, type RequestContext, type Sql } from '#kernel';
import { linkPrefix, mostTries, requireDomain, requirePassword } from './sign-up.rules.ts';

/** A sign-up whose link is good. */
export interface OpenSignUp {
  id: Uuid;
  organizationId: Uuid;
  email: string;
  name: string;
  passwordHash: string;
  terms: { url: string; version: string; acceptedAt: Date } | null;
}

/**
 * The sign-up of a link, if it is good; looking at it spends nothing.
 * @throws `sign_up.link_wrong`, `sign_up.link_spent`
 */
export async function readLink(sql: Sql, code: string, rules: SignUpRules): Promise<OpenSignUp> {
  if (!isToken(linkPrefix, code)) fail('sign_up.link_wrong');
  const [row] = await sql<{
    id: Uuid;
    organization_id: Uuid;
    email: string;
    name: string;
    password_hash: string | null;
    terms_url: string | null;
    terms_version: string | null;
    created_at: Date;
  }>(
    `select id, organization_id, email, name, password_hash, terms_url, terms_version, created_at from sign_up
      where code_hash = $1 and used_at is null and expires_at > now() and tries < $2 for update`,
    [hashToken(code), mostTries],
  );
  // Under another name than the one at which it began there is no such link.
  if (!row?.password_hash || row.organization_id !== rules.organizationId) fail('sign_up.link_spent');
  const { terms_url: url, terms_version: version, created_at: acceptedAt } = row;
  return {
    id: row.id,
    organizationId: row.organization_id,
    email: row.email,
    name: row.name,
    passwordHash: row.password_hash,
    terms: url === null ? null : { url, version: version ?? '', acceptedAt },
  };
}

/** What whoever has the link says: the password that was chosen, so that nobody confirms what a stranger began, and a name for the workspace. */
export interface Confirmation {
  code: string;
  password: string;
  workspace: string;
}

/**
 * Takes the link, once: makes the person, a workspace of their own below the organization with what it hands down, and them its owner.
 * @throws what `readLink` throws, `auth.invalid_credentials`, `sign_up.domain_refused`, `auth.single_sign_on_required`
 */
export async function confirmSignUp(
  ctx: RequestContext,
  { code, password, workspace }: Confirmation,
  rules: SignUpRules,
): Promise<{ person: KnownPerson; workspaceId: Uuid }> {
  const { database } = ctx.app;
  const seen = await database.control((_em, sql) => readLink(sql, code, rules));
  requireDomain(seen.email, rules);
  await requirePassword(ctx.app, seen.email);
  if (!(await verifyPassword(seen.passwordHash, password))) {
    await database.control((_em, sql) => sql('update sign_up set tries = tries + 1 where id = $1', [seen.id]));
    fail('auth.invalid_credentials', { public: 'The password is wrong.' });
  }
  return database.write(rules.organizationId, async (_em, sql) => {
    const chain = await holdChain(sql, rules.chain);
    const { organizationId, email, name, passwordHash, terms } = await readLink(sql, code, rules);
    // Somebody may have come by an invitation since.
    const userId = (await createSignedUp(sql, { email, name, passwordHash, terms })) ?? fail('sign_up.link_spent');
    const made = await insertWorkspace(sql, { organizationId, name: workspace }, chain);
    await insertMember(sql, { userId, role: 'workspace_admin', organizationId, workspaceId: made.id });
    // No other link to the address is good for anything.
    await sql('update sign_up set used_at = now(), password_hash = null where email = $1 and used_at is null', [email]);
    await writeAuditEntry(sql, organizationId, {
      actor: { kind: 'user', id: userId },
      origin: originOf(ctx),
      act: 'signUps.confirm',
      outcome: 'ok',
      input: terms && { termsUrl: terms.url, termsVersion: terms.version },
      subjects: [toPublicId('user', userId), toPublicId('workspace', made.id)],
    });
    return { person: { id: userId, name, email }, workspaceId: made.id };
  });
}
