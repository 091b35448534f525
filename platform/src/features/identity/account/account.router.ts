import {
  accountChangeEmailInput,
  accountChangeEmailOutput,
  accountChangePasswordInput,
  accountChangePasswordOutput,
  accountConfirmInput,
  accountConfirmOutput,
  accountOutput,
  accountTurnOnInput,
  accountUpdateInput,
  confirmationBeginOutput,
  identityBeginInput,
  identityBeginOutput,
  identityRemoveInput,
  identityRemoveOutput,
  passkeyAddInput,
  passkeyBeginOutput,
  passkeyRemoveInput,
  passkeyRemoveOutput,
  passkeyRenameInput,
  recoveryCodesOutput,
  secondFactorSetUp,
} from '@tabard/contract/identity/account';
import { memberResetSecondFactorInput, memberResetSecondFactorOutput } from '@tabard/contract/identity/member';
import { z } from 'zod';
import { beginConfirmation, confirmPerson } from '#features/identity/session';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { cancelEmailChange, changeEmail } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { getAccount } from './get-account.ts';
import { beginIdentity, removeIdentity } from './steer-identities.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from './steer-passkeys.ts';
import {
  renewRecoveryCodes,
  setUpSecondFactor,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from './steer-second-factor.ts';
import { updateAccount } from './update-account.ts';

const nothing = z.strictObject({}).optional();

export const accountRouter = router({
  /** Tells who you are and how you sign in. */
  get: organizationQuery({ input: nothing, output: accountOutput, handler: getAccount }),
  /** Changes your name, the language that you read in, and your clock. */
  update: organizationMutation({ input: accountUpdateInput, output: accountOutput, handler: updateAccount }),
  /**
   * Mails a link to the address that you want to sign in with; until it is used, nothing changes. It answers the same whether somebody
   * has the address already.
   */
  changeEmail: organizationMutation({
    input: accountChangeEmailInput,
    output: accountChangeEmailOutput,
    handler: changeEmail,
  }),
  /** Stays with the address that you have; the link that was mailed to the other one is good for nothing then. */
  cancelEmailChange: organizationMutation({ input: nothing, output: z.object({}), handler: cancelEmailChange }),
  /** What your browser unlocks one of your passkeys by, for `confirm`. */
  beginConfirmation: organizationMutation({
    input: nothing,
    output: confirmationBeginOutput,
    handler: beginConfirmation,
  }),
  /** Shows that it is you, with your password, a code or a passkey; for ten minutes you can change how you sign in. */
  confirm: organizationMutation({ input: accountConfirmInput, output: accountConfirmOutput, handler: confirmPerson }),
  /** Gives you another password and ends your sign-ins elsewhere; a mail tells you of it. */
  changePassword: organizationMutation({
    input: accountChangePasswordInput,
    output: accountChangePasswordOutput,
    handler: changePassword,
  }),
  /** Begins to set up an app for codes, or another one. Nothing changes until `turnOnSecondFactor` gets its first code. */
  setUpSecondFactor: organizationMutation({ input: nothing, output: secondFactorSetUp, handler: setUpSecondFactor }),
  /** Takes the first code of the app: from now on one is asked for at sign-in. The recovery codes are in this answer only. */
  turnOnSecondFactor: organizationMutation({
    input: accountTurnOnInput,
    output: recoveryCodesOutput,
    handler: turnOnSecondFactor,
  }),
  /** Asks for no codes any more, unless an organization of yours needs them. */
  turnOffSecondFactor: organizationMutation({ input: nothing, output: z.object({}), handler: turnOffSecondFactor }),
  /**
   * Resets the app of a member who lost it and the recovery codes: they sign in with their password and set another one up. For people
   * who administer the organizations of all places that the member belongs to. It ends the member's sign-ins, and a mail tells them.
   */
  resetSecondFactor: organizationMutation({
    permission: 'member.manage',
    input: memberResetSecondFactorInput,
    output: memberResetSecondFactorOutput,
    handler: resetSecondFactor,
  }),
  /**
   * Begins to add a passkey, which signs you in without a password and a code. Give the options to the browser on a page of the host name
   * that `get` names; nothing changes until `addPasskey` gets what it made.
   */
  beginPasskey: organizationMutation({ input: nothing, output: passkeyBeginOutput, handler: beginPasskey }),
  /** Takes the passkey that the browser made; a mail tells you of it. */
  addPasskey: organizationMutation({ input: passkeyAddInput, output: accountOutput, handler: addPasskey }),
  /** Calls one of your passkeys otherwise. */
  renamePasskey: organizationMutation({ input: passkeyRenameInput, output: accountOutput, handler: renamePasskey }),
  /** Makes one of your passkeys good for nothing and ends the sign-ins elsewhere that it opened; a mail tells you of it. */
  removePasskey: organizationMutation({
    input: passkeyRemoveInput,
    output: passkeyRemoveOutput,
    handler: removePasskey,
  }),
  /**
   * Begins to add an account at a provider that `get` offers. Open the address in the window in which you are signed in; who agrees there is
   * led back, and signs in with that account from then on.
   */
  beginIdentity: organizationMutation({
    input: identityBeginInput,
    output: identityBeginOutput,
    handler: beginIdentity,
  }),
  /** Has an account at a provider sign you in no more, and ends the sign-ins elsewhere that it opened; a mail tells you of it. */
  removeIdentity: organizationMutation({
    input: identityRemoveInput,
    output: identityRemoveOutput,
    handler: removeIdentity,
  }),
  /** Makes ten other recovery codes; those before are good for nothing then. They are in this answer only. */
  renewRecoveryCodes: organizationMutation({
    input: nothing,
    output: recoveryCodesOutput,
    handler: renewRecoveryCodes,
  }),
});
