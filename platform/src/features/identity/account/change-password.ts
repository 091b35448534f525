import { requireSignedIn } from '#features/identity/confirmation';
import { endSessions, requirePassword } from '#features/identity/session';
import { setPassword } from '#features/identity/user';
import type { OrganizationWriteScope } from '#kernel';
import { mailNotice } from './mail-notice.ts';

/**
 * Gives the caller another password, ends their sign-ins elsewhere and tells them by mail.
 * @throws `account.no_person`, `auth.wrong_password`, `user.password_short`, `user.password_common`, `rate_limit.exceeded`
 */
export async function changePassword(
  scope: OrganizationWriteScope,
  input: { password: string; newPassword: string },
): Promise<{ endedSessions: number }> {
  await requirePassword(scope, input.password);
  const { userId, sessionId } = await requireSignedIn(scope);
  await setPassword(scope.sql, userId, input.newPassword);
  const endedSessions = await endSessions(scope.sql, userId, { except: sessionId });
  await mailNotice(scope.app, scope.sql, { userId, notice: 'passwordChanged' });
  return { endedSessions };
}
