import { msg } from '@lit/localize';
import type { CodeWords } from '../../base/code-words.ts';

/** What the platform refuses of a person's own account. */
export const accountWords: CodeWords = {
  'account.no_person': () => msg('You came here from another system, which signs you in. Change this there.'),
  'account.email_same': () => msg('You sign in with this address already. Give another one.'),
  'auth.wrong_passkey': () => msg('This passkey is not yours, or is not good here. Use another one, or your password.'),
  'auth.wrong_password': () => msg('The password is wrong.'),
  'auth.invalid_one_time_password': () =>
    msg('The code is wrong, too old or was used already. Wait for the next one, or use a recovery code.'),
  'auth.confirmation_required': () => msg('Confirm first that it is you.'),
  'user.password_short': () => msg('The password is too short. Choose one of at least 12 characters.'),
  'user.password_common': () =>
    msg(
      'This password is easy to guess. Choose four or more words that do not belong together, or let a password manager make one.',
    ),
  'passkey.not_offered': () =>
    msg('Passkeys need a page with a host name. Open the app by its name and not by an IP address.'),
  'passkey.challenge_ended': () => msg('This took too long. Begin once more.'),
  'passkey.refused': () =>
    msg('This passkey cannot be used here. Make one that asks for your fingerprint, your face or a PIN.'),
  'passkey.known': () => msg('This passkey is in the list already.'),
  'passkey.too_many': () => msg('You have 20 passkeys. Remove one that you do not use any more.'),
  'user_identity.last_way': () =>
    msg('Without it you could not sign in any more. Choose a password or add a passkey first.'),
  'user_identity.not_found': () => msg('It is not there any more.'),
  'identity_provider.not_found': () => msg('You cannot sign in with it here any more.'),
  'second_factor.not_set_up': () => msg('No app is set up for codes. Set one up first.'),
  'second_factor.required': () =>
    msg('Your organization asks for it, so it cannot be turned off. Another app can take its place.'),
};
