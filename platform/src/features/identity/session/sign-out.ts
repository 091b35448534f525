import { endSession } from './end-sessions.ts';
import { fail, type OrganizationWriteScope } from '#kernel';

/** Ends the session that the request came with. API keys and embed sessions are revoked instead. */
export async function signOut(scope: OrganizationWriteScope): Promise<Record<string, never>> {
  const { principal } = scope;
  if (principal.kind !== 'user')
    fail('auth.permission_denied', { public: 'Only people sign out. Revoke an API key or an embed session instead.' });
  await endSession(scope.sql, principal.sessionId);
  return {};
}
