import type { Uuid } from '@tabard/contract';
import { noteSeen } from '#features/identity/user';
import { fail, issueToken, newId, type App } from '#kernel';

/** How every user session's token begins. */
export const userTokenPrefix = 'us_';

/** How long a person stays signed in: a working day. */
const sessionHours = 12;

/** A person's new sign-in; its token is in the answer only. */
export interface OpenedSession {
  id: Uuid;
  token: string;
  expiresAt: Date;
}

/** Signs somebody in who is known by now. */
export async function openSession(app: App, userId: Uuid): Promise<OpenedSession> {
  const token = issueToken(userTokenPrefix);
  const id = newId();
  const [row] = await app.database.readOrganization<{ expires_at: Date }>(
    `insert into user_session (id, user_id, token_hash, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4)) returning expires_at`,
    [id, userId, token.hash, sessionHours],
  );
  noteSeen(app, userId);
  return { id, token: token.secret, expiresAt: (row ?? fail('internal.unexpected')).expires_at };
}
