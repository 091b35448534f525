import type { ParsedMail } from '../parse/index.ts';
import { anyOf } from './any-of.ts';
import { findStatus, isVague, judgeStatus } from './judge-status.ts';
import { ADDRESS, noticeOf, wordsAbout } from './notice-words.ts';
import { readDeliveryStatus, type Bounce } from './read-delivery-status.ts';

const MAX_RECIPIENTS = 100;
const DAEMON =
  /^(mailer-?daemon|post-?master|mail-?daemon|mdaemon|mail\.?delivery[\w.-]*|bounces?|auto-?mailer|complaints)(@|$|[\s>(])|^microsoftexchange\w*@/i;
const DAEMON_NAME =
  /mail(er)? (delivery )?(sub)?system|mail(er)?.?daemon|mail administrator|system administrator|internet mail delivery|mail server|mail router|delivery (status|system)|postmaster|microsoft (outlook|exchange)/i;
const BOUNCE_SUBJECT = anyOf(
  '^\\W*(undeliver(ed|able)|not delivered|non.?deliver|failure notice|fail(ed|ure) (to deliver|delivery)|(e?.?mail|message) delivery (failed|failure|system|error)|(e?.?mail|message) system error|returned mail|returned to sender|rejected:|bounced?|notice: mail delivery status|mail (could not|status)|(message|mail|e-?mail) (could not be delivered|undeliverable|not delivered|delivery (has )?failed|rejected)|(your )?(message|mail|e-?mail) (couldn.t|could not|was not|wasn.t) (be )?delivered|delivery (status|has failed|fail|report|notification|error|problem|unsuccessful)|(dsn|ndr)\\b|address not found|user unknown|mailbox (full|unavailable)|warning: (message|could not send)|delayed? (mail|delivery)|delivery (is )?delayed|(mail|message|delivery) (has been )?delay)',
  '^\\W*(unzustellbar|nicht zustellbar|(nachricht|e-?mail|mail).{0,20} (nicht|konnte nicht) (zugestellt|übermittelt)|zustell(ung|fehler)|fehler bei der zustellung|benachrichtigung (über|zum).{0,10} (zustell|übermittlungs)stat|non remis|échec de (la )?(remise|distribution)|message non (distribué|remis)|notification d.état de remise|avis de non|no se (puede|pudo) entregar|no entregado|mensaje no entregado|error (de|en la) entrega|notificación (de|del) (estado|error) de (la )?entrega)',
  '^\\W*(non recapitabile|mancat[oa] (recapito|consegna)|errore (di|nella) consegna|não (é possível|foi possível) entregar|não entregue|falha na entrega|mensagem não entregue|onbestelbaar|niet bezorgd|niet afgeleverd|kan niet worden bezorgd|olevererbart|kan inte levereras|det gick inte att leverera|nie można dostarczyć|niedostarczon|kunne ikke leveres|недоставлен|сообщение не доставлено|配信不能|退信|系统退信)',
);
const BOUNCE_WORDS = anyOf(
  '(could ?n.t|could not|was ?n.t|was not|can ?not|can.t|unable to|not able to|has not been|failed to) (be )?(deliver|send|reach)|undeliverable|delivery .{0,60}failed|did not reach|returned to sender|permanent (fatal )?error|permanently fail|message (has been |was )?(bounced|rejected|returned)|wasn.t able to deliver',
  '(konnte|kann) .{0,60}nicht (zugestellt|übermittelt)|fehler bei der zustellung|impossible de (remettre|livrer|distribuer)|n.a pas pu être (remis|distribu|transmis)|no (se )?(puede|pudo|ha podido).{0,30}entrega|non (è stato possibile|può essere) (recapit|consegn)|não (pôde|foi possível|pode).{0,20}entreg|kon niet worden (bezorgd|afgeleverd)',
);
const SMTP_ANSWER =
  /(?<!\d)[45]\d\d[ -]{1,2}#?[45]\.\d{1,3}\.\d{1,3}|\(#[45]\.\d\.\d\)|(said|response|error|smtp).{0,60}[45]\d\d[ -]/is;
const DELAYED =
  /delay(ed)?\b|will (keep|continue|be) (trying|to try|to be retried|retried)|still trying|(not|n.t) yet been delivered|no action is required|do(es)? not need to resend|verzögert|retard(é|ée)|retrasad|in ritardo|atrasad|vertraagd|försenad|opóźnion/i;
const FINAL =
  /permanent|(?<!non-)fatal|giv(e|ing) up|gave up|not going to try|could not be delivered|(was|has) (not been |been )?(removed|returned)|has failed/i;
const SUCCESS =
  /^(delivered|relayed|successful|success|zugestellt|übermittelt|remis|entregado)\b|^delivery status notification \((success|relay)/i;
const FORWARD = /^\s*(fwd?|fw|wg|tr|rv|enc|i|vb|doorst|vs|pd|re|aw|antw|sv|odp|rif)\s*:/i;

/** Reads a bounce or delay notice, standard (RFC 3464) or in a server's own words; null when the mail is neither. */
export function readBounce(mail: ParsedMail): Bounce | null {
  const subject = mail.subject.slice(0, 300);
  const header = (name: string) => mail.headers[name]?.[0]?.slice(0, 1000) ?? '';
  const groups = mail.report.deliveryStatus.filter((group) => group['final-recipient'] ?? group['original-recipient']);
  const isReport = /report-type="?delivery-status/i.test(header('content-type'));
  const isDaemon =
    DAEMON.test(mail.from?.address ?? header('from').replace(/^[\s<"]+/, '')) ||
    DAEMON_NAME.test(mail.from?.name.slice(0, 200) ?? '');
  const isFailedList = header('x-failed-recipients') !== '';
  const isMachine =
    isReport || isDaemon || isFailedList || /^<\s*>$/.test(header('return-path').trim()) || isGenerated(header);
  // A person may forward a bounce; then the report is what they write about.
  if (!isMachine && (FORWARD.test(subject) || groups.length === 0) && !saysItAll(mail, subject)) return null;
  const notice = noticeOf(mail.text);
  if (groups.length > 0) return readDeliveryStatus(groups, notice, mail.report.originalHeaders?.['to'] ?? '');
  const says = isReport || isFailedList || BOUNCE_SUBJECT.test(subject);
  const tells = isDaemon && (BOUNCE_WORDS.test(notice.slice(0, 5000)) || SMTP_ANSWER.test(notice.slice(0, 5000)));
  if ((!says && !tells) || (FORWARD.test(subject) && !isReport && !isFailedList)) return null;
  return SUCCESS.test(subject) ? { class: 'other', recipients: [] } : readNotice(mail, subject, notice);
}

function isGenerated(header: (name: string) => string): boolean {
  return /^\s*auto-/i.test(header('auto-submitted'));
}

// Some servers send as an administrator, with nothing but subject and words to know them by.
function saysItAll(mail: ParsedMail, subject: string): boolean {
  const top = mail.text.slice(0, 3000);
  return BOUNCE_SUBJECT.test(subject) && BOUNCE_WORDS.test(top) && findStatus(top) !== '' && !mail.inReplyTo;
}

function readNotice(mail: ParsedMail, subject: string, notice: string): Bounce {
  const isDelayed = DELAYED.test(subject) || (DELAYED.test(notice) && !FINAL.test(notice));
  const addresses = failedAddresses(mail, notice).slice(0, MAX_RECIPIENTS);
  const recipients = addresses.map((address) => {
    const diagnostic = wordsAbout(address, notice);
    const status = findStatus(diagnostic) || findStatus(notice) || (isDelayed ? '4.0.0' : '');
    const words = addresses.length === 1 && isVague(status) ? `${diagnostic}\n${notice}` : diagnostic;
    return { address, kind: judgeStatus(status, words), status, diagnostic };
  });
  return { class: isDelayed ? 'delayed' : 'bounce', recipients };
}

function failedAddresses(mail: ParsedMail, notice: string): string[] {
  const own = new Set([...mail.to, ...(mail.from ? [mail.from] : [])].map(({ address }) => address.toLowerCase()));
  const listed = unique(mail.headers['x-failed-recipients']?.join(',').slice(0, 20_000));
  if (listed.length > 0) return listed;
  const named = unique(notice).filter((address) => !own.has(address) && !DAEMON.test(address));
  // Of the addresses in the text some belong to those who help: what the mail was sent to counts, or what starts a line.
  const sentTo = new Set(unique(`${mail.report.originalHeaders?.['to'] ?? ''},${copiedTo(mail.text)}`));
  const sent = named.filter((address) => sentTo.has(address));
  if (sent.length > 0) return sent;
  const heads = notice
    .split('\n')
    .flatMap(
      (line) =>
        /^[\s>*<"'([-]{0,12}[^\s<>"'()[\],;:]{1,200}@[^\s<>"'()[\],;:]{1,200}/.exec(line.slice(0, 420))?.[0] ?? [],
    );
  const starting = unique(heads.join(',')).filter((address) => named.includes(address));
  return starting.length > 0
    ? starting
    : named.length > 0
      ? named
      : [...sentTo].filter((one) => !own.has(one)).slice(0, 1);
}

function copiedTo(text: string): string {
  return /^[> ]{0,4}to:[ \t]*(.{1,500})/im.exec(text.slice(0, 50_000))?.[1] ?? '';
}

function unique(text: string | undefined): string[] {
  return [...new Set((text?.match(ADDRESS) ?? []).map((address) => address.toLowerCase().replace(/^['`]+/, '')))];
}
