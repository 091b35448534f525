import type { Uuid } from '@tabard/contract';
import type { CallScope } from '#kernel';
import { fileMail, type Filed } from './file-mail.ts';
import { readingMs, readMailApart } from './read-mail-apart.ts';

export interface IngestInput {
  mailboxId: Uuid;
  raw: Uint8Array;
  receivedAt: Date;
  /** Where the mailbox is read on; kept in the same transaction. */
  position?: { uidValidity: string; uid: number };
}

/**
 * Takes in one received mail: reads it apart from this loop, finds its conversation, stores it and does what follows from it.
 * The same mail taken in again changes nothing.
 * @throws ThreadFailure when it cannot be read.
 */
export async function ingestMail(scope: CallScope, input: IngestInput): Promise<Filed> {
  return fileMail(scope, { ...input, digest: await readMailApart(input.raw, 'mail', readingMs.mail) });
}
