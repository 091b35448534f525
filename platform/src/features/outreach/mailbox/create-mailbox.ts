import { normaliseAddress, type Mailbox, type mailboxCreateInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, insertOne, type WriteScope } from '#kernel';
import { mailboxes } from './mailbox.entity.ts';
import { serverColumns } from './server-columns.ts';

/** Adds a mailbox, ready to send. Its servers are not contacted: `check` does that. */
export async function createMailbox(
  scope: WriteScope,
  { smtp, imap, ...input }: z.output<typeof mailboxCreateInput>,
): Promise<Mailbox> {
  const address =
    normaliseAddress(input.address) ??
    fail('request.invalid', {
      details: [{ path: 'address', message: 'This is not an email address.', reason: 'not_email' }],
    });
  return insertOne(mailboxes, scope, {
    ...input,
    address,
    ...serverColumns(scope, 'smtp', smtp),
    ...(imap && serverColumns(scope, 'imap', imap)),
  });
}
