import type { Uuid } from '@tabard/contract';
import { readSignInRules } from '#features/identity/organization';
import type { App } from '#kernel';

/** What a person has beside their password, and whether an organization of theirs asks for it. */
export interface SecondFactorStanding {
  isOn: boolean;
  turnedOnAt: Date | null;
  recoveryCodesLeft: number;
  isRequired: boolean;
}

export async function secondFactorStanding(app: App, userId: Uuid): Promise<SecondFactorStanding> {
  const [[row], { requireSecondFactor }] = await Promise.all([
    app.database.readOrganization<{ turned_on_at: Date | null; codes: number }>(
      `select (select turned_on_at from second_factor where user_id = $1) as turned_on_at,
              (select count(*)::int from recovery_code where user_id = $1 and used_at is null) as codes`,
      [userId],
      'second_factor_standing',
    ),
    readSignInRules(app, userId),
  ]);
  return {
    isOn: !!row?.turned_on_at,
    turnedOnAt: row?.turned_on_at ?? null,
    recoveryCodesLeft: row?.codes ?? 0,
    isRequired: requireSecondFactor,
  };
}
