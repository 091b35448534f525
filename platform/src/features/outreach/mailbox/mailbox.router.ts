import { mailboxCheckOutput, mailboxCreateInput, mailboxNoun, mailboxUpdateInput } from '@tabard/contract';
import { archiveOf, countOf, getOf, listOf, restoreOf, router, workspaceCall, workspaceMutation } from '#kernel';
import { checkMailbox } from './check-mailbox.ts';
import { createMailbox } from './create-mailbox.ts';
import { mailboxes } from './mailbox.entity.ts';
import { updateMailbox } from './update-mailbox.ts';

const write = { permission: mailboxes.write, output: mailboxNoun.output } as const;

export const mailboxRouter = router({
  /** Lists the mailboxes, newest first unless told otherwise. */
  list: listOf(mailboxes),
  /** Counts the mailboxes that a filter takes. */
  count: countOf(mailboxes),
  /** Gets one mailbox. */
  get: getOf(mailboxes),
  /** Adds a mailbox. Passwords go in and never come out. */
  create: workspaceMutation({ ...write, input: mailboxCreateInput, handler: createMailbox }),
  /** Changes, pauses or wakes a mailbox. */
  update: workspaceMutation({ ...write, input: mailboxUpdateInput, handler: updateMailbox }),
  /** Takes up to 1,000 mailboxes out of use: they neither send nor receive, and their addresses are free for new ones. */
  archive: archiveOf(mailboxes, { set: { state: 'paused', problem: null } }),
  /** Brings archived mailboxes back, paused: a person decides when they go on. */
  restore: restoreOf(mailboxes),
  /** Signs in to the mailbox's servers and says what is wrong with each; sends nothing. */
  check: workspaceCall({
    permission: mailboxes.write,
    input: mailboxNoun.idInput,
    output: mailboxCheckOutput,
    handler: checkMailbox,
  }),
});
