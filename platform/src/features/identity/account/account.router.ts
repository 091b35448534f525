import {
  accountChangePasswordInput,
  accountChangePasswordOutput,
  accountConfirmInput,
  accountConfirmOutput,
  accountOutput,
  accountTurnOnInput,
  recoveryCodesOutput,
  secondFactorSetUp,
} from '@tabard/contract/identity/account';
import { z } from 'zod';
import { confirmPerson } from '#features/identity/session';
import { organizationMutation, organizationQuery, router } from '#kernel';
import { changePassword } from './change-password.ts';
import { getAccount } from './get-account.ts';
import {
  renewRecoveryCodes,
  setUpSecondFactor,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from './steer-second-factor.ts';

const nothing = z.strictObject({}).optional();

export const accountRouter = router({
  /** Tells who you are and how you sign in. */
  get: organizationQuery({ input: nothing, output: accountOutput, handler: getAccount }),
  /** Shows that it is you, with your password or a code; for ten minutes you can change how you sign in. */
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
  /** Makes ten other recovery codes; those before are good for nothing then. They are in this answer only. */
  renewRecoveryCodes: organizationMutation({
    input: nothing,
    output: recoveryCodesOutput,
    handler: renewRecoveryCodes,
  }),
});
