import { judgeRefusal, type ReplyStage } from '@tabard/email';
import type { Blame, SubmitResult, SubmitStage } from '#ports';
import { replyStatus, replyStatuses, replyText, type Reply } from './read-replies.ts';

type Refused = Extract<SubmitResult, { outcome: 'refused' }>;

/** What was wrong with sender or client, said by servers that tell it no sooner than with the recipient. */
const namesTheSender =
  /\b(sender( address)?|client host|helo command|return path|mail from)\b.{0,40}\b(rejected|denied|refused|blocked|not (allowed|permitted|owned|authori[sz]ed))/i;
const namesTheRecipient = /recipient|group/i;
const asksForSignIn = /\brelay(ing)?\b|authentication (is )?required|must (authenticate|issue a starttls)/i;
/** Codes that say no more than that something went wrong. */
const saysNothing = /^$|^[45]\.(0\.\d+|5\.0|1\.0)$/;
const aboutSize = /^[45]\.(3\.4|2\.3)$/;
/** Codes of sender, path and permission: of the mailbox, not of one mail. */
const aboutMailbox = /^[45]\.(7\.\d+|1\.[78])$/;
/** Codes that only mean a limit from the server that one sends through; in a report they mean something else. */
const limitOfSender = /^[45]\.(4\.5|7\.(28|232|233|236))$/;

const judgedAs: Record<SubmitStage, ReplyStage> = {
  connect: 'connect',
  sender: 'mail',
  recipient: 'rcpt',
  data: 'data',
  message: 'data',
};

/**
 * Whom a refusing reply blames, by how far the mail had come, the codes in all lines of the reply, and its words. Where nothing in it proves
 * that the recipient or the mail is at fault, the mailbox is: it can go on, and what a lead loses does not come back.
 */
export function blameRefusal(stage: SubmitStage, reply: Reply): Refused {
  const blame = isLimit(stage, reply) ? 'limit' : blameOf(stage, reply);
  // A limit passes, and so may a refusal that says nothing at all of its reason.
  const lasting = reply.code >= 500 && blame !== 'limit' && !(blame === 'mailbox' && isMute(stage, reply));
  return {
    outcome: 'refused',
    kind: lasting ? 'permanent' : 'temporary',
    stage,
    blame,
    code: reply.code,
    status: replyStatus(reply),
    reply: replyText(reply),
  };
}

const wordsOf = (reply: Reply): string => reply.lines.join(' ');

function isLimit(stage: SubmitStage, reply: Reply): boolean {
  const statuses = replyStatuses(reply);
  if (statuses.some((status) => limitOfSender.test(status))) return true;
  const words = wordsOf(reply);
  // Any line may carry the code that tells it.
  return [...statuses, null].some(
    (status) => judgeRefusal({ stage: judgedAs[stage], code: reply.code, status, words }).kind === 'sender_limit',
  );
}

function blameOf(stage: SubmitStage, reply: Reply): Blame {
  // A server that closes or wants a sign-in says the same to the next mail.
  if (stage === 'connect' || reply.code === 421 || reply.code === 530) return 'mailbox';
  const status = replyStatus(reply) ?? '';
  if (stage === 'sender') return blameOfSender(reply.code, status);
  if (reply.code < 500) return 'mail';
  const words = wordsOf(reply);
  const { kind } = judgeRefusal({
    stage: judgedAs[stage],
    code: reply.code,
    status: saysNothing.test(status) ? null : status,
    words,
  });
  if (stage === 'recipient') {
    if (asksForSignIn.test(words) || (namesTheSender.test(words) && !namesTheRecipient.test(words))) return 'mailbox';
    return kind === 'hard' ? 'address' : 'mail';
  }
  if (kind === 'hard') return 'address';
  if (kind === 'full' || namesNobody(reply)) return 'mail';
  return aboutMailbox.test(status) || isMute(stage, reply) ? 'mailbox' : 'mail';
}

/** Nothing but its size and the letters in its addresses is known of a mail when its sender is named. */
function blameOfSender(code: number, status: string): Blame {
  return code === 552 || code === 555 || aboutSize.test(status) || status.startsWith('5.6.') ? 'mail' : 'mailbox';
}

/** Whether the words alone say that the recipient does not exist: too little to give up an address after the message, enough for the mail. */
function namesNobody(reply: Reply): boolean {
  return judgeRefusal({ stage: 'rcpt', code: reply.code, words: wordsOf(reply) }).kind === 'hard';
}

/** Whether a refusal of the whole message gives no reason: it may be this mail's fault or the mailbox's. */
function isMute(stage: SubmitStage, reply: Reply): boolean {
  return stage === 'message' && saysNothing.test(replyStatus(reply) ?? '') && !namesNobody(reply);
}
