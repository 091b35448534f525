import { providerErrors } from './provider-errors.ts';
import { signUpErrors } from './sign-up-errors.ts';

/** What is refused of who is calling, and of organizations, people and credentials; part of the one vocabulary in `errors.ts`. */
export const identityErrors = {
  ...providerErrors,
  ...signUpErrors,
  // Who is calling
  'auth.required': { status: 401, message: 'Sign in, or send an API key or an embed session token.' },
  'auth.invalid_token': { status: 401, message: 'The token is unknown, expired or revoked. Get a new one.' },
  'auth.invalid_credentials': { status: 401, message: 'The email or the password is wrong.' },
  'auth.origin_not_allowed': {
    status: 403,
    message: 'This page may not use this embed session. Add its origin when you create the session.',
  },
  'auth.key_in_page': {
    status: 403,
    message: 'An API key belongs on a server. Revoke it if it reached a page, and give the page an embed session.',
  },
  'auth.address_not_allowed': {
    status: 403,
    message: 'This API key may not be used from this network address. Add the address to the networks of the key.',
  },
  'auth.permission_denied': {
    status: 403,
    message: 'You are not allowed to do this. An administrator of the workspace can grant it.',
  },
  'auth.one_time_password_required': {
    status: 401,
    message: 'A code is needed beside the password. Send the one that the app shows now, or a recovery code.',
  },
  'auth.invalid_one_time_password': {
    status: 422,
    message: 'The code is wrong, too old or was used already. Wait for the next one, or use a recovery code.',
  },
  'auth.second_factor_required': {
    status: 401,
    message: 'The organization asks for codes of an app beside the password. Sign in on the sign-in page to set it up.',
  },
  'auth.confirmation_required': {
    status: 409,
    message: 'Confirm first that it is you, with your password or a code (account.confirm). It holds for ten minutes.',
  },
  'auth.wrong_passkey': {
    status: 422,
    message: 'This passkey is not yours, or is not good here. Use another one, or your password.',
  },
  'auth.wrong_password': { status: 422, message: 'The password is wrong.' },
  'auth.passkey_refused': {
    status: 401,
    message: 'This passkey does not open anything here. Use another one, or sign in with your password.',
  },
  'auth.single_sign_on_required': {
    status: 403,
    message: 'Your company has a sign-in of its own. Open the sign-in page, give your address, and go on from there.',
  },
  'auth.provider_unreachable': {
    status: 502,
    message: 'The provider that signs you in does not answer just now. Try again in a minute, or sign in another way.',
  },
  'auth.provider_refused': {
    status: 401,
    message: 'The provider did not sign you in, or not as it should. Try again, or sign in another way.',
  },
  'auth.provider_cancelled': { status: 401, message: 'You did not agree at the provider, so nobody was signed in.' },
  'auth.authorization_ended': {
    status: 401,
    message: 'This took too long, was used already, or began in another browser. Sign in again.',
  },
  'auth.link_wrong': {
    status: 401,
    message: 'This is not the whole link. Open the link of the mail again, or copy the whole of it.',
  },
  'auth.link_spent': { status: 401, message: 'This link was used already or is too old. Ask for a new one.' },
  'sign_in_request.ended': {
    status: 409,
    message: 'This code is too old, was answered already, or belongs to another address. Show a new one.',
  },
  'sign_in_request.refused': { status: 409, message: 'The sign-in was refused on the other device.' },
  'sign_in_request.wrong_number': {
    status: 409,
    message: 'This is not the number of the other screen, so nobody was signed in. Show a new code there.',
  },
  'auth.step_ended': { status: 401, message: 'This took too long, or there were too many tries. Sign in again.' },
  'auth.workspace_required': { status: 400, message: 'Say which workspace with the Workspace-Id header.' },
  // Identity
  'organization.suspended': {
    status: 403,
    message: 'This organization is suspended. Ask whoever provides it.',
  },
  'organization.archived': {
    status: 403,
    message: 'This organization is archived. Ask whoever provides it.',
  },
  'organization.own': {
    status: 409,
    message: 'This is the organization that you belong to. Whoever manages the organization above it can do this.',
  },
  'organization.below_itself': {
    status: 409,
    message: 'An organization cannot move below itself. Choose another place.',
  },
  'organization.name_differs': {
    status: 422,
    message: 'This is not what the place is called. To delete it, write its name exactly as it stands.',
  },
  'organization.deletion_begun': {
    status: 409,
    message: 'This place is being deleted, and nothing brings it back. Choose another one.',
  },
  'organization.to_be_deleted': {
    status: 409,
    message: 'This organization is to be deleted with all below it. Restore it first, or choose another one.',
  },
  'organization.external_id_taken': {
    status: 409,
    message: 'Another organization at this place has this external id. Choose another one.',
  },
  'organization.external_id_ambiguous': {
    status: 409,
    message: 'Several organizations of your branch have this external id. Give the id.',
  },
  'organization.slug_taken': { status: 409, message: 'Another organization has this short name. Choose another one.' },
  'workspace.suspended': { status: 403, message: 'This workspace is suspended. Ask whoever provides it.' },
  'workspace.archived': { status: 403, message: 'This workspace is archived. Ask whoever provides it.' },
  'workspace.external_id_taken': {
    status: 409,
    message: 'Another workspace of this organization has this external id. Choose another one.',
  },
  'workspace.external_id_ambiguous': {
    status: 409,
    message: 'Several workspaces of your branch have this external id. Say of which organization, or give the id.',
  },
  'user.email_taken': { status: 409, message: 'A user with this email address exists already.' },
  'user.password_short': { status: 400, message: 'The password is too short. Choose one of at least 12 characters.' },
  'user.password_common': {
    status: 400,
    message:
      'This password is easy to guess. Choose four or more words that do not belong together, or let a password manager make one.',
  },
  'account.no_person': {
    status: 403,
    message:
      'This is for people who sign in here. Keys, and pages of people whom another system signs in, have no account.',
  },
  'account.email_same': { status: 409, message: 'You sign in with this address already. Give another one.' },
  'second_factor.not_set_up': { status: 409, message: 'No app is set up for codes. Set one up first.' },
  'second_factor.required': {
    status: 409,
    message:
      'An organization that you belong to asks for it, so it cannot be turned off. Another app can take its place.',
  },
  'passkey.not_offered': {
    status: 409,
    message:
      'Passkeys need a page with a host name. Open the app by its name and not by an IP address, then add one there.',
  },
  'passkey.challenge_ended': {
    status: 409,
    message: 'This took too long, or was answered already. Begin once more.',
  },
  'passkey.refused': {
    status: 422,
    message:
      'This passkey cannot be used here. Make one that asks for your fingerprint, your face or a PIN, on a page of the host name that account.get names.',
  },
  'passkey.known': {
    status: 409,
    message: 'This passkey is in the list already. Use it, or add one on another device.',
  },
  'passkey.too_many': { status: 409, message: 'You have 20 passkeys. Remove one that you do not use any more.' },
  'member.role_exceeded': {
    status: 403,
    message: 'Nobody can give a role above their own, or change somebody who has one. Ask somebody who has that role.',
  },
  'member.role_misplaced': {
    status: 400,
    message: 'This role is for a whole organization. Give it there, or choose another role for a workspace.',
  },
  'member.last_owner': {
    status: 409,
    message: 'Nobody else has the highest role here. Give it to another person first, then change or remove this one.',
  },
  'member.inherited': {
    status: 409,
    message: 'This person is a member of an organization above. Whoever manages that organization can change it there.',
  },
  'member.beyond_reach': {
    status: 403,
    message:
      'This person also belongs to a place that you do not administer, or has a higher role than yours somewhere. Ask an administrator of the organization above.',
  },
  'member.is_you': {
    status: 409,
    message: 'This is you. Change how you sign in in your own account, or ask another administrator.',
  },
  'member.deactivated': { status: 409, message: 'This person is deactivated here. Reactivate them first.' },
  'role.permission_exceeded': {
    status: 403,
    message: 'A role can only hold permissions that you hold yourself. Leave out what you do not hold.',
  },
  'role.permission_misplaced': {
    status: 400,
    message: 'Organizations are managed from an organization. Make this role there, or leave the permission out.',
  },
  'role.name_taken': {
    status: 409,
    message: 'Another role here is called so, or a built-in one. Choose another name.',
  },
  'role.too_many': { status: 409, message: 'There are 100 roles here already. Remove those that nobody needs.' },
  'role.in_use': {
    status: 409,
    message: 'Somebody has this role, or is invited with it. Say with successor what they are from then on.',
  },
  'role.successor_wrong': { status: 400, message: 'A role cannot follow itself. Name another one.' },
  'ownership.not_owner': {
    status: 409,
    message: 'Only who owns the place as a member of it can hand it over. Ask the owner.',
  },
  'ownership.role_wrong': { status: 400, message: 'This role owns the place. Choose a lesser one for yourself.' },
  'invitation.not_open': {
    status: 409,
    message: 'This invitation was accepted or withdrawn. Invite the person again.',
  },
  'invitation.link_used': { status: 401, message: 'This invitation was accepted already. Sign in.' },
  'invitation.link_expired': {
    status: 401,
    message: 'This invitation is too old. Ask whoever invited you for a new one.',
  },
  'invitation.link_revoked': { status: 401, message: 'This invitation was withdrawn. Ask whoever invited you.' },
  'invitation.link_wrong': {
    status: 401,
    message: 'This is not the address of an invitation. Open the link of the mail again, or copy the whole of it.',
  },
  'api_key.scope_exceeded': { status: 403, message: 'A key can only be given permissions that its maker has.' },
  'api_key.ended': { status: 409, message: 'This key has ended. Make another one.' },
  'domain.invalid': {
    status: 400,
    message: 'This is no host name that can be used. Give one of your own, such as portal.client.example.',
  },
  'domain.public': {
    status: 400,
    message: 'Names are given out below this one, so nobody can claim it. Give a name of your own below it.',
  },
  'domain.own': { status: 409, message: 'This name is the installation’s own. Give a name of yours.' },
  'domain.taken': {
    status: 409,
    message: 'This name is in use already. Remove it where it is in use, or choose another one.',
  },
  'domain.too_many': { status: 409, message: 'There are 100 names here already. Remove those that nobody needs.' },
  'domain.mail_unset': {
    status: 409,
    message: 'This installation sends no mails of its own, so no name can be their sender.',
  },
  'snapshot.document_invalid': {
    status: 400,
    message: 'This is no snapshot of this release. See details for what is wrong, and where.',
  },
  'snapshot.in_use': {
    status: 409,
    message: 'It is being rolled out right now. Wait until that is done, then delete it.',
  },
  'snapshot.too_many': {
    status: 409,
    message: 'The organization keeps 500 snapshots already. Delete those that nobody needs.',
  },
  'snapshot_roll_out.not_last': {
    status: 409,
    message: 'Only what was rolled out last, and is done, can be taken back.',
  },
  'settings.locked': {
    status: 409,
    message:
      'An organization above has locked this setting. Whoever manages that organization can change or unlock it.',
  },
  'embed_session.scope_exceeded': {
    status: 403,
    message: 'An embed session can only be given what its maker has and its widgets are for.',
  },
  'embed_session.origin_invalid': {
    status: 400,
    message: 'An origin is a scheme and a host, such as https://portal.example.com.',
  },
  'hosted_page.not_found': { status: 404, message: 'There is no such page, or it has ended.' },
  'hosted_page.link_spent': {
    status: 401,
    message: 'This link was used already or is too old. Open the page again from where you came.',
  },
  'setup.link_spent': {
    status: 401,
    message: 'This link was used already or is too old. Run the command "setup --link" for a new one.',
  },
} as const;
