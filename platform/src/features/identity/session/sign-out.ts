import { fail, type OrganizationWriteScope } from '#kernel';

/** Ends the session that the request came with. API keys and embed sessions are revoked instead. */
export async function signOut(scope: OrganizationWriteScope): Promise<Record<string, never>> {
  const { principal } = scope;
  if (principal.kind !== 'user')
    fail('auth.permission_denied', { public: 'Only people sign out. Revoke an API key or an embed session instead.' });
  await scope.sql('update user_session set ended_at = coalesce(ended_at, now()) where id = $1', [principal.sessionId]);
  return {};
}
