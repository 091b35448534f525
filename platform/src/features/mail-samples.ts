import { mentionSample } from './crm/note/index.ts';
import { reminderSample } from './crm/task/index.ts';
import { linkSample } from './identity/access-link/index.ts';
import { emailTakenSample, noticeSample } from './identity/account/index.ts';
import { domainNoticeSample } from './identity/domain/index.ts';
import { invitationSample } from './identity/invitation/index.ts';
import { ownershipSample } from './identity/ownership/index.ts';
import { signUpSamples } from './identity/sign-up/index.ts';
import type { MailSample, SystemMailKind } from './operations/system-mail/index.ts';

/** An example of every mail that the platform itself sends; the compiler asks for one of each new kind. */
export const mailSamples: Readonly<Record<SystemMailKind, MailSample>> = {
  invitation: invitationSample,
  'password-link': linkSample('password'),
  'sign-in-link': linkSample('sign-in'),
  'email-link': linkSample('email'),
  'email-taken': emailTakenSample,
  'email-back-link': linkSample('email-back'),
  'identity-link': linkSample('identity'),
  'sign-up-link': signUpSamples.link,
  'sign-up-known': signUpSamples.known,
  'account-notice': noticeSample,
  'domain-notice': domainNoticeSample,
  'ownership-notice': ownershipSample,
  'note-mention': mentionSample,
  'task-reminder': reminderSample,
};
