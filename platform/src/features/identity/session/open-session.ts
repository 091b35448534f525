import type { Uuid } from '@tabard/contract';
import { readSignInRules } from '#features/identity/organization';
import { noteSeen } from '#features/identity/user';
import { fail, issueToken, newId, type App, type ServedDomain } from '#kernel';
import { requireAllowedMeans } from './require-allowed-means.ts';

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
  passkeyId?: Uuid | null;
  /** Their account at a provider, as long as they have it. A code is asked for all the same. */
  identityId?: Uuid | null;
  /**
   * A sign-in of theirs on another device that approved this one, as long as it goes on. Nothing more is known of them by it: the new one
   * ends no later, and was confirmed no later.
   */
  approvedBy?: Uuid | null;
}

/**
 * Signs somebody in who is known by now, for as long as each of their organizations allows.
 * @throws `auth.single_sign_on_required`, `auth.step_ended`
 */
export async function openSession(app: App, userId: Uuid, from: SignInOrigin): Promise<OpenedSession> {
  await requireAllowedMeans(app, userId, from.by);
  const token = issueToken(userTokenPrefix);
  const id = newId();
  const { sessionHours, idleMinutes } = await readSignInRules(app, userId);
  const [row] = await app.database.readOrganization<{ expires_at: Date }>(
    `insert into user_session (id, user_id, token_hash, ip, user_agent, idle_minutes, domain_id, passkey_id, approved_by, identity_id, confirmed_at, expires_at)
     select $1, $2, $3, left($4, 64), left($5, 300), $6, $8, coalesce($9, by.passkey_id), $10::uuid, coalesce($11, by.identity_id), case when $10::uuid is null then now() else by.confirmed_at end,
            least(now() + make_interval(hours => $7), by.expires_at)
       from (select) as one left join user_session by on by.id = $10 and by.user_id = $2 and by.ended_at is null and by.expires_at > now()
      where ($9::uuid is null or exists (select from passkey where id = $9 and user_id = $2)) and ($10::uuid is null or by.id is not null)
        and ($11::uuid is null or exists (select from user_identity where id = $11 and user_id = $2 and confirmed_at is not null))
     returning expires_at`,
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
      from.by?.approvedBy ?? null,
      from.by?.identityId ?? null,
    ],
  );
  noteSeen(app, userId);
  return { id, token: token.secret, expiresAt: (row ?? fail('auth.step_ended')).expires_at };
}
