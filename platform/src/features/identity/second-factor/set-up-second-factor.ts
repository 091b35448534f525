import type { Uuid } from '@tabard/contract';
import type { SecondFactorSetUp } from '@tabard/contract/identity/account';
import type { App, Sql } from '#kernel';
import { pictureOf } from './picture-of.ts';
import { addressOf, newSecret } from './second-factor.rules.ts';

/** Begins to set an app up, in place of one whose first code was never given. Nothing is asked for at sign-in until it is. */
export async function setUpSecondFactor(
  app: App,
  sql: Sql,
  { userId, issuer, label }: { userId: Uuid; issuer: string; label: string },
): Promise<SecondFactorSetUp> {
  const secret = newSecret();
  await sql(
    `insert into second_factor (user_id, pending_secret) values ($1, $2)
     on conflict (user_id) do update set pending_secret = excluded.pending_secret`,
    [userId, app.ports.secrets.seal(secret, userId)],
  );
  const uri = addressOf(secret, issuer, label);
  return { secret, uri, picture: pictureOf(uri) };
}
