import type { Mailbox } from '@tabard/contract';

/**
 * `active` works; `paused` was stopped by a person; `failing` has a problem that may pass and is tried again;
 * `disconnected` waits for a person to correct its settings.
 */
export type MailboxState = Mailbox['state'];

/**
 * The state after a person changed a mailbox: pausing wins, and new servers or an explicit "go on" wake it. One that met a problem
 * while it was paused has to prove first that it works.
 */
export function stateAfterUpdate(
  { state, problem }: { state: MailboxState; problem: string | null },
  { paused, serversChanged }: { paused?: boolean | undefined; serversChanged: boolean },
): { state: MailboxState; problem: string | null } {
  const left = serversChanged ? null : problem;
  if (paused === true) return { state: 'paused', problem: left };
  if (paused === undefined && (state === 'paused' || !serversChanged)) return { state, problem: left };
  return state === 'paused' && left !== null ? { state: 'failing', problem: left } : { state: 'active', problem: null };
}
