import type { Mailbox } from '@tabard/contract';

/**
 * `active` works; `paused` was stopped by a person; `failing` has a problem that may pass and is tried again;
 * `disconnected` waits for a person to correct its settings.
 */
export type MailboxState = Mailbox['state'];

/** The state after a person changed a mailbox: pausing wins, and new servers or an explicit "go on" wake it. */
export function stateAfterUpdate(
  state: MailboxState,
  { paused, serversChanged }: { paused?: boolean; serversChanged: boolean },
): MailboxState {
  if (paused === true) return 'paused';
  if (paused === false) return 'active';
  return serversChanged && state !== 'paused' ? 'active' : state;
}
