/** Why a recipient could not be reached: what to do next depends on it. */
export type BounceKind = 'hard' | 'soft' | 'policy' | 'full' | 'greylisted';

const FULL =
  /mailbox (is )?full|over ?quota|quota exceeded|exceeded.{0,40}quota|insufficient storage|mailbox size limit|out of storage|postfach.{0,20}voll/i;
const GREYLISTED = /gr[ea]y.?list|try again later.{0,40}first|temporarily deferred.{0,30}new sender/i;
const UNKNOWN =
  /user (is )?(unknown|not found)|unknown user|no such (user|mailbox|recipient|address|person)|(mailbox|recipient|address|account).{0,40}(not (be )?found|unknown|does ?n.t exist|does not exist|disabled|inactive|unavailable|no longer)|invalid (recipient|mailbox|address)|no mailbox (here )?by that name|(domain|host).{0,30}(not (be )?found|does not exist)|nxdomain|empf.nger unbekannt/i;
const POLICY =
  /spam|block(ed|list)|blacklist|black list|dnsbl|rbl|reputation|policy|dmarc|\bspf\b|\bdkim\b|unauthenticated|not authori[sz]ed|access denied|banned|rejected (for|due to) (content|security)/i;
// RFC 3463 detail codes of class 5 that mean the address itself is no good.
const DEAD_ADDRESS = /^5\.(1\.([0-46]|10)|2\.1|4\.[14]|5\.0)$/;

/** The kind of failure an enhanced status code (RFC 3463) and the server's words mean together. */
export function judgeStatus(status: string, diagnostic: string): BounceKind {
  if (GREYLISTED.test(diagnostic)) return 'greylisted';
  if (/^[45]\.2\.2$/.test(status)) return 'full';
  const isVague = /^([45]\.([03]|7)\.\d+)?$/.test(status);
  if (isVague && FULL.test(diagnostic)) return 'full';
  if (status.startsWith('4.')) return status.startsWith('4.7.') ? 'policy' : 'soft';
  if (isVague && UNKNOWN.test(diagnostic) && !/spam|blocked|blacklist/i.test(diagnostic)) return 'hard';
  if (status.startsWith('5.7.')) return 'policy';
  // Exchange answers "5.4.1 Access denied" for an unknown recipient; there the code is right and the words are not.
  if (DEAD_ADDRESS.test(status)) return 'hard';
  if (POLICY.test(diagnostic)) return 'policy';
  if (/^5\.[0]\.\d+$/.test(status)) return 'hard';
  return 'soft';
}

/** The enhanced status code in a server's answer; a plain reply code stands for its class (`550` is `5.0.0`). */
export function findStatus(text: string): string {
  const enhanced = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text);
  if (enhanced) return enhanced[1]!;
  const code = /(?<![\d.])([45])(\d)\d(?![\d.]*\d)/.exec(text);
  return code ? (code[0] === '552' ? '5.2.2' : `${code[1]!}.0.0`) : '';
}
