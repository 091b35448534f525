import { toPublicId, type Uuid } from '@tabard/contract';
import { hostById } from '#features/identity/address';
import { requireConfirmed, requireSignedIn } from '#features/identity/confirmation';
import { prepareAuthorization, providerOf } from '#features/identity/identity-provider';
import { endSessions } from '#features/identity/session';
import { removeIdentity as remove } from '#features/identity/user-identity';
import { fail, Failure, type OrganizationWriteScope } from '#kernel';
import { mailNotice } from './mail-notice.ts';

/**
 * Where the caller's browser goes to add an account at a provider. Only the browser that is signed in by the very sign-in goes on there,
 * so nobody is made to add an account of somebody else's.
 * @throws `account.no_person`, `auth.confirmation_required`, `identity_provider.not_found`
 */
export async function beginIdentity(
  scope: OrganizationWriteScope,
  input: { provider: string; workspaceId?: Uuid },
): Promise<{ url: string }> {
  const { app } = scope;
  const { userId, sessionId, domainId } = await requireConfirmed(scope);
  const host = (await hostById(app, domainId)) ?? fail('identity_provider.not_found');
  const provider = await providerOf(app, host, input.provider);
  if (!provider || provider.kind === 'oidc') return fail('identity_provider.not_found');
  const workspaceId = input.workspaceId ?? scope.workspaceId;
  const returnPath = workspaceId ? `/app/${toPublicId('workspace', workspaceId)}/account` : '/sign-in';
  const state = await prepareAuthorization(app, { provider, host, by: { userId, sessionId, returnPath } });
  return { url: `${host.url}/sign-in/with?request=${state}` };
}

/**
 * Has an account at a provider sign the caller in no more, ends the sign-ins elsewhere that it opened, and tells them by mail.
 * @throws `auth.confirmation_required`, `user_identity.last_way`, `user_identity.not_found` also for callers who have none
 */
export async function removeIdentity(
  scope: OrganizationWriteScope,
  { id }: { id: Uuid },
): Promise<{ id: string; endedSessions: number }> {
  const { app, sql } = scope;
  await requireSignedIn(scope).catch((error: unknown) => {
    throw error instanceof Failure ? new Failure('user_identity.not_found') : error;
  });
  const { userId, sessionId } = await requireConfirmed(scope);
  await remove(sql, { userId, id });
  const endedSessions = await endSessions(sql, userId, { except: sessionId, identityId: id });
  await mailNotice(app, sql, { userId, notice: 'identityRemoved' });
  return { id: toPublicId('userIdentity', id), endedSessions };
}
