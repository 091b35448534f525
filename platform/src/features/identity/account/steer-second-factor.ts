import type { SecondFactorSetUp } from '@tabard/contract/identity/account';
import { requireConfirmed } from '#features/identity/confirmation';
import {
  renewRecoveryCodes as renew,
  secondFactorStanding,
  setUpSecondFactor as setUp,
  turnOffSecondFactor as turnOff,
  turnOnSecondFactor as turnOn,
} from '#features/identity/second-factor';
import { limitSignIn } from '#features/identity/session';
import { findUser } from '#features/identity/user';
import { personalMail } from '#features/operations/system-mail';
import { fail, type OrganizationWriteScope } from '#kernel';
import { mailNotice } from './mail-notice.ts';

/** Begins to set an app up, or another one in place of it; nothing changes until its first code is given. */
export async function setUpSecondFactor({ app, sql, ...scope }: OrganizationWriteScope): Promise<SecondFactorSetUp> {
  const { userId } = await requireConfirmed({ app, ...scope });
  const [mail, person] = await Promise.all([personalMail(app, userId), findUser(app, userId)]);
  return setUp(app, sql, { userId, issuer: mail?.name ?? '', label: person?.email ?? '' });
}

/** Takes the first code of the app; gives the recovery codes, this once. */
export async function turnOnSecondFactor(
  scope: OrganizationWriteScope,
  { oneTimePassword }: { oneTimePassword: string },
): Promise<{ recoveryCodes: string[] }> {
  const { app, sql } = scope;
  const { userId, sessionId } = await requireConfirmed(scope);
  const limit = await limitSignIn(app, `session ${sessionId}`, userId, 'code');
  const recoveryCodes = await turnOn(app, sql, userId, oneTimePassword);
  await limit.succeeded();
  await mailNotice(app, sql, { userId, notice: 'secondFactorOn' });
  return { recoveryCodes };
}

/** @throws `second_factor.required` where an organization asks for it */
export async function turnOffSecondFactor(scope: OrganizationWriteScope): Promise<Record<string, never>> {
  const { app, sql } = scope;
  const { userId } = await requireConfirmed(scope);
  if ((await secondFactorStanding(app, userId)).isRequired) fail('second_factor.required');
  await turnOff(sql, userId);
  await mailNotice(app, sql, { userId, notice: 'secondFactorOff' });
  return {};
}

/** Gives other recovery codes, this once, in place of those before. */
export async function renewRecoveryCodes(scope: OrganizationWriteScope): Promise<{ recoveryCodes: string[] }> {
  const { app, sql } = scope;
  const { userId } = await requireConfirmed(scope);
  if (!(await secondFactorStanding(app, userId)).isOn) fail('second_factor.not_set_up');
  const recoveryCodes = await renew(app, sql, userId);
  await mailNotice(app, sql, { userId, notice: 'recoveryCodesRenewed' });
  return { recoveryCodes };
}
