import type { Uuid } from '@tabard/contract';
import type { App, Sql } from '#kernel';
import { hashRecoveryCode, isAppCode, stepOf, tidyCode } from './second-factor.rules.ts';

/** Whether a code of the person's app, or one of their recovery codes, is good; it is good for nothing after that. The caller counts tries. */
export async function checkSecondFactor(app: App, sql: Sql, userId: Uuid, given: string): Promise<boolean> {
  const code = tidyCode(given);
  if (!isAppCode(code)) return useRecoveryCode(app, sql, userId, code);
  const [row] = await sql<{ secret: string }>(
    'select secret from second_factor where user_id = $1 and secret is not null for update',
    [userId],
  );
  const step = row ? stepOf(app.ports.secrets.open(row.secret, userId), code, app.ports.clock.now()) : null;
  if (step === null) return false;
  // Neither the same code again nor one from before it.
  const taken = await sql(
    'update second_factor set last_step = $2 where user_id = $1 and last_step < $2 returning user_id',
    [userId, step],
  );
  return taken.length > 0;
}

async function useRecoveryCode(app: App, sql: Sql, userId: Uuid, code: string): Promise<boolean> {
  const used = await sql(
    'update recovery_code set used_at = now() where user_id = $1 and code_hash = $2 and used_at is null returning id',
    [userId, hashRecoveryCode(app, userId, code)],
  );
  return used.length > 0;
}
