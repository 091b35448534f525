import { toPublicId, type Mailbox, type mailboxUpdateInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, type WriteScope } from '#kernel';
import { mailServerColumns, type MailServerRow } from './mail-server-of.ts';
import { mailboxColumns, shapeMailbox, type MailboxRow } from './mailbox-row.ts';
import { stateAfterUpdate } from './mailbox.rules.ts';
import { noImap, serverColumns } from './server-columns.ts';

type Input = z.output<typeof mailboxUpdateInput>;

/** Changes the given fields of a mailbox. New server settings wake one that had stopped because of the old ones. */
export async function updateMailbox(scope: WriteScope, input: Input): Promise<Mailbox> {
  const [known] = await scope.sql<MailServerRow & Pick<Mailbox, 'state' | 'problem'>>(
    `select ${mailServerColumns}, m.state, m.problem from mailbox m
      where m.workspace_id = $1 and m.id = $2 and m.archived_at is null for update`,
    [scope.workspaceId, input.id],
  );
  if (!known) return fail('mailbox.not_found');
  const { state, problem } = stateAfterUpdate(known, {
    paused: input.paused,
    serversChanged: input.smtp !== undefined || input.imap !== undefined,
  });
  const changes = Object.entries({
    display_name: input.displayName,
    daily_cap: input.dailyCap,
    min_gap: input.minGap,
    signature: input.signature,
    ...(input.smtp && serverColumns(scope, 'smtp', input.smtp, known)),
    ...(input.imap === null ? noImap : input.imap && serverColumns(scope, 'imap', input.imap, known)),
    // Another server numbers its mails anew; where the old reading stood means nothing there.
    ...(input.imap !== undefined && input.imap?.host !== known.imap_host ? { uid_validity: null, last_uid: 0 } : {}),
    state,
    ehlo_name: input.ehloName,
  }).filter(([, value]) => value !== undefined);
  changes.push(['problem', problem]);
  const values: unknown[] = [scope.workspaceId, input.id];
  // Whoever mended a mailbox wants to see it send: it has rested enough, and keeps its gap alone.
  const wakes = state === 'active' && known.state !== 'active';
  const set = [
    'updated_at = now()',
    ...(wakes ? ['next_send_at = least(next_send_at, now() + make_interval(secs => min_gap))'] : []),
    ...changes.map(([name, value]) => `${name} = $${values.push(value)}`),
  ];
  const [row] = await scope.sql<MailboxRow>(
    `update mailbox m set ${set.join(', ')} where m.workspace_id = $1 and m.id = $2 returning ${mailboxColumns}`,
    values,
  );
  scope.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', input.id), state });
  return shapeMailbox(row!); // locked above
}
