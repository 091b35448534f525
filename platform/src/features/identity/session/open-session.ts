import type { Uuid } from '@tabard/contract';
import { readSignInRules } from '#features/identity/organization';
import { noteSeen } from '#features/identity/user';
import { fail, issueToken, newId, type App, type ServedDomain } from '#kernel';

/** How every user session's token begins. */
export const userTokenPrefix = 'us_';

/** A person's new sign-in; its token is in the answer only. */
export interface OpenedSession {
  id: Uuid;
  token: string;
  expiresAt: Date;
}

/** Where somebody signs in from. */
export interface SignInOrigin {
  ip: string;
  userAgent?: string | null;
  /** The host name at which they do; left out and null for the installation's own. */
  domain?: ServedDomain | null;
  /** What they showed in place of a password, if they did. */
  by?: SignInMeans;
}

/** What somebody signs in by in place of a password. */
export interface SignInMeans {
  /** A passkey of theirs, as long as they have it. */
  passkeyId: Uuid | null;
}

/** Signs somebody in who is known by now, for as long as each of their organizations allows. */
export async function openSession(app: App, userId: Uuid, from: SignInOrigin): Promise<OpenedSession> {
  const token = issueToken(userTokenPrefix);
  const id = newId();
  const { sessionHours, idleMinutes } = await readSignInRules(app, userId);
  const [row] = await app.database.readOrganization<{ expires_at: Date }>(
    `insert into user_session (id, user_id, token_hash, ip, user_agent, idle_minutes, domain_id, passkey_id, confirmed_at, expires_at)
     select $1, $2, $3, left($4, 64), left($5, 300), $6, $8, $9, now(), now() + make_interval(hours => $7)
      where $9::uuid is null or exists (select from passkey where id = $9 and user_id = $2) returning expires_at`,
    [
      id,
      userId,
      token.hash,
      from.ip,
      from.userAgent ?? null,
      idleMinutes,
      sessionHours,
      from.domain?.id ?? null,
      from.by?.passkeyId ?? null,
    ],
  );
  noteSeen(app, userId);
  return { id, token: token.secret, expiresAt: (row ?? fail('auth.step_ended')).expires_at };
}
