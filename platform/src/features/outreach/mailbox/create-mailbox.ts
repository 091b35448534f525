import { toPublicId, type Mailbox, type mailboxCreateInput } from '@tabard/contract';
import { normaliseAddress } from '@tabard/email';
import type { z } from 'zod';
import { fail, newId, type WriteScope } from '#kernel';
import { mailboxColumns, shapeMailbox, type MailboxRow } from './mailbox-row.ts';
import { serverColumns } from './server-columns.ts';

/** Adds a mailbox, ready to send. Its servers are not contacted: `check` does that. */
export async function createMailbox(scope: WriteScope, input: z.output<typeof mailboxCreateInput>): Promise<Mailbox> {
  const address =
    normaliseAddress(input.address) ??
    fail('request.invalid', { details: [{ path: 'address', message: 'This is not an email address.' }] });
  const row: Record<string, unknown> = {
    workspace_id: scope.workspaceId,
    id: newId(),
    address,
    display_name: input.displayName,
    daily_cap: input.dailyCap,
    min_gap: input.minGap,
    signature: input.signature,
    ehlo_name: input.ehloName ?? null,
    ...serverColumns(scope, 'smtp', input.smtp),
    ...(input.imap && serverColumns(scope, 'imap', input.imap)),
  };
  const names = Object.keys(row);
  const [created] = await scope
    .sql<MailboxRow>(
      `insert into mailbox as m (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning ${mailboxColumns}`,
      Object.values(row),
    )
    .catch(refuseTaken);
  const mailbox = shapeMailbox(created!); // an insert without conflict returns its row
  scope.emit('mailbox.updated', { mailboxId: toPublicId('mailbox', created!.id), state: mailbox.state });
  return mailbox;
}

/** Turns a broken one-mailbox-per-address rule into its own code. */
function refuseTaken(error: unknown): never {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'mailbox_live_address')
    fail('mailbox.address_taken', { cause: error });
  throw error;
}
