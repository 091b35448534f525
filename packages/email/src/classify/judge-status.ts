import { anyOf } from './any-of.ts';

/** Why a recipient could not be reached: what to do next depends on it. */
export type BounceKind = 'hard' | 'soft' | 'policy' | 'full' | 'greylisted';

// Servers say more than this only to explain what people should do.
const MAX_WORDS = 2000;
const FULL = anyOf(
  '(mailbox|inbox|account|maildir)( .{0,40})? (is |was )?full|full mailbox|mailbox(_| )?full|over.?(the )?quota|quota.{0,20}(exceed|full|reached)',
  'exceed(s|ed|ing)?.{0,40}(quota|storage|mailbox|allocation)|insufficient (system )?storage|out of storage|not enough (storage|space|disk)',
  'mailbox (size|storage|space).{0,20}(limit|exceed)|quotaexceeded|(disk|storage) (quota|space).{0,20}(exceed|exhaust)',
  'postfach.{0,20}voll|boîte.{0,30}pleine|buzón.{0,20}lleno|casella.{0,20}piena|caixa.{0,30}cheia|postvak.{0,15}vol',
);
const TOO_BIG =
  /message.{0,30}(too (large|big)|exceeds?.{0,30}(size|limit))|(size|length) (limit )?exceed|exceeds? (the )?(maximum|fixed|size).{0,20}(size|limit)/i;
const GREYLISTED =
  /gr[ea]y.?list|(deferred|delayed).{0,30}(new|unknown|first).{0,10}sender|try again later.{0,40}first|first (time|attempt).{0,40}(retry|again|later)|post.?gr[ea]y|milter-gr/i;
const LATER =
  /try (it )?(again|later)|come back|re-?try|again later|in \d+ ?(s|m|h)|later|temporar(y|ily) (rejected|unavailable)/i;
const NOT_THERE = anyOf(
  '(user|recipient|mailbox|address|account|alias|addressee|person|local.?part|customer)( .{0,60})? (is )?(unknown|not found|not known|non.?existent)',
  '(unknown|no such|invalid|nonexistent|bad destination|not a (valid|known)|no valid) (local )?(user|recipient|mailbox|address|account|person|addressee|local.?part|alias|destination|domain|host)',
  "do(es)? ?(n.?t|not) (exist|have a.{0,30} account)|(is|was) not (a )?(valid|known|listed|recogni[sz]ed|registered)|recip(ient)?notfound|not listed in|couldn.?t be found|can(not|'t) be found",
  'no mailbox (here )?by that name|unrout(e)?able address|undeliverable address|(nxdomain|null ?mx)|no mail hosts|all relevant mx records|no smtp service|does not accept (e?mail|any)',
  '(host|domain)( name)?( or domain name)?.{0,30}(not (be )?found|unknown|does not exist)|name or service not known',
  "empf.nger.{0,20}(unbekannt|nicht gefunden)|utilisateur inconnu|destinataire.{0,20}(inconnu|introuvable)|usuario desconocido|utente sconosciuto|n.est pas r.pertori|gebruiker onbekend|n'existe pas",
);
const GONE = anyOf(
  '(mailbox|account|recipient|user|address)( .{0,40})? (has been |is |was )?(currently |temporarily )?(disabled|inactive|unavailable|suspended|closed|discontinued|deactivated|deleted|no longer)',
  'no longer (valid|in use|active|available|exists|works)|(disabled|inactive|deactivated|expired) (user|mailbox|account|recipient|address)',
);
const DISTRUST = anyOf(
  'spam|blocked|block ?list|black ?list|deny ?list|dnsbl|\\brbl\\b|reputation|dmarc|\\bspf\\b|\\bdkim\\b|unsolicited|bulk mail|complaint|abus(e|ive)',
  'virus|malware|phish|malicious|suspicious|banned|rejected (for|due to|because of)? ?(content|security)|content (rejected|filter|was)|potential(ly)? (security|harmful)',
);
const POLICY = anyOf(
  DISTRUST.source,
  'polic(y|ies)|unauthenticated|not (authenticated|authori[sz]ed|permitted|allowed)|unauthori[sz]ed|access denied|prohibit|restricted|(doesn.?t|not) have permission|will not accept|relay(ing)? (access )?(denied|not)|unable to relay|reverse (dns|hostname)|\\bptr\\b|sender (address )?(is )?(rejected|denied|blocked|refused)|authentication (required|failed|check)',
  'deferred due to|rate.?limit|unusual rate|throttl|messages? (was |has been )?(refused|not allowed)|administrative prohibition',
);
// RFC 3463 detail codes of class 5 that mean the address itself is no good.
const DEAD_ADDRESS = /^5\.(1\.([0-46]|10)|2\.1|4\.([14]|310)|5\.0)$/;
// Codes that say no more than "something went wrong".
const VAGUE = /^$|^[45]\.([035]\.\d+|[124]\.0)$/;

/** The kind of failure an enhanced status code (RFC 3463) and the server's words mean together. */
export function judgeStatus(status: string, diagnostic: string): BounceKind {
  const words = diagnostic.slice(0, MAX_WORDS);
  if (GREYLISTED.test(words)) return 'greylisted';
  if (/^[45]\.2\.2$/.test(status)) return 'full';
  if (/^[45]\.(3\.4|2\.3)$/.test(status) || TOO_BIG.test(words)) return 'soft';
  if (/^[45]\.2\.1$/.test(status) && /receiving (e?mail )?(at a rate|too)/i.test(words)) return 'soft';
  if ((VAGUE.test(status) || status.startsWith('4.5.')) && FULL.test(words)) return 'full';
  return status.startsWith('4.') ? judgeTransient(status, words) : judgePermanent(status, words);
}

function judgeTransient(status: string, words: string): BounceKind {
  if (status.startsWith('4.7.')) {
    if (POLICY.test(words) || !LATER.test(words)) return 'policy';
    return status === '4.7.1' ? 'greylisted' : 'soft';
  }
  return VAGUE.test(status) && DISTRUST.test(words) ? 'policy' : 'soft';
}

function judgePermanent(status: string, words: string): BounceKind {
  const isUnsure = VAGUE.test(status) || status.startsWith('5.7.');
  if (isUnsure && NOT_THERE.test(words) && !DISTRUST.test(words)) return 'hard';
  if (status.startsWith('5.7.') || /^5\.1\.[78]$/.test(status)) return 'policy';
  if (VAGUE.test(status) && (status === '5.1.0' || !GONE.test(words)) && POLICY.test(words)) return 'policy';
  // Exchange answers "5.4.1 Access denied" for an unknown recipient; there the code is right and the words are not.
  if (DEAD_ADDRESS.test(status)) return status === '5.2.1' && DISTRUST.test(words) ? 'policy' : 'hard';
  if (VAGUE.test(status) && GONE.test(words)) return 'hard';
  if (POLICY.test(words)) return 'policy';
  return /^5\.0\.\d+$/.test(status) ? 'hard' : 'soft';
}

/** Whether a status code leaves the reason open. */
export function isVague(status: string): boolean {
  return VAGUE.test(status);
}

/** The enhanced status code in a server's answer; a plain reply code stands for its class (`550` is `5.0.0`). */
export function findStatus(text: string): string {
  // Behind a reply code or a `#` it is certain; alone it might be a version number, so those come second.
  const enhanced =
    /(?:[45]\d\d[ -]{1,3}|#|\()([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text) ??
    /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text);
  if (enhanced) return enhanced[1]!;
  const code = /(?<![\d.])([45])([0-5]\d)(?![\d.]*\d)/.exec(text);
  if (!code) return '';
  const isFull = code[2] === '52' && !TOO_BIG.test(text) && FULL.test(text.slice(0, MAX_WORDS));
  return `${code[1]!}.${isFull ? '2.2' : '0.0'}`;
}
