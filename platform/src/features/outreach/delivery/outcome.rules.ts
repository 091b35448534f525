import type { SubmitResult } from '#ports';

/** What the answer to a submission makes of the mail. */
export type Verdict =
  | { state: 'accepted'; reply: string }
  | { state: 'unknown'; reply: string }
  /** It will not be taken; `bounce` when that is because the recipient's address does not exist. */
  | { state: 'rejected'; reply: string; bounce: boolean }
  /**
   * Nothing left; it is tried again. `attempt` says whether this one counts, `blamed` that the mailbox came to rest over this mail.
   */
  | { state: 'planned'; reply: string | null; waitSeconds: number; attempt: boolean; blamed: boolean };

/** What a refusal says about the mailbox itself. */
export interface MailboxTrouble {
  /** `failing` passes by itself, `disconnected` waits for a person. */
  state: 'failing' | 'disconnected';
  problem: string;
  /** How long nothing is sent through it. */
  restSeconds: number;
  /** Whether a mail that is begun afterwards and accepted proves that only the other mail was at fault. */
  doubtful: boolean;
}

/** What is known of a mail and its mailbox when the answer comes. */
export interface Circumstances {
  attempts: number;
  ageMs: number;
  /** Whether a mailbox came to rest over this mail before. */
  blamed: boolean;
  /** Whether the mailbox has had no trouble since it last sent, or since somebody told it to go on. */
  works: boolean;
  /** Whether another mail of the same run has brought the mailbox to rest already. */
  resting: boolean;
}

/** Waits after temporary refusals: greylisting wants some minutes, a full mailbox some hours. */
const waits = [5, 15, 60, 240, 480, 720].map((minutes) => minutes * 60);
const longestAgeMs = 3 * 86_400_000;
/** A server that cannot be reached, or wants a break, is asked again soon; a limit is given an hour. */
const shortRest = 15;
const limitRest = 3600;
/** A mail over which its mailbox came to rest lets the others go first. */
const stepAside = 60;

type Refused = Extract<SubmitResult, { outcome: 'refused' }>;
const waiting = { state: 'planned', waitSeconds: 0, attempt: false, blamed: false } as const;

/** What becomes of a mail after a submission. */
export function judgeOutcome(result: SubmitResult, mail: Circumstances): Verdict {
  switch (result.outcome) {
    case 'accepted':
      return { state: 'accepted', reply: result.reply };
    case 'unknown':
      return { state: 'unknown', reply: result.reply };
    case 'gated':
      return { ...waiting, reply: null };
    case 'refused':
      return isOfMail(result) ? judgeMail(result, mail) : judgeSuspect(result, mail);
  }
}

function isOfMail({ blame }: Refused): boolean {
  return blame === 'mail' || blame === 'address';
}

function judgeMail({ kind, blame, reply }: Refused, mail: Circumstances): Verdict {
  return kind === 'permanent' ? { state: 'rejected', reply, bounce: blame === 'address' } : tryLater(reply, mail);
}

/**
 * A mail that was refused for the mailbox's sake waits and loses nothing. One over which the mailbox came to rest before is the culprit
 * itself if the mailbox works for others.
 */
function judgeSuspect(result: Refused, mail: Circumstances): Verdict {
  const { stage, blame, kind, code, reply } = result;
  if (stage === 'connect' || mail.resting) return { ...waiting, reply };
  const aside: Verdict = { ...waiting, reply, waitSeconds: restOf(result) + stepAside, blamed: true };
  if (!mail.blamed) return aside;
  // Neither a limit nor the sender's name is any mail's fault.
  const innocent = blame === 'limit' || stage === 'sender';
  if (innocent) return mail.works ? tryLater(reply, mail, restOf(result)) : aside;
  const forGood = kind === 'permanent' || (code ?? 0) >= 500;
  return mail.works && forGood ? { state: 'rejected', reply, bounce: false } : tryLater(reply, mail);
}

function tryLater(reply: string, { attempts, ageMs }: Circumstances, atLeast = 0): Verdict {
  if (attempts > waits.length || ageMs > longestAgeMs)
    return { state: 'rejected', reply: `${reply} (given up after ${attempts} tries)`, bounce: false };
  return { ...waiting, reply, waitSeconds: Math.max(waits[attempts - 1]!, atLeast), attempt: true }; // counted from 1
}

/** What a refusal says about the mailbox; null when it is about the mail alone. The same mail stops a mailbox only once. */
export function mailboxTrouble(result: SubmitResult, { blamed, works }: Circumstances): MailboxTrouble | null {
  if (result.outcome !== 'refused' || isOfMail(result)) return null;
  const again = blamed && result.stage !== 'connect';
  // Of a sender's name no mail knows better; any other mail that fails alone again is at fault itself.
  if (again && works && result.stage !== 'sender') return null;
  const state = result.kind === 'permanent' && !again ? 'disconnected' : 'failing';
  const ofMail = result.stage === 'recipient' || result.stage === 'data' || result.stage === 'message';
  return { state, problem: result.reply, restSeconds: restOf(result), doubtful: state === 'failing' && ofMail };
}

function restOf({ blame }: Refused): number {
  return blame === 'limit' ? limitRest : shortRest;
}
