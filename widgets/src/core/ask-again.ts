import { toFailure, type Failure } from '../base/failure.ts';

/** Pauses before the host is asked again, in ms. */
const PAUSES = [400, 1200];

/** Who asks a host for its secret. */
export interface Asker {
  ask: () => Promise<string>;
  /** Whether nobody wants it any more. */
  isOver: () => boolean;
  everHeld: () => boolean;
  /** Told what the host's last word means, unless it is over. */
  giveUp: (failure: Failure) => void;
}

/**
 * Asks a host that could not answer again, after growing pauses.
 * @throws what the last try threw where it is over, and otherwise what that means
 */
export async function askAgain(cause: unknown, { ask, isOver, everHeld, giveUp }: Asker): Promise<string> {
  let last = cause;
  for (const ms of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, ms * (0.75 + Math.random() / 2)));
    try {
      return await ask();
    } catch (error) {
      last = error;
      if (isOver()) throw last;
    }
  }
  const failure = toRefusal(last, everHeld());
  giveUp(failure);
  throw failure;
}

/** What the host's last word means for whoever waits: the session never opened, or it is over. */
function toRefusal(cause: unknown, everHeld: boolean): Error & Failure {
  const message = String((cause as Error | null)?.message ?? cause);
  const code = everHeld ? 'client.session_expired' : 'client.session';
  return Object.assign(new Error('', { cause }), toFailure({ kind: 'authentication', code, message, retryable: true }));
}
