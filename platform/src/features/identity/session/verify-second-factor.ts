import type { Uuid } from '@tabard/contract';
import { checkSecondFactor } from '#features/identity/second-factor';
import { fail, type App } from '#kernel';
import { limitSignIn } from './limit-sign-in.ts';

/**
 * Takes a code of a person's app, or one of their recovery codes, once. Tries are counted; strangers cannot keep out whoever is known
 * from a network.
 * @throws `auth.invalid_one_time_password`, `rate_limit.exceeded`
 */
export async function verifySecondFactor(app: App, ip: string, userId: Uuid, code: string): Promise<void> {
  const limit = await limitSignIn(app, ip, userId, 'code');
  // By itself: a code is spent even if what it was for fails.
  const right = await app.database.control((_em, sql) => checkSecondFactor(app, sql, userId, code));
  if (!right) fail('auth.invalid_one_time_password');
  await limit.succeeded();
}
