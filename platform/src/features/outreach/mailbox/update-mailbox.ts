import { snakeCase, toPublicId, type Mailbox, type mailboxUpdateInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type WriteScope } from '#kernel';
import { mailServerColumns, type MailServerRow } from './mail-server-of.ts';
import { mailboxes, type MailboxRow } from './mailbox.entity.ts';
import { stateAfterUpdate } from './mailbox.rules.ts';
import { noImap, serverColumns } from './server-columns.ts';

type Input = z.output<typeof mailboxUpdateInput>;

/** Changes the given fields of a mailbox. New server settings wake one that had stopped because of the old ones. */
export async function updateMailbox(scope: WriteScope, { id, smtp, imap, paused, ...given }: Input): Promise<Mailbox> {
  const [known] = await scope.sql<MailServerRow & Pick<Mailbox, 'state' | 'problem'>>(
    `select ${mailServerColumns}, m.state, m.problem from mailbox m
      where m.workspace_id = $1 and m.id = $2 and m.archived_at is null for update`,
    [scope.workspaceId, id],
  );
  if (!known) return fail('mailbox.not_found');
  const after = stateAfterUpdate(known, { paused, serversChanged: smtp !== undefined || imap !== undefined });
  const changes = Object.entries({
    ...given,
    ...after,
    ...(smtp && serverColumns(scope, 'smtp', smtp, known)),
    ...(imap === null ? noImap : imap && serverColumns(scope, 'imap', imap, known)),
    // Another server numbers its mails anew; where the old reading stood means nothing there.
    ...(imap !== undefined && imap?.host !== known.imap_host ? { uidValidity: null, lastUid: 0 } : {}),
  }).filter(([, value]) => value !== undefined);
  const values: unknown[] = [scope.workspaceId, id];
  // Whoever mended a mailbox wants to see it send: it has rested enough, and keeps its gap alone.
  const wakes = after.state === 'active' && known.state !== 'active';
  const set = [
    'updated_at = now()',
    ...(wakes ? ['next_send_at = least(next_send_at, now() + make_interval(secs => min_gap))'] : []),
    ...changes.map(([key, value]) => `${snakeCase(key)} = $${values.push(value)}`),
  ];
  const [row] = await scope.sql<MailboxRow>(
    `update mailbox m set ${set.join(', ')} where m.workspace_id = $1 and m.id = $2 returning ${mailboxes.columns}`,
    values,
  );
  scope.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', id), state: after.state });
  return mailboxes.shape(row!); // locked above
}
