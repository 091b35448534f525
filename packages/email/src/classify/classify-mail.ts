import { messageIds, type ParsedMail } from '../parse/index.ts';
import { autoEvidence, detectAutoReply } from './detect-auto-reply.ts';
import { RECEIPT_WORDS } from './away-words.ts';
import { readCalendar } from './read-calendar.ts';
import { isBulk, isMachineReport, isNoReply, isPrecedenceAlone } from './detect-bulk.ts';
import {
  detectUnsubscribe,
  isUnsubscribeButton,
  isUnsubscribeCommand,
  type UnsubscribeWish,
} from './detect-unsubscribe.ts';
import { readBounce } from './read-bounce.ts';
import { readComplaint } from './read-complaint.ts';
import type { ReportedRecipient } from './read-delivery-status.ts';

/** What a received mail is, and so what follows from it. */
export type MailClass =
  | 'human'
  | 'auto_reply'
  | 'out_of_office'
  | 'bounce'
  | 'delayed'
  | 'complaint'
  | 'unsubscribe'
  | 'other';

/** The class of a mail and what it reports. */
export interface Classification {
  class: MailClass;
  /** The recipients a bounce, delay or complaint is about. */
  recipients: ReportedRecipient[];
  /** Id of the mail it reports on or answers, with angle brackets. */
  originalMessageId: string | null;
  /** When an out-of-office author is back, as they wrote it. */
  returnsOn?: string;
  /** The day an absence ends or its author is back, as `2026-03-09`; null when no one day is certain. */
  until: string | null;
  /**
   * Whether the author wants no more mail: `certain` is a wish nobody can misread (the class is `unsubscribe` then, and
   * only then), `perhaps` is worth asking a person and pausing that one lead, never an unsubscription by itself.
   */
  unsubscribe: UnsubscribeWish | null;
}

// A copied id stands below the notice of a bounce, never further down than this.
const MAX_SCAN = 200_000;

/**
 * Tells bounces (RFC 3464 and others), complaints (RFC 5965), auto-replies (RFC 3834), unsubscribe wishes and list mail
 * from human replies. A bounce of a mail that was never ours is a bounce too: whoever knows the ids decides.
 */
export function classifyMail(mail: ParsedMail): Classification {
  const report = readComplaint(mail) ?? readBounce(mail);
  const nothing = { until: null, unsubscribe: null };
  if (report) return { ...nothing, originalMessageId: findOriginalId(mail), ...report };
  const originalMessageId = mail.inReplyTo ?? mail.references.at(-1) ?? null;
  return { ...nothing, recipients: [], originalMessageId, ...classifyLetter(mail) };
}

// A mail that reports nothing: the surest signs come first.
function classifyLetter(mail: ParsedMail): Pick<Classification, 'class'> & Partial<Classification> {
  if (!mail.from || isMachineReport(mail)) return { class: 'other' };
  const calendar = isNoReply(mail.from.address) ? null : readCalendar(mail);
  if (calendar === 'person') return classifyWords(mail);
  if (calendar === 'program') return { class: 'other' };
  const evidence = autoEvidence(mail);
  if (evidence === 'explicit' ? isUnsubscribeButton(mail) : isUnsubscribeCommand(mail))
    return { class: 'unsubscribe', unsubscribe: 'certain' };
  const bulk = isBulk(mail);
  const isList = bulk && evidence !== 'explicit' && !mail.inReplyTo && !(evidence && isPrecedenceAlone(mail));
  const automatic = isList ? null : detectAutoReply(mail, evidence);
  if (automatic) return automatic;
  if (bulk) return { class: 'other' };
  if (isNoReply(mail.from.address)) {
    return { class: mail.inReplyTo || RECEIPT_WORDS.test(mail.text.slice(0, MAX_SCAN)) ? 'auto_reply' : 'other' };
  }
  return classifyWords(mail);
}

function classifyWords(mail: ParsedMail): Pick<Classification, 'class' | 'unsubscribe'> {
  const unsubscribe = detectUnsubscribe(mail);
  return { class: unsubscribe === 'certain' ? 'unsubscribe' : 'human', unsubscribe };
}

function findOriginalId(mail: ParsedMail): string | null {
  const stated = mail.report.originalHeaders?.['message-id'] ?? mail.headers['x-original-message-id']?.[0];
  const quoted = /^[> \t]{0,20}message-id:[ \t\n]{0,10}(<[^<>\s]{1,998}>)/im.exec(mail.text.slice(0, MAX_SCAN))?.[1];
  return messageIds(stated)[0] ?? quoted ?? mail.inReplyTo ?? mail.references.at(-1) ?? null;
}
