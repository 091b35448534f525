import type { Uuid } from '@tabard/contract';
import { fail, type App, type Sql } from '#kernel';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { stepOf, tidyCode } from './second-factor.rules.ts';

/**
 * Takes the first code of the app that was set up: from now on a code is asked for at sign-in. Gives the recovery codes, this once.
 * @throws `second_factor.not_set_up`, `auth.invalid_one_time_password`
 */
export async function turnOnSecondFactor(app: App, sql: Sql, userId: Uuid, code: string): Promise<string[]> {
  const [row] = await sql<{ pending_secret: string | null }>(
    'select pending_secret from second_factor where user_id = $1 for update',
    [userId],
  );
  if (!row?.pending_secret) return fail('second_factor.not_set_up');
  const step = stepOf(app.ports.secrets.open(row.pending_secret, userId), tidyCode(code), app.ports.clock.now());
  if (step === null) return fail('auth.invalid_one_time_password');
  await sql(
    `update second_factor set secret = pending_secret, pending_secret = null, last_step = $2, turned_on_at = now() where user_id = $1`,
    [userId, step],
  );
  return renewRecoveryCodes(app, sql, userId);
}
