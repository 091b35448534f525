import type { Uuid } from '@tabard/contract';
import type { App, CallScope } from '#kernel';

/** One mailbox on its way through its due mails: everything that leaves through it passes here. */
export interface Lane {
  readonly app: App;
  readonly scope: CallScope;
  readonly workspaceId: Uuid;
  readonly mailboxId: Uuid;
  /** Bytes that this run planned and has not claimed yet, so that they are not read back. */
  readonly planned: Map<Uuid, Uint8Array>;
}

/** Whether a mailbox in this state sends: one that fails is tried again, any other waits for a person. */
export const sends = (state: string) => state === 'active' || state === 'failing';
