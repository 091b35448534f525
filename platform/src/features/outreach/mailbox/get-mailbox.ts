import type { Mailbox } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';
import { mailboxColumns, shapeMailbox, type MailboxRow } from './mailbox-row.ts';

/** One mailbox, live or archived. */
export async function getMailbox(scope: ReadScope, { id }: { id: string }): Promise<Mailbox> {
  const [row] = await scope.read<MailboxRow>(
    `select ${mailboxColumns} from mailbox m where m.workspace_id = $1 and m.id = $2`,
    [scope.workspaceId, id],
  );
  return row ? shapeMailbox(row) : fail('mailbox.not_found');
}
