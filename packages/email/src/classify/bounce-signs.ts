import type { ParsedMail } from '../parse/index.ts';
import { anyOf } from './any-of.ts';

const MAILER =
  /^(e?\d{0,4}_?)?(mailer-?daemon|mail-?daemon|mdaemon|mail[._-]?delivery[\w.-]*|auto-?mailer|ndr|dsn|mail-?robot|undeliverable|smtp[-_]?(gateway|mail[-_]?service|daemon|server)|mailgateway|mail-?gw|mailscanner|amavis\w*|postmaster-?daemon|internet[-_ ]mail[-_ ]delivery)(@|$|[\s>(+._-])|^microsoftexchange\w*@|[\w-]*(smtp|mail|virus|spam)[_-]?gateways?@/i;
const POSTMASTER =
  /^(post[-_]?master|complaints|mailadmin|mailmaster|mailer|virus|antivirus|administrator|inetgw\d*|system)([+._-][\w.+-]*)?(@|$|[\s>(\\])/i;
const DAEMON_NAME =
  /mail(er)? (delivery )?(sub)?system|mail(er)?.?daemon|mail administrator|system administrator|internet mail delivery|mail (server|router|robot|gateway)|delivery (status|system|agent|subsystem|service)|postmaster|microsoft (outlook|exchange)|mail.?delivery/i;
const LIST_DAEMON =
  /(-owner|-bounces|-request|-admin|-errors?)@|^(owner-|listserv|majordomo|majordom|mailman|sympa|listmaster|ezmlm|listproc|lyris|listar|ecartis|mlmmj)/i;

/** Subjects of notices that a mail did not arrive. */
export const BOUNCE_SUBJECT = anyOf(
  '^\\W*(undeliver(ed|able)|not delivered|non.?deliver|failure notice|fail(ed|ure) (to deliver|delivery|mail)|failed mail|(e?.?mail|message)? ?delivery (failed|failure|system|error|problem|notification|report|status|unsuccessful)|(e?.?mail|message) system error|return(ed)? (to sender|mail|message|e-?mail)|rejected:|automatically rejected|bounced?\\b|notice: mail delivery|mail (failed|could not|status|undeliver|delivery|not deliver|error|rejected|returned)|message (status|undeliver|blocked|not deliver|error|returned|rejected)|(message|mail|e-?mail) (could not be delivered|undeliverable|not delivered|delivery (has )?failed|rejected|you sent)|(your )?(message|mail|e-?mail)( to .{1,100})? (couldn.t|could not|was not|wasn.t|has not been|can(not|.t)) (be )?(delivered|sent)|delivery (has failed|fail|has been|problem|unsuccessful|incomplete|not possible)|(dsn|ndr)\\b|address not found|user unknown|unknown (user|address)|invalid (address|recipient)|mailbox (full|unavailable)|warning: (message|could not send|mail)|unable to deliver|can.?not (be )?deliver|could not deliver|error (sending|delivering)|your (message|mail) .{0,80}(blocked|rejected|refused|returned|undeliverable|delivery)|blocked by)',
  '^\\W*(delayed? (mail|delivery|message)|delivery (is )?delayed|(mail|message|delivery) (has been )?delay)',
  '^\\W*(unzustellbar|nicht zustellbar|unzugestellt|rückläufer|(nachricht|e-?mail|mail|ihre).{0,30} (nicht|konnte nicht) (zugestellt|übermittelt|ausgeliefert)|zustell(ung|fehler)|fehler bei der|benachrichtigung (über|zum).{0,10} (zustell|übermittlungs)stat|non remis|échec de (la )?(remise|distribution|livraison)|message non (distribué|remis)|notification d.état de remise|avis de non|no se (puede|pudo|ha podido) entregar|no entregado|mensaje (no entregado|devuelto)|(error|fallo) (de|en) (la )?entrega|correo devuelto|notificación (de|del) (estado|error) de (la )?entrega)',
  '^\\W*(non recapitabile|mancat[oa] (recapito|consegna)|errore (di|nella) consegna|(messaggio|mail) non (recapitato|consegnat)|impossibile (recapitare|consegnare)|não (é possível|foi possível) entregar|não entregue|falha na entrega|mensagem (não entregue|devolvida)|onbestelbaar|niet (bezorgd|afgeleverd|bestelbaar)|kan niet worden bezorgd|olever(erbart|ans)|kan inte levereras|(det gick|gick) inte att leverera|nie można dostarczyć|niedostarcz|nie dostarczono|zwrot (wiadomości|poczty)|kunne ikke leveres|kan ikke leveres|ikke levert|toimittaminen epäonnistui|ei voi(tu)? toimittaa|viestiä ei|nedoručiteln|nedoručen|kézbesíthetetlen|nem kézbesít|sikertelen kézbes|teslim edile|nelivrat|nu poate fi livrat)',
  '^\\W*(не(возможно|льзя)? доставлен|недоставлен|сообщение не доставлено|письмо не доставлено|не удалось доставить|недоставка|не доставлено|配信(不能|できません|エラー)|配達不能|送信できません|未達|エラーメール|mail delivery error|宛先不明|退信|系统退信|系統退信|投递失败|发送失败|无法投递|無法傳遞|未能投递|未送达|반송|배달 ?실패|전송 ?실패|발송 ?실패|수신 ?불가|배달되지)',
  'undelivered mail returned|delivery status notification|mail delivery (failed|failure|subsystem)|\\((delivery )?failed\\)|delivery failure|failure notice|returned mail:|undeliverable( mail|:)|considered (unsolicited|spam|uns\\w*) .{0,20}(mail|from you)|(banned|blocked|infected|virus)( \\S+){0,4},? (apparently )?from you',
);
/** A machine's words about a mail that did not arrive. */
export const BOUNCE_WORDS = anyOf(
  '(could ?n.t|could not|was ?n.t|was not|were not|can ?not|can.t|unable to|not able to|has not been|have not been|failed to|did not|fail(s|ed)) (be )?(successfully )?(deliver|send|sent|reach|process|relay|transmit)|undeliver|delivery .{0,60}(failed|impossible|unsuccessful|error)|(mail|message|delivery) (has )?failed|failed (addresses|recipients?|delivery)|returned (to sender|mail|to you|because|undelivered)|permanent(ly)? (fatal )?(error|fail)|message (has been |was )?(bounced|rejected|returned|refused|blocked)|wasn.t able to deliver|(been|is being) returned|unknown (user|recipient|address|mailbox)|(user|recipient|mailbox|address) (is )?(unknown|unavailable|not found|does not exist)|automatically rejected|no valid recipients|(was|were|has been|have been) (rejected|refused|blocked) (by|because|due|for)|rejected (your|the|this) (message|mail|e-?mail)|delivery attempts will|(delivery|message|mail)( \\S+){0,8} (has been |was |is )?(postponed|delayed|suspended|stopped)|no such (user|mailbox|recipient|address|account)|problem delivering|error.{0,40}(deliver|sending)|not delivered|unrouteable|over (its |the )?quota|quota exceeded|mailbox (is )?full',
  '(konnte|kann|wurde) .{0,80}nicht (zugestellt|übermittelt|ausgeliefert|gesendet)|nicht zustellbar|unzustellbar|fehler bei der zustellung|impossible de (remettre|livrer|distribuer)|n.a pas pu (être|etre) (remis|distribu|transmis|d[eé]livr)|non remis|no (se )?(puede|pudo|ha podido|fue posible).{0,30}(entrega|enviar)|non (è stato possibile|può essere|ha potuto).{0,20}(recapit|consegn)|não (pôde|foi possível|pode).{0,30}(entreg|envi)|kon niet worden (bezorgd|afgeleverd)|niet (worden )?(bezorgd|afgeleverd)|kunde inte levereras|nie (mogła|można|udało).{0,30}dostarcz',
  'не (может быть|удалось|был[оа]?|доставлен).{0,30}(доставлен|доставить)|недоставлен|配信できません|配達できません|届けることができません|送信できません|お届けできません|无法(投递|送达|发送)|退回|被退|未能(送达|投递)|無法(傳遞|送達)|(배달|전송|전달)(하지|되지|할 수|에 실패)|반송|nem (sikerült|kézbesít)|nelze doručit|nebyl.? doručen|teslim edile|nu a putut fi livrat|ei voitu toimittaa|kunne ikke leveres',
);
/** A server's answer: a reply code with an enhanced one, or behind words of a dialogue. */
export const SMTP_ANSWER =
  /(?<!\d)[45]\d\d[ -]{1,2}#?[45]\.\d{1,3}\.\d{1,3}|\(#[45]\.\d\.\d\)|(said|response|error|smtp|replied|answer|code|server|reason|<<<).{0,60}(?<!\d)[45]\d\d[ -]|^[ \t]{0,12}(<?\S{1,64}@\S{1,255}:?[ \t]{1,4})?[45]\d\d[ -]\S/ims;
/** A list server that takes no mail from this sender. */
export const LIST_REFUSAL =
  /your (message|mail|post(ing)?|e-?mail|submission)( \S+){0,12} (has been|was|is) (automatically |being )?(rejected|refused|discarded|denied|returned)|you are not (allowed|authori[sz]ed|permitted|a (member|subscriber))|not accept(ed|ing)? .{0,40}(posts?|messages?|mails?) from|only (members|subscribers|the list owner) (may|can|are)|may not have permission to post|non-?member submission|rejected posting/i;
/** The mail is still on its way. */
export const STILL_TRYING =
  /attempts will continue|will (keep|continue|be) (on )?(trying|to try|to be (retried|made)|retried)|still (being re)?trying|still being retried|(not|n.t) yet been delivered|no action is required|do(es)? not need to resend|warning message only|will retry|retr(y|ied) (for|until)|weitere zustellversuche|(wird|werden) weiterhin|nouvelles tentatives|se seguirá intentando|tentativi.{0,30}continu/i;
export const DELAYED =
  /delay(ed)?\b|verzögert|retard(é|ée)|retrasad|in ritardo|atrasad|vertraagd|försenad|opóźnion|задерж|遅延|延迟|지연/i;
export const FINAL =
  /permanent|(?<!non-)fatal|giv(e|ing) up|gave up|given up|not going to try|could not be delivered|(was|has) (not been |been )?(removed|returned)|has failed|no further/i;
export const SUCCESS =
  /^(delivered|relayed|successful|success|zugestellt|übermittelt|remis|entregado)\b|^delivery status notification \((success|relay)/i;
export const FORWARD = /^\s*(fwd?|fw|wg|tr|rv|enc|i|vb|doorst|vs|pd|re|aw|antw|sv|odp|rif)\s*:/i;
export const REPLY = /^\s*(re|aw|sv|antw|odp|rif)\s*:/i;

/** What speaks for a machine's report about another mail, read off the headers. */
export interface ReportSigns {
  /** A mail server's own name for itself, or no return path: such mails report, whatever they say. */
  isMailer: boolean;
  /** A name that servers use and people, too. */
  isDaemon: boolean;
  hasNullPath: boolean;
  isListDaemon: boolean;
  isReport: boolean;
  isFailedList: boolean;
  /** Whether anything at all says that no person sent it. */
  isMachine: boolean;
}

export function readSigns(mail: ParsedMail): ReportSigns {
  const header = (name: string) => mail.headers[name]?.[0]?.slice(0, 1000) ?? '';
  const sender = mail.from?.address || header('from').replace(/^[\s<"]+/, '');
  const path = header('return-path').trim();
  const isMailer = MAILER.test(sender) || /^<?mailer-daemon(@[^>]{0,255})?>?$/i.test(path);
  const isDaemon = isMailer || POSTMASTER.test(sender) || DAEMON_NAME.test(mail.from?.name.slice(0, 200) ?? '');
  const hasNullPath = /^<\s*>$/.test(path) || /^<\s*>$/.test(header('from').trim());
  const isReport = /report-type="?delivery-status/i.test(header('content-type'));
  const isFailedList = header('x-failed-recipients') !== '';
  const isGenerated =
    /^\s*auto-/i.test(header('auto-submitted')) ||
    /^\s*(bulk|junk)/i.test(header('precedence')) ||
    /^bounces?([+._-]\S{0,60})?@/i.test(sender);
  return {
    isMailer,
    isDaemon,
    hasNullPath,
    isListDaemon: LIST_DAEMON.test(sender),
    isReport,
    isFailedList,
    isMachine: isReport || isDaemon || isFailedList || hasNullPath || isGenerated,
  };
}
