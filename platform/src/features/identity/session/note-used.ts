import type { Uuid } from '@tabard/contract';
import { noteSeen } from '#features/identity/user';
import type { App } from '#kernel';

/** Notes when a person last used a page of their sign-in, so many seconds ago; never earlier than is known already. */
export async function noteUsed(
  app: App,
  { sessionId, userId, idleSeconds }: { sessionId: Uuid; userId: Uuid; idleSeconds: number },
): Promise<void> {
  await app.database.readOrganization(
    `update user_session set last_seen_at = greatest(last_seen_at, now() - make_interval(secs => $2)) where id = $1`,
    [sessionId, idleSeconds],
  );
  if (idleSeconds < 60) noteSeen(app, userId);
}
