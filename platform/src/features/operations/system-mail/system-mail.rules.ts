import type { SubmitResult } from '#ports';

/** A mail is given up when it is so old. */
export const triesHours = 24;

/** Seconds until the next try: half a minute, doubled each time, at most an hour. It is also how long a try may take. */
export const pauseAfter = (attempts: number): number => Math.min(30 * 2 ** (attempts - 1), 3600);

/** What a try ended with: it is over, or tried again. */
export interface Verdict {
  state: 'sent' | 'failed' | 'waiting';
  problem: string | null;
}

/** `isLast`: there is no time for another try. */
export function judgeTry(result: SubmitResult, isLast: boolean): Verdict {
  if (result.outcome === 'accepted') return { state: 'sent', problem: null };
  const reply = 'reply' in result ? result.reply.slice(0, 400) : '';
  if (result.outcome === 'refused' && result.blame === 'address')
    return { state: 'failed', problem: `There is no such address: ${reply}` };
  const isFinal = isLast || (result.outcome === 'refused' && result.kind === 'permanent' && result.blame === 'mail');
  return { state: isFinal ? 'failed' : 'waiting', problem: `The mail server did not take the mail: ${reply}` };
}
