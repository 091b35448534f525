import type { SubmitResult } from '#ports';

/** What the answer to a submission makes of the mail. */
export type Verdict =
  | { state: 'accepted'; reply: string }
  | { state: 'unknown'; reply: string }
  /** The recipient's server will not take it; `bounce` when that is because of the recipient's address. */
  | { state: 'rejected'; reply: string; bounce: boolean }
  /** Nothing left; it is tried again. `attempt` says whether this one counts. */
  | { state: 'planned'; reply: string | null; waitSeconds: number; attempt: boolean };

/** What a refusal says about the mailbox itself. */
export interface MailboxTrouble {
  /** `failing` passes by itself, `disconnected` waits for a person. */
  state: 'failing' | 'disconnected';
  problem: string;
}

/** Waits after temporary refusals: greylisting wants some minutes, a full mailbox some hours. */
const waits = [5, 15, 60, 240, 480, 720].map((minutes) => minutes * 60);
const longestAgeMs = 3 * 86_400_000;

/** What becomes of a mail after a submission. */
export function judgeOutcome(result: SubmitResult, mail: { attempts: number; ageMs: number }): Verdict {
  switch (result.outcome) {
    case 'accepted':
      return { state: 'accepted', reply: result.reply };
    case 'unknown':
      return { state: 'unknown', reply: result.reply };
    case 'gated':
      return { state: 'planned', reply: null, waitSeconds: 0, attempt: false };
    case 'refused':
      if (result.scope === 'mailbox') return { state: 'planned', reply: result.reply, waitSeconds: 0, attempt: false };
      if (result.kind === 'permanent')
        return { state: 'rejected', reply: result.reply, bounce: isHardBounce(result.code, result.status) };
      if (mail.attempts > waits.length || mail.ageMs > longestAgeMs)
        return { state: 'rejected', reply: `${result.reply} (given up after ${mail.attempts} tries)`, bounce: false };
      return { state: 'planned', reply: result.reply, waitSeconds: waits[mail.attempts - 1]!, attempt: true };
  }
}

/** Whether a permanent refusal says that the address does not exist, rather than that this mail is not wanted. */
function isHardBounce(code: number | null, status: string | null): boolean {
  if (status) return /^5\.1\.(?:[1236]|10)$/.test(status) || status === '5.2.1';
  return code === 550 || code === 551 || code === 553;
}

/** What a refusal says about the mailbox; null when it is about the mail alone. */
export function mailboxTrouble(result: SubmitResult): MailboxTrouble | null {
  if (result.outcome !== 'refused' || result.scope !== 'mailbox') return null;
  return { state: result.kind === 'permanent' ? 'disconnected' : 'failing', problem: result.reply };
}
