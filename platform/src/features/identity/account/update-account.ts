import type { Account } from '@tabard/contract/identity/account';
import { requireSignedIn } from '#features/identity/confirmation';
import { setProfile } from '#features/identity/user';
import type { OrganizationWriteScope } from '#kernel';
import { showAccount } from './get-account.ts';

/** Changes what others see the caller as, and how they read; what is left out stays. */
export async function updateAccount(
  scope: OrganizationWriteScope,
  input: { name?: string; locale?: Account['locale']; timeZone?: string | null },
): Promise<Account> {
  const person = await requireSignedIn(scope);
  await setProfile(scope.sql, person.userId, input);
  return showAccount(scope.app, person, scope.sql);
}
