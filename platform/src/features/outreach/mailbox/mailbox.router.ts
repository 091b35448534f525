import {
  mailboxArchiveInput,
  mailboxCheckInput,
  mailboxCheckOutput,
  mailboxCreateInput,
  mailboxGetInput,
  mailboxListInput,
  mailboxOutput,
  mailboxUpdateInput,
  pageOf,
} from '@tabard/contract';
import { router, workspaceCall, workspaceMutation, workspaceQuery } from '#kernel';
import { archiveMailbox } from './archive-mailbox.ts';
import { checkMailbox } from './check-mailbox.ts';
import { createMailbox } from './create-mailbox.ts';
import { getMailbox } from './get-mailbox.ts';
import { listMailboxes } from './list-mailboxes.ts';
import { updateMailbox } from './update-mailbox.ts';

const manage = { permission: 'mailbox.manage', output: mailboxOutput } as const;

export const mailboxRouter = router({
  /** Lists the mailboxes, newest first. */
  list: workspaceQuery({
    permission: 'mailbox.read',
    input: mailboxListInput,
    output: pageOf(mailboxOutput),
    handler: listMailboxes,
  }),
  /** Gets one mailbox. */
  get: workspaceQuery({
    permission: 'mailbox.read',
    input: mailboxGetInput,
    output: mailboxOutput,
    handler: getMailbox,
  }),
  /** Adds a mailbox. Passwords go in and never come out. */
  create: workspaceMutation({ ...manage, input: mailboxCreateInput, handler: createMailbox }),
  /** Changes, pauses or wakes a mailbox. */
  update: workspaceMutation({ ...manage, input: mailboxUpdateInput, handler: updateMailbox }),
  /** Takes a mailbox out of use. */
  archive: workspaceMutation({ ...manage, input: mailboxArchiveInput, handler: archiveMailbox }),
  /** Signs in to the mailbox's servers and says what is wrong with each; sends nothing. */
  check: workspaceCall({
    permission: 'mailbox.manage',
    input: mailboxCheckInput,
    output: mailboxCheckOutput,
    handler: checkMailbox,
  }),
});
