import type { Mailbox, mailboxListInput, Page } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, pageFrom, type ReadScope } from '#kernel';
import { mailboxColumns, shapeMailbox, type MailboxRow } from './mailbox-row.ts';

/** One page of the live mailboxes, newest first. */
export async function listMailboxes(
  scope: ReadScope,
  { cursor, limit }: z.output<typeof mailboxListInput>,
): Promise<Page<Mailbox>> {
  const values: unknown[] = [scope.workspaceId];
  const conditions = ['m.workspace_id = $1', 'm.archived_at is null'];
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, ['time', 'uuid']);
    conditions.push(`(m.created_at, m.id) < ($${values.push(at)}::timestamptz, $${values.push(id)}::uuid)`);
  }
  const rows = await scope.read<MailboxRow>(
    `select ${mailboxColumns} from mailbox m where ${conditions.join(' and ')}
      order by m.created_at desc, m.id desc limit $${values.push(limit + 1)}`,
    values,
  );
  return pageFrom(rows, limit, shapeMailbox, (row) => [row.created_at.toISOString(), row.id]);
}
