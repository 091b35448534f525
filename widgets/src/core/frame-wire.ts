import type { SessionChanges } from './session.ts';

/** The hosted page says to whoever frames it that it listens. It holds nothing secret, so it may be heard by anybody. */
export const READY = 'hosted-page-ready';
/** The host's page answers with a port; from then on everything goes through it. */
export const HELLO = 'hosted-page-hello';

/** What the host's page tells the hosted page in its frame. */
export type ToPage =
  | { kind: 'look'; changes: Pick<SessionChanges, 'appearance' | 'locale' | 'timeZone'> }
  | { kind: 'focus' }
  /** Whether the host took over what event `id` was about. */
  | { kind: 'answer'; id: number; taken: boolean };

/** What the hosted page tells the host's page. */
export type ToHost =
  | { kind: 'height'; px: number }
  | { kind: 'event'; id: number; name: string; detail: unknown }
  /** Its session is over; a new link opens it again. */
  | { kind: 'ended' };

/** Events of elements that pass through a frame, by the name behind the prefix. */
export const FORWARDED: readonly string[] = [
  'load-start',
  'load',
  'ready',
  'load-error',
  'navigate',
  'change-state',
  'save-campaign',
  'select-campaign',
  'select-conversation',
  'select-lead',
];
