import { toPublicId } from '@tabard/contract';
import { type Account } from '@tabard/contract/identity/account';
import { requireSignedIn } from '#features/identity/confirmation';
import { secondFactorStanding } from '#features/identity/second-factor';
import { findUser } from '#features/identity/user';
import { fail, type OrganizationScope } from '#kernel';

/** The caller, as they see themselves. */
export async function getAccount(scope: OrganizationScope): Promise<Account> {
  const { userId, confirmedUntil } = await requireSignedIn(scope);
  const [person, { isOn, turnedOnAt, recoveryCodesLeft, isRequired }] = await Promise.all([
    findUser(scope.app, userId),
    secondFactorStanding(scope.app, userId),
  ]);
  return {
    id: toPublicId('user', userId),
    ...(person ?? fail('account.no_person')),
    confirmedUntil: confirmedUntil?.toISOString() ?? null,
    secondFactor: { isOn, turnedOnAt: turnedOnAt?.toISOString() ?? null, recoveryCodesLeft, isRequired },
  };
}
