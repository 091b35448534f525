import { createHash } from 'node:crypto';
import type { Uuid } from '@tabard/contract';
import { newId, type App } from '#kernel';
import { challengeMinutes } from './passkey.rules.ts';

/** Who is asked to sign something, and at which host name; nobody is known yet where somebody signs in. */
interface Asked {
  userId: Uuid | null;
  host: string;
}

const digest = (challenge: string): string => createHash('sha256').update(challenge).digest('hex');

/** Keeps a challenge until it is answered. */
export async function keepChallenge({ database }: App, challenge: string, { userId, host }: Asked): Promise<void> {
  await database.readOrganization(
    `insert into passkey_challenge (id, challenge_hash, user_id, host, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
    [newId(), digest(challenge), userId, host, challengeMinutes],
  );
}

/** Takes a challenge, once, whatever becomes of the answer; false when it is none, too old or somebody else's. */
export async function takeChallenge({ database }: App, challenge: string, { userId, host }: Asked): Promise<boolean> {
  const taken = await database.readOrganization(
    `delete from passkey_challenge
      where challenge_hash = $1 and user_id is not distinct from $2 and host = $3 and expires_at > now() returning id`,
    [digest(challenge), userId, host],
  );
  return taken.length > 0;
}
