import { toPublicId, type Uuid } from '@tabard/contract';
import { requireSignedIn } from '#features/identity/confirmation';
import { fail, Failure, type OrganizationWriteScope } from '#kernel';
import { endSession, endSessions } from './end-sessions.ts';

/**
 * Ends one of the caller's own sign-ins.
 * @throws `user_session.not_found` also for callers who have none
 */
export async function endOwnSession(scope: OrganizationWriteScope, input: { id: Uuid }): Promise<{ id: string }> {
  const { userId } = await requireSignedIn(scope).catch((error: unknown) => {
    throw error instanceof Failure ? new Failure('user_session.not_found') : error;
  });
  const [row] = await scope.sql('select from user_session where id = $1 and user_id = $2', [input.id, userId]);
  if (!row) fail('user_session.not_found');
  await endSession(scope.sql, input.id);
  return { id: toPublicId('userSession', input.id) };
}

/** Ends every sign-in of the caller but the one that the request comes with. */
export async function endOtherSessions(scope: OrganizationWriteScope): Promise<{ ended: number }> {
  const { userId, sessionId } = await requireSignedIn(scope);
  return { ended: await endSessions(scope.sql, userId, { except: sessionId }) };
}
