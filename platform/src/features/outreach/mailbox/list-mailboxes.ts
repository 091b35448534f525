import type { Mailbox, mailboxListInput, Page } from '@tabard/contract';
import type { z } from 'zod';
import { newestFirst, readPage, type ReadScope } from '#kernel';
import { mailboxColumns, shapeMailbox, type MailboxRow } from './mailbox-row.ts';

/** One page of the live mailboxes, newest first. */
export const listMailboxes = (scope: ReadScope, input: z.output<typeof mailboxListInput>): Promise<Page<Mailbox>> =>
  readPage(scope, input, {
    columns: mailboxColumns,
    from: 'mailbox m',
    where: ['m.workspace_id = $1', 'm.archived_at is null'],
    values: [scope.workspaceId],
    ...newestFirst<MailboxRow>('m'),
    shape: shapeMailbox,
  });
