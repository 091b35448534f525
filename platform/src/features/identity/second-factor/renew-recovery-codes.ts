import type { Uuid } from '@tabard/contract';
import { newId, type App, type Sql } from '#kernel';
import { hashRecoveryCode, newRecoveryCode, recoveryCodes } from './second-factor.rules.ts';

/** New recovery codes in place of those before, which are good for nothing from then on. They are in the answer only. */
export async function renewRecoveryCodes(app: App, sql: Sql, userId: Uuid): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  await sql('delete from recovery_code where user_id = $1', [userId]);
  await sql('insert into recovery_code (id, user_id, code_hash) select unnest($2::uuid[]), $1, unnest($3::text[])', [
    userId,
    codes.map(() => newId()),
    codes.map((code) => hashRecoveryCode(app, userId, code)),
  ]);
  return codes;
}
