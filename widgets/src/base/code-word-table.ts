import { msg, str } from '@lit/localize';
import type { CodeWords } from './code-words.ts';

const later = (): string => msg('Something went wrong on our side. Try again in a moment.');

/** What somebody reads whose place is shut: whom to ask, where that is known. */
const shut = (address: string): string =>
  address
    ? msg(str`Nothing was lost, and nothing is sent meanwhile. Write to ${address} to find out more.`)
    : msg('Nothing was lost, and nothing is sent meanwhile. Ask whoever gave you access.');

/** Codes that readers of any element meet; the rest is for programs, or comes with those whose readers meet it. */
export const codeWordTable: CodeWords = {
  'request.too_large': () => msg('This is larger than can be taken.'),
  'request.timeout': () => msg('This took too long and was ended. Nothing was changed.'),
  'rate_limit.exceeded': () => msg('That was too often. Wait a moment and try again.'),
  'internal.unexpected': later,
  'internal.unavailable': later,
  'auth.permission_denied': () =>
    msg('You are not allowed to do this. An administrator of the workspace can grant it.'),
  'workspace.suspended': shut,
  'workspace.archived': shut,
  'organization.suspended': shut,
  'organization.archived': shut,
  'enrollment.wrong_state': () => msg('This lead’s way through the campaign has ended already.'),
  'enrollment.open_question': () => msg('Their last mail leaves a question open. Decide it in the inbox.'),
  'enrollment.step_not_skippable': () =>
    msg('This mail cannot be skipped: it is under way, or it is the first one, which others answer.'),
  'delivery.wrong_state': () => msg('What became of this mail is known already.'),
  'conversation.no_mailbox': () => msg('The mailbox of this conversation is gone or switched off. Choose another one.'),
  'conversation.recipient_suppressed': () => msg('This person asked not to be contacted, so no mail is sent to them.'),
  'conversation.no_recipient': () =>
    msg('No address is known that an answer could go to. Write to this person from your mail program.'),
  'conversation.recipient_not_offered': () => msg('An answer can only go to an address of the conversation.'),
  'message.source_gone': () => msg('Nothing is kept of this mail as it came.'),
};
