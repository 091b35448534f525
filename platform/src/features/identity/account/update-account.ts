import type { Account } from '@tabard/contract/identity/account';
import { requireSignedIn } from '#features/identity/confirmation';
import type { OrganizationWriteScope } from '#kernel';
import { showAccount } from './get-account.ts';

/** Changes what others see a person as, and how they read; what is left out stays. */
export async function updateAccount(
  scope: OrganizationWriteScope,
  input: { name?: string; locale?: Account['locale']; timeZone?: string | null },
): Promise<Account> {
  const person = await requireSignedIn(scope);
  // When they were changed tells how old a password is, so it stays.
  await scope.sql(
    `update app_user set name = coalesce($2, name), locale = case when $3 then $4 else locale end,
            time_zone = case when $5 then $6 else time_zone end where id = $1`,
    [
      person.userId,
      input.name ?? null,
      input.locale !== undefined,
      input.locale ?? null,
      input.timeZone !== undefined,
      input.timeZone ?? null,
    ],
  );
  return showAccount(scope.app, person, scope.sql);
}
