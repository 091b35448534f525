import { encode } from 'uqr';
import type { Uuid } from '@tabard/contract';
import type { SecondFactorSetUp } from '@tabard/contract/identity/account';
import type { App, Sql } from '#kernel';
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

/** The dark squares of the picture as one path: a square is 1 wide, and a quiet zone of 4 stands around them. */
function pictureOf(text: string): SecondFactorSetUp['picture'] {
  const { data, size } = encode(text, { border: 4, ecc: 'M' });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}
