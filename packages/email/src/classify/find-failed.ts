import type { ParsedMail } from '../parse/index.ts';
import { ADDRESS } from './notice-words.ts';

const MAX_RECIPIENTS = 100;
const DAEMON = /^(mailer-?daemon|post-?master|mail-?daemon|mdaemon|abuse|helpdesk|support)@/i;
// What may stand before an address that heads a line, and behind one whose failure the line tells.
const HEAD = /^[\s>*<"'([|-]{0,40}([^\s<>"'()[\],;:|]{1,64}@[^\s<>"'()[\],;:|]{1,255})/;
const FIRM = /^[>)"'\]|\s]{0,10}($|[:;,(<[-]|\.\.\.|on |said|due|failed|\d)/i;
const LABELLED =
  /(?:recipients?|address|user|mailbox|rcpt to|deliver(?:ed|y)? (?:\w+ ){0,2}to|reach|sent to|(?:^|\n)[ \t]*to|empfänger|destinatai?r[ei]o?s?|zustellbar an|not known|unknown)(?:[ \t]{0,3}[:=]\s{0,12}[<"'(]{0,3}|\s{1,12}[<"'(]{0,3}|[<"'(]{1,3})([^\s<>"'()[\],;:|]{1,64}@[^\s<>"'()[\],;:|]{1,255})/gi;
// A name without a domain: Sendmail's `ana... User unknown`, Postfix's `unknown user: "ana"`, Exchange's `ana (…)`.
const LOCAL =
  /^[ \t]{0,10}<?([\w.+-]{2,64})>?(?:\.\.\.|:)[ \t]{1,4}(?:\d{3}[ -])?.{0,40}(?:unknown|no such|not found|invalid|quota|full|disabled)|^[ \t]{0,10}<?([\w.+-]{2,64})>? \([^)\n]{0,40}(?:unknown|no such|not found|invalid|quota|full|disabled)|unknown (?:local )?user:? "?<?([\w.+-]{1,64})"?|user ([\w.+-]{2,64}) (?:is )?(?:not |unknown)/im;
// A name on a line of its own below the sentence that says what failed.
const LISTED_LOCAL =
  /(?:deliver|fail|recipient)[^\n]{0,200}\n(?:[^\n]{0,200}[:=]?\n){0,2}[ \t]{1,8}([\w.+-]{2,64})[ \t]*(?:\n|$)/i;

/**
 * The addresses a notice without a standard report is about: those its headers list, those that head a line of failure,
 * those it names as recipients, and only then whom the mail was sent to.
 */
export function findFailed(mail: ParsedMail, notice: string, domain: string): string[] {
  const own = new Set([...mail.to, ...(mail.from ? [mail.from] : [])].map(({ address }) => address.toLowerCase()));
  const isOther = (address: string) => !own.has(address) && !DAEMON.test(address);
  const sentTo = unique(`${mail.report.originalHeaders?.['to'] ?? ''},${copiedTo(mail.text)}`);
  const steps: (() => string[])[] = [
    () => unique(mail.headers['x-failed-recipients']?.join(',').slice(0, 20_000)),
    () => headsOf(notice).filter(isOther),
    () => unique([...notice.matchAll(LABELLED)].map((match) => match[1]).join(' ')).filter(isOther),
    () => localsOf(notice, domain, sentTo),
    () => withSent(unique(notice).filter(isOther), sentTo),
    () => sentTo.filter((address) => !own.has(address)).slice(0, 1),
  ];
  for (const step of steps) {
    const found = step();
    if (found.length > 0) return found.slice(0, MAX_RECIPIENTS);
  }
  return [];
}

/** Addresses that head a line; those whose line goes on like a report before those whose line is a sentence. */
export function headsOf(notice: string): string[] {
  const heads = notice.split('\n').flatMap((line) => {
    const short = line.slice(0, 420);
    const match = HEAD.exec(short);
    return match ? [{ address: match[1]!, isFirm: FIRM.test(short.slice(match[0].length)) }] : [];
  });
  const firm = heads.filter((head) => head.isFirm);
  return unique((firm.length > 0 ? firm : heads).map((head) => head.address).join(' '));
}

// Of the addresses in a text some belong to those who help.
function withSent(named: string[], sentTo: readonly string[]): string[] {
  const sent = named.filter((address) => sentTo.includes(address));
  return sent.length > 0 ? sent : named;
}

function localsOf(notice: string, domain: string, sentTo: readonly string[]): string[] {
  const match = LOCAL.exec(notice);
  const local = (match?.slice(1).find(Boolean) ?? LISTED_LOCAL.exec(notice)?.[1])?.toLowerCase();
  if (!local) return [];
  const known = sentTo.find((address) => address.startsWith(`${local}@`));
  return known ? [known] : domain === '' ? [] : [`${local}@${domain}`];
}

function copiedTo(text: string): string {
  return /^[> ]{0,4}to:[ \t]*(.{1,500})/im.exec(text.slice(0, 50_000))?.[1] ?? '';
}

function unique(text: string | undefined): string[] {
  return [...new Set((text?.match(ADDRESS) ?? []).map((address) => address.toLowerCase().replace(/^['`]+/, '')))];
}
