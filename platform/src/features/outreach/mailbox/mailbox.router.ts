import {
  mailboxArchiveInput,
  mailboxCheckOutput,
  mailboxCreateInput,
  mailboxNoun,
  mailboxUpdateInput,
  mailboxUsesOutput,
} from '@tabard/contract';
import { z } from 'zod';
import { countOf, getOf, listOf, restoreOf, router, workspaceCall, workspaceMutation, workspaceQuery } from '#kernel';
import { archiveMailboxes, listMailboxUses } from './archive-mailboxes.ts';
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
  /**
   * Takes up to 1,000 mailboxes out of use: they neither send nor receive, and their addresses are free for new ones. Fails with
   * `mailbox.in_use` and what it would stop where running campaigns send from one, unless `stopSending` is given.
   */
  archive: workspaceMutation({
    permission: mailboxes.write,
    input: mailboxArchiveInput,
    output: z.object({ count: z.int() }),
    handler: archiveMailboxes,
  }),
  /** What archiving mailboxes would stop: the running campaigns that send from them. */
  uses: workspaceQuery({
    permission: mailboxes.write,
    input: mailboxNoun.idsInput,
    output: mailboxUsesOutput,
    handler: listMailboxUses,
  }),
  /** Brings archived mailboxes back as they were: what was active sends again, what was paused or failed is so still. */
  restore: restoreOf(mailboxes),
  /** Signs in to the mailbox's servers and says what is wrong with each; sends nothing. */
  check: workspaceCall({
    permission: mailboxes.write,
    input: mailboxNoun.idInput,
    output: mailboxCheckOutput,
    handler: checkMailbox,
  }),
});
