import { findStatus, isVague, plainWords, type ReplyStage } from './find-status.ts';
import {
  ABOUT_SENDER,
  BLOCKED,
  CANNOT_LOOK,
  DISTRUST,
  FULL,
  GONE,
  GREYLISTED,
  LATER,
  NOT_THERE,
  NO_DOMAIN,
  PASSING,
  POLICY,
  SENDER_LIMIT,
  SUSPENDED,
  TOO_BIG,
  TOO_FAST,
  UNAVAILABLE,
} from './status-words.ts';

/**
 * Why a mail was not taken; what to do next depends on it.
 * - `hard`: nobody has this address, never write to it again.
 * - `full`, `greylisted`, `soft`: recipient, server or route are not ready now; a later mail may pass.
 * - `policy`: this recipient does not take this mail or this sender; the address is alive, other mails are not concerned.
 * - `blocked`: the host or domain that sends is on somebody's list; other mails to that server fare no better.
 * - `sender_limit`: the account we send through may send no more, or not in this name; every mail of that mailbox waits.
 * - `unknown`: refused, and nothing says why.
 */
export type BounceKind = 'hard' | 'soft' | 'full' | 'greylisted' | 'policy' | 'blocked' | 'sender_limit' | 'unknown';

/** A server's refusal; what is not known is left out. */
export interface ServerRefusal {
  /** What the server answered: its greeting or HELO, MAIL FROM, RCPT TO, or DATA up to the final dot. */
  stage?: ReplyStage | undefined;
  /** The reply code, such as 550. */
  code?: number | null | undefined;
  /** The enhanced status code (RFC 3463); found in the words when it is left out. */
  status?: string | null | undefined;
  /** Everything it said, all lines of the reply. */
  words?: string | undefined;
}

/** Why a mail was refused, and what that rests on: the server's words, its status code, the stage, or nothing at all. */
export interface RefusalVerdict {
  kind: BounceKind;
  basis: 'words' | 'status' | 'stage' | 'none';
}

// RFC 3463 codes that mean the address itself is no good, and Exchange's own of that meaning.
const DEAD_ADDRESS = /^5\.1\.([12346]|10|351)$/;
const SENDER_CODE = /^5\.(1\.90|2\.252|7\.(60|70[58]|750)|1\.50[12])$/;

/**
 * Judges a refusal by stage, code and words together, whether a server gives it while sending or a report brings it later.
 * Only an answer about the recipient can be `hard`: never one to the greeting or the sender, and one to the message only
 * when code and words both name the address. Words beat codes, an enhanced code beats a plain one.
 */
export function judgeRefusal({ stage, code, status, words = '' }: ServerRefusal): RefusalVerdict {
  const said = plainWords(words);
  const enhanced = status || findStatus(words) || (code ? `${Math.floor(code / 100)}.0.0` : '');
  const aboutRecipient = said.replace(ABOUT_SENDER, ' ');
  const isNobody = NOT_THERE.test(aboutRecipient);
  if (GREYLISTED.test(said)) return { kind: 'greylisted', basis: 'words' };
  if (SENDER_CODE.test(enhanced)) return { kind: 'sender_limit', basis: 'status' };
  if (SENDER_LIMIT.test(said)) return { kind: 'sender_limit', basis: 'words' };
  if (/^[45]\.2\.2$/.test(enhanced)) return { kind: 'full', basis: 'status' };
  if (/^[45]\.(3\.4|2\.3)$/.test(enhanced)) return { kind: 'soft', basis: 'status' };
  if (FULL.test(said) && !isNobody) return { kind: 'full', basis: 'words' };
  if (TOO_BIG.test(said)) return { kind: 'soft', basis: 'words' };
  if (TOO_FAST.test(said) && !isNobody) return { kind: 'soft', basis: 'words' };
  return enhanced.startsWith('4.')
    ? judgeTransient(enhanced, said)
    : judgePermanent({ status: enhanced, said, stage, isNobody, isAboutSender: aboutRecipient !== said });
}

function judgeTransient(status: string, said: string): RefusalVerdict {
  if (status.startsWith('4.7.')) {
    if (BLOCKED.test(said)) return { kind: 'blocked', basis: 'words' };
    if (POLICY.test(said) || !LATER.test(said)) return { kind: 'policy', basis: 'status' };
    return { kind: status === '4.7.1' ? 'greylisted' : 'soft', basis: 'words' };
  }
  if (isVague(status) && BLOCKED.test(said)) return { kind: 'blocked', basis: 'words' };
  if (isVague(status) && DISTRUST.test(said)) return { kind: 'policy', basis: 'words' };
  return { kind: 'soft', basis: 'status' };
}

interface Permanent {
  status: string;
  said: string;
  stage: ReplyStage | undefined;
  isNobody: boolean;
  isAboutSender: boolean;
}

function judgePermanent({ status, said, stage, isNobody, isAboutSender }: Permanent): RefusalVerdict {
  const isDead = DEAD_ADDRESS.test(status);
  if (BLOCKED.test(said)) return { kind: 'blocked', basis: 'words' };
  if (DISTRUST.test(said)) return { kind: 'policy', basis: 'words' };
  if (stage === 'connect' || stage === 'mail' || (stage === 'data' && !(isDead && isNobody)))
    return judgeElsewhere(status, said);
  if (isNobody && CANNOT_LOOK.test(said)) return { kind: 'soft', basis: 'words' };
  if (isNobody) return { kind: 'hard', basis: 'words' };
  if (PASSING.test(said)) return { kind: 'soft', basis: 'words' };
  if (isAboutSender) return { kind: 'policy', basis: 'words' };
  if (NO_DOMAIN.test(said)) return { kind: 'hard', basis: 'words' };
  if (SUSPENDED.test(said)) return { kind: 'soft', basis: 'words' };
  if (GONE.test(said) && !status.startsWith('5.7.')) return { kind: 'hard', basis: 'words' };
  return judgeCode(status, said, isDead);
}

function judgeCode(status: string, said: string, isDead: boolean): RefusalVerdict {
  // Exchange answers "5.4.1 Recipient address rejected: Access denied" for an unknown recipient: there the code is right.
  if (isDead || (status === '5.4.1' && /recipient|access denied/i.test(said)) || status === '5.4.310')
    return { kind: 'hard', basis: 'status' };
  if (status === '5.1.0' && /address rejected/i.test(said)) return { kind: 'hard', basis: 'words' };
  if (status.startsWith('5.7.') || /^5\.(1\.[789]|6\.\d+)$/.test(status)) return { kind: 'policy', basis: 'status' };
  if (POLICY.test(said)) return { kind: 'policy', basis: 'words' };
  if (UNAVAILABLE.test(said)) return { kind: 'hard', basis: 'words' };
  if (status === '5.2.1') return { kind: 'hard', basis: 'status' };
  if (isVague(status)) return { kind: 'unknown', basis: 'none' };
  return { kind: 'soft', basis: 'status' };
}

// Said before a recipient was named, or of the message as a whole.
function judgeElsewhere(status: string, said: string): RefusalVerdict {
  if (PASSING.test(said) || status.startsWith('5.4.')) return { kind: 'soft', basis: 'words' };
  if (POLICY.test(said)) return { kind: 'policy', basis: 'words' };
  if (/^5\.[67]\./.test(status)) return { kind: 'policy', basis: 'status' };
  return { kind: 'unknown', basis: 'stage' };
}
