import { toPublicId, type Uuid } from '@tabard/contract';
import { mailNotice } from '#features/identity/account';
import { belongsUnder } from '#features/identity/address';
import type { ClaimedIdentity, Returned } from '#features/identity/identity-provider';
import { insertMember } from '#features/identity/member';
import { noteSignIn, requireAllowedMeans } from '#features/identity/session';
import { createUserOfCompany, findUser } from '#features/identity/user';
import {
  addIdentity,
  findIdentity,
  hasOtherIdentity,
  noteIdentityUsed,
  type KnownIdentity,
} from '#features/identity/user-identity';
import { findWorkspace } from '#features/identity/workspace';
import {
  fail,
  originOf,
  writeAuditEntry,
  type App,
  type RequestContext,
  type RouteAnswer,
  type RouteRequest,
  type Sql,
} from '#kernel';
import { acceptedLanguage } from './accepted-language.ts';
import { askByMail } from './ask-by-mail.ts';
import { contextOf } from './context-of.ts';
import { proceed } from './proceed.ts';
import { providerWords } from './provider-words.ts';
import { signedIn } from './signed-in.ts';

/**
 * Signs in whose account it is. A person's first time, it is theirs by the word of whoever the address belongs to: their company, or the
 * provider where addresses of the domain are its own to give; otherwise they are asked by mail, or sign in another way and add it.
 * @throws `user_identity.unverified`, `user_identity.unknown`, `user_identity.recycled`, `user_identity.unconfirmed`, `auth.single_sign_on_required`
 */
export async function arriveByIdentity(
  app: App,
  request: RouteRequest,
  identity: ClaimedIdentity,
): Promise<RouteAnswer> {
  const ctx = contextOf(app, request);
  // A company's provider speaks for its own people only.
  if (identity.provider.kind === 'oidc' && !identity.isVerified) fail('user_identity.unverified');
  const known = (await findIdentity(app, identity)) ?? (await attach(ctx, request, identity));
  if (!known) return { body: { ending: mailedEnding(request, identity) } };
  const { id: identityId, userId } = known;
  await join(ctx, userId, identity);
  const person = await findUser(app, userId);
  if (!person || !(await belongsUnder(app, request.host.domain, userId))) {
    void noteSignIn(ctx, userId, 'user_identity.unknown');
    return fail('user_identity.unknown');
  }
  await app.database.control((_em, sql) => noteIdentityUsed(sql, identityId, identity));
  const by = { identityId };
  await requireAllowedMeans(app, userId, by).catch((error: unknown) => {
    void noteSignIn(ctx, userId, 'auth.single_sign_on_required');
    throw error;
  });
  return proceed({ app, request, person: { id: userId, ...person }, workspaceId: null, by });
}

/** Finds the person of a new account, or makes them; null where they are asked by mail. */
async function attach(
  ctx: RequestContext,
  request: RouteRequest,
  identity: ClaimedIdentity,
): Promise<KnownIdentity | null> {
  const { app } = ctx;
  const { email, isVerified, isAuthoritative, provider } = identity;
  if (email === null || !isVerified) return fail('user_identity.unverified');
  const [person] = await app.database.readOrganization<{ id: Uuid }>('select id from app_user where email = $1', [
    email,
  ]);
  if (!person) return makePerson(ctx, identity, email);
  // Whoever has nothing to do under this name is not made known by it.
  const isHere = provider.kind === 'oidc' || (await belongsUnder(app, request.host.domain, person.id));
  if (!isHere) return fail('user_identity.unknown');
  if (await hasOtherIdentity(app, person.id, identity)) return fail('user_identity.recycled');
  if (!isAuthoritative)
    return askByMail(ctx.app, {
      userId: person.id,
      identity,
      domain: request.host.domain,
      locale: localeOf(request),
    });
  const id = await app.database.control(async (_em, sql) => {
    const added = await addIdentity(sql, person.id, identity);
    await mailNotice(app, sql, { userId: person.id, notice: 'identityAdded', locale: localeOf(request) });
    return added;
  });
  await noteSignIn(ctx, person.id, 'ok', 'account.addIdentity');
  return { id, userId: person.id };
}

const localeOf = ({ headers }: RouteRequest) => acceptedLanguage(headers['accept-language']);

/** Somebody's first day: their company takes them in. */
async function makePerson(ctx: RequestContext, identity: ClaimedIdentity, email: string): Promise<KnownIdentity> {
  const { organizationId, join: joins } = identity.provider;
  if (!joins || !organizationId) return fail('user_identity.unknown');
  return ctx.app.database.write(organizationId, async (_em, sql) => {
    const userId = await createUserOfCompany(sql, { email, name: identity.name });
    await insertMembership(ctx, sql, userId, identity);
    return { id: await addIdentity(sql, userId, identity), userId };
  });
}

/** Makes a person a member whose company wants that; who is one there already, even one who may do nothing now, stays what they are. */
async function join(ctx: RequestContext, userId: Uuid, identity: ClaimedIdentity): Promise<void> {
  const { organizationId, join: joins } = identity.provider;
  if (!joins || !organizationId) return;
  const rows = await ctx.app.database.readOrganization(
    `with recursive chain as (
       select id, parent_id from organization where id = $2
       union all
       select o.id, o.parent_id from organization o join chain on o.id = chain.parent_id)
     select from member where user_id = $1 and (organization_id = $2 or workspace_id is null and organization_id in (select id from chain)) limit 1`,
    [userId, organizationId],
  );
  if (rows.length === 0)
    await ctx.app.database.write(organizationId, (_em, sql) => insertMembership(ctx, sql, userId, identity));
}

async function insertMembership(
  ctx: RequestContext,
  sql: Sql,
  userId: Uuid,
  { provider }: ClaimedIdentity,
): Promise<void> {
  const { organizationId, join: joins } = provider;
  if (!joins || !organizationId) return;
  const { role, workspaceId } = joins;
  const placed = workspaceId && (await findWorkspace(ctx.app, workspaceId));
  // The workspace may be gone, or somebody else's, by now.
  if (workspaceId && (!placed || !placed.chain.some(({ id }) => id === organizationId))) fail('user_identity.unknown');
  const home = placed ? placed.row.organization_id : organizationId;
  await insertMember(sql, { userId, role, organizationId: home, workspaceId });
  await writeAuditEntry(sql, organizationId, {
    actor: { kind: 'user', id: userId },
    origin: originOf(ctx),
    act: 'members.join',
    outcome: 'ok',
    input: { role },
    subjects: [toPublicId('user', userId)],
  });
}

function mailedEnding(request: RouteRequest, { email, provider }: ClaimedIdentity) {
  const words = providerWords[localeOf(request)];
  return { ...words.mailed(provider.name, email ?? ''), link: words.back, href: '/sign-in' };
}

/**
 * Adds an account to that of whoever is signed in in this browser by the very sign-in that asked for it.
 * @throws `auth.authorization_ended`, `user_identity.taken`, `user_identity.too_many`
 */
export async function addToAccount(
  app: App,
  request: RouteRequest,
  { identity, by }: { identity: ClaimedIdentity; by: NonNullable<Returned['by']> },
): Promise<RouteAnswer> {
  const session = await signedIn(app, request);
  if (session?.sessionId !== by.sessionId || session.userId !== by.userId) return fail('auth.authorization_ended');
  await app.database.control(async (_em, sql) => {
    await addIdentity(sql, by.userId, identity);
    await mailNotice(app, sql, { userId: by.userId, notice: 'identityAdded', locale: localeOf(request) });
  });
  await noteSignIn(contextOf(app, request), by.userId, 'ok', 'account.addIdentity');
  return { body: { url: `${request.host.url}${by.returnPath}` } };
}
