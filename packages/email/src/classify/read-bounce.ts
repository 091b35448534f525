import type { ParsedMail } from '../parse/index.ts';
import { autoEvidence, saysAway } from './detect-auto-reply.ts';
import { isBulk, isMachineReport, isNoReply } from './detect-bulk.ts';
import {
  BOUNCE_SUBJECT,
  BOUNCE_WORDS,
  DELAYED,
  FINAL,
  FORWARD,
  LIST_REFUSAL,
  readSigns,
  REPLY,
  SMTP_ANSWER,
  STILL_TRYING,
  SUCCESS,
  type ReportSigns,
} from './bounce-signs.ts';
import { findFailed, headsOf } from './find-failed.ts';
import { findStage, findStatus, plainWords } from './find-status.ts';
import { judgeRefusal } from './judge-status.ts';
import { hasCopy, noticeOf, wordsAbout } from './notice-words.ts';
import { readDeliveryStatus, type Bounce, type ReportedRecipient } from './read-delivery-status.ts';
import { readNotification } from './read-notification.ts';
import { NOT_THERE } from './status-words.ts';

const MAX_WRAPPED = 20_000;
// A server is brief; advertising without a return path is not.
const MAX_SHORT = 3000;
// Whom a mail was for, in the words of the machine that did not pass it on.
const MAIL_TO = /\b(message|mail|e-?mail)( from:? \S{1,255})? to:? {1,4}[<"'(]{0,3}[^\s@]{1,64}@[^\s@]{1,255}/i;

/** Reads a bounce or delay notice, standard (RFC 3464) or in a server's own words; null when the mail is neither. */
export function readBounce(mail: ParsedMail): Bounce | null {
  const subject = mail.subject.slice(0, 300);
  const signs = readSigns(mail);
  const groups = mail.report.deliveryStatus.filter(
    (group) => group['final-recipient'] ?? group['original-recipient'] ?? group['diagnostic-code'],
  );
  // A person may forward a bounce; then the report is what they write about.
  const isForwarded = FORWARD.test(subject) && !signs.isReport && !signs.isFailedList;
  if (groups.length > 0 && (signs.isMachine || !FORWARD.test(subject)))
    return readDeliveryStatus(groups, contextOf(mail));
  const notification = readNotification(mail);
  if (notification) return notification;
  const notice = noticeOf(textOf(mail));
  const isBounce = signs.isReport || signs.isFailedList || reports(mail, signs, subject, notice);
  // A server's own "Re:" goes on with a dialogue of servers, or with who it was that did not get the mail.
  const top = notice.slice(0, MAX_SHORT);
  const isServers = REPLY.test(subject) && ((signs.isDaemon && SMTP_ANSWER.test(top)) || tellsAnAddress(mail, top));
  if (!isBounce || (isForwarded && !(signs.hasNullPath || signs.isMailer || isServers))) return null;
  return SUCCESS.test(subject) ? { class: 'other', recipients: [] } : readNotice(mail, subject, notice);
}

// Some gateways wrap the whole report into a mail that says nothing itself.
function textOf({ text, attachments }: ParsedMail): string {
  const wrapped = text.trim() === '' && attachments.find(({ type }) => type === 'message/rfc822')?.content;
  return wrapped
    ? Buffer.from(wrapped.subarray(0, MAX_WRAPPED))
        .toString('latin1')
        .replace(/^[^]*?\r?\n\r?\n/, '')
    : text;
}

function contextOf(mail: ParsedMail) {
  return {
    notice: noticeOf(mail.text),
    originalTo: mail.report.originalHeaders?.['to'] ?? '',
    domain: mail.from?.address.split('@')[1]?.toLowerCase() ?? '',
  };
}

/** Whether a mail without a standard report reports a failure; each line is one kind of evidence. */
function reports(mail: ParsedMail, signs: ReportSigns, subject: string, notice: string): boolean {
  const top = notice.slice(0, 5000);
  const isSubject = BOUNCE_SUBJECT.test(subject);
  const hasReturned = mail.report.originalHeaders !== null || hasCopy(mail.text);
  const fails = BOUNCE_WORDS.test(top) || SMTP_ANSWER.test(top);
  const isServer = signs.isDaemon || signs.hasNullPath;
  if (isSubject && isServer) return true;
  // Parcels are delivered, too: a shop's machine names no mail address and no code.
  const names = hasReturned || findStatus(top) !== '' || headsOf(top).length > 0 || MAIL_TO.test(top);
  if (isSubject && fails && names && (signs.isMachine || !mail.inReplyTo)) return true;
  if (signs.isDaemon && (fails || (hasReturned && !mail.inReplyTo))) return true;
  const isAuto = signs.isMachine || isNoReply(mail.from?.address ?? '');
  if (LIST_REFUSAL.test(top.slice(0, 2000)) && (signs.isListDaemon || (isAuto && !isBulk(mail)))) return true;
  if (fails && isOurs(mail) && /deliver|reject|bounce|return|smtp|mailbox|zustell|remis|entrega|consegn/i.test(top))
    return true;
  if (tellsAnAddress(mail, top)) return true;
  if (!signs.isMailer && !signs.hasNullPath) return false;
  const evidence = autoEvidence(mail);
  if (signs.hasNullPath && NOT_THERE.test(plainWords(top.slice(0, MAX_SHORT)))) return true;
  if (signs.hasNullPath && fails && !mail.inReplyTo && (hasReturned || mail.text.length < MAX_SHORT)) return true;
  const isVacation = (evidence === 'explicit' && !signs.isMailer) || saysAway(mail);
  const isShort = signs.isMailer || mail.text.length < MAX_SHORT;
  return isShort && !isVacation && !mail.inReplyTo && !isBulk(mail) && !isMachineReport(mail);
}

/** Whether our own mail came back within it: the returned headers name the one it came back to. */
function isOurs({ report, to, inReplyTo }: ParsedMail): boolean {
  const headers = report.originalHeaders;
  const author = `${headers?.['from'] ?? ''} ${headers?.['return-path'] ?? ''}`.slice(0, 2000).toLowerCase();
  return !inReplyTo && to.some(({ address }) => address !== '' && author.includes(address.toLowerCase()));
}

// Some gateways have a name like anybody's and nothing but words: "your message could not be delivered to", and to whom.
function tellsAnAddress({ inReplyTo, references }: ParsedMail, top: string): boolean {
  if (inReplyTo || references.length > 0) return false;
  const told =
    /(your|votre|ihre?|su|tu|il tuo|sua|uw) (e-?)?(message|mail|nachricht|courriel|mensaje|messaggio|mensagem|bericht)[^.]{0,200}/i.exec(
      top.slice(0, 2000),
    );
  if (!told || !BOUNCE_WORDS.test(told[0])) return false;
  return headsOf(top.slice(told.index, told.index + 600)).length > 0;
}

function readNotice(mail: ParsedMail, subject: string, notice: string): Bounce {
  const isDelayed =
    DELAYED.test(subject) || STILL_TRYING.test(notice) || (DELAYED.test(notice.slice(0, 2000)) && !FINAL.test(notice));
  const domain = mail.from?.address.split('@')[1]?.toLowerCase() ?? '';
  const addresses = findFailed(mail, notice, domain);
  const isOne = addresses.length <= 1;
  const recipients = addresses.map((address) => readRecipient({ address, notice, subject, isOne, isDelayed }));
  return { class: isDelayed ? 'delayed' : 'bounce', recipients };
}

interface Named {
  address: string;
  notice: string;
  subject: string;
  /** Whether the notice is about nobody else. */
  isOne: boolean;
  isDelayed: boolean;
}

function readRecipient({ address, notice, subject, isOne, isDelayed }: Named): ReportedRecipient {
  const diagnostic = wordsAbout(address, notice);
  const status = findStatus(diagnostic) || findStatus(notice) || (isDelayed ? '4.0.0' : '');
  const verdict = judgeRefusal({ stage: findStage(diagnostic), status, words: diagnostic });
  if (verdict.kind !== 'unknown' || !isOne) return { address, kind: verdict.kind, status, diagnostic };
  const whole = judgeRefusal({ stage: findStage(notice), status, words: `${subject}\n${notice}` });
  return { address, kind: whole.kind, status, diagnostic };
}
