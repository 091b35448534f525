import { toPublicId, type Uuid } from '@tabard/contract';
import { requireConfirmed } from '#features/identity/confirmation';
import { requireWholePerson } from '#features/identity/member';
import { removePasskeys } from '#features/identity/passkey';
import { turnOffSecondFactor } from '#features/identity/second-factor';
import { endSessions } from '#features/identity/session';
import type { OrganizationWriteScope } from '#kernel';
import { mailNotice } from './mail-notice.ts';

/**
 * Makes the app of a person who lost it good for nothing, with its recovery codes, and their passkeys, which stand for both; ends their
 * sign-ins and tells them by mail. The caller shows first that it is them.
 * @throws `account.no_person`, `auth.confirmation_required`, `member.not_found`, `member.is_you`, `member.beyond_reach`
 */
export async function resetSecondFactor(
  scope: OrganizationWriteScope,
  input: { id: Uuid },
): Promise<{ id: string; wasOn: boolean }> {
  const { app, sql } = scope;
  const userId = await requireWholePerson(scope, input.id);
  await requireConfirmed(scope);
  const wasOn = await turnOffSecondFactor(sql, userId);
  const passkeys = await removePasskeys(sql, userId);
  if (wasOn || passkeys > 0) {
    await endSessions(sql, userId);
    await mailNotice(app, sql, { userId, notice: 'secondFactorReset' });
  }
  return { id: toPublicId('member', input.id), wasOn };
}
