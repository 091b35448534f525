import type { ParsedMail } from '../parse/index.ts';
import { findStatus, judgeStatus, type BounceKind } from './judge-status.ts';

/** A recipient a report is about. */
export interface ReportedRecipient {
  address: string;
  kind: BounceKind;
  /** Enhanced status code (RFC 3463), empty when the report has none. */
  status: string;
  /** The receiving server's words. */
  diagnostic: string;
}

/** What a bounce says: final or delayed, and for whom. */
export interface Bounce {
  class: 'bounce' | 'delayed' | 'other';
  recipients: ReportedRecipient[];
}

const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]+)+/gi;
// What a server has to say stands at the top.
const MAX_NOTICE = 20_000;
const DAEMON =
  /^(mailer-daemon|postmaster|mail-daemon|mdaemon|mail\.?delivery\S*|bounces?)@|^microsoftexchange\w*@|mail delivery (sub)?system/i;
const BOUNCE_SUBJECT =
  /^(undeliver(ed|able)|failure notice|mail delivery (failed|failure|system)|returned mail|delivery (status notification|has failed|failure)|mail system error|unzustellbar|nachricht nicht zugestellt|non remis|échec de (la )?remise|message non distribué|no se puede entregar|no entregado|mensaje no entregado|non recapitabile|mancato recapito|não (é possível entregar|entregue)|falha na entrega|onbestelbaar|niet bezorgd|warning: (message|could not send)|delayed mail|delivery delayed)/i;
const DELAYED =
  /delay(ed)?\b|will (keep|continue) (trying|to try|to be retried)|still trying|not yet been delivered|no action is required|verzögert|retard(é|ée)|retrasad|in ritardo|atrasad|vertraagd/i;
// Below one of these lines stands the mail that came back, whose addresses mean nothing.
const COPY =
  /^(-{2,} ?(below this line|this is a copy|original message|the header of the original|returned message|undelivered message)|original message headers|received: from |return-path: )/im;

/** Reads a bounce or delay notice, standard (RFC 3464) or in a server's own words; null when the mail is neither. */
export function readBounce(mail: ParsedMail): Bounce | null {
  const groups = mail.report.deliveryStatus.filter((group) => group['final-recipient'] ?? group['original-recipient']);
  if (groups.length > 0) return readDeliveryStatus(groups);
  const isReport = /report-type="?delivery-status/i.test(mail.headers['content-type']?.[0] ?? '');
  const isDaemon = DAEMON.test(mail.from?.address ?? '') || DAEMON.test(mail.from?.name ?? '');
  const hasNullSender = mail.headers['return-path']?.[0]?.trim() === '<>';
  const says = BOUNCE_SUBJECT.test(mail.subject) || mail.headers['x-failed-recipients'] !== undefined;
  if (!isReport && !((isDaemon || hasNullSender) && says) && !(isDaemon && findStatus(mail.text))) return null;
  return readWords(mail);
}

function readDeliveryStatus(groups: readonly Record<string, string>[]): Bounce {
  const actions = groups.map((group) => group['action']?.toLowerCase() ?? 'failed');
  const action = actions.includes('failed') ? 'failed' : actions.includes('delayed') ? 'delayed' : 'delivered';
  const recipients = groups.filter((_, index) => actions[index] === action).map(readRecipient);
  return action === 'delivered'
    ? { class: 'other', recipients: [] }
    : { class: action === 'failed' ? 'bounce' : 'delayed', recipients };
}

function readRecipient(group: Record<string, string>): ReportedRecipient {
  // The original recipient is the one that was written to; the final one may be behind a forwarding.
  const addresses = [group['original-recipient'], group['final-recipient']].map((value) => value?.match(ADDRESS)?.[0]);
  const diagnostic = (group['diagnostic-code'] ?? '').replace(/^[\w-]+;\s*/, '');
  const stated = findStatus(group['status'] ?? '');
  const told = findStatus(diagnostic);
  // Many servers state 5.0.0 and put the real code in their words.
  const status = (/^[45]\.0\.0$/.test(stated) || stated === '') && told ? told : stated;
  return recipient((addresses[0] ?? addresses[1] ?? '').toLowerCase(), status, diagnostic);
}

function readWords(mail: ParsedMail): Bounce {
  const copy = COPY.exec(mail.text);
  const notice = (copy ? mail.text.slice(0, copy.index) : mail.text).slice(0, MAX_NOTICE);
  const failed = mail.headers['x-failed-recipients']?.join(',').match(ADDRESS) ?? [];
  const own = new Set([...mail.to, ...(mail.from ? [mail.from] : [])].map(({ address }) => address.toLowerCase()));
  const named = failed.length > 0 ? failed : (notice.match(ADDRESS) ?? []).filter((address) => !DAEMON.test(address));
  const addresses = [...new Set(named.map((address) => address.toLowerCase()))].filter((address) => !own.has(address));
  const isDelayed =
    DELAYED.test(mail.subject) || (DELAYED.test(notice) && !/permanent|fatal|could not be delivered/i.test(notice));
  const recipients = addresses.map((address) => {
    const diagnostic = wordsAbout(address, notice);
    const status = findStatus(diagnostic) || findStatus(notice) || (isDelayed ? '4.0.0' : '');
    return recipient(address, status, diagnostic);
  });
  return { class: isDelayed ? 'delayed' : 'bounce', recipients };
}

// The paragraph that starts with the address, or the whole notice when it says nothing more there.
function wordsAbout(address: string, notice: string): string {
  const at = notice.toLowerCase().indexOf(address);
  const rest = at === -1 ? notice : notice.slice(at + address.length);
  const paragraph = rest.replace(/^[>'":\s]+/, '').split(/\n\s*\n/)[0]!;
  return (/\d{3}|[a-z]{3}/i.test(paragraph) ? paragraph : notice).replace(/\s+/g, ' ').trim().slice(0, 500);
}

function recipient(address: string, status: string, diagnostic: string): ReportedRecipient {
  return { address, kind: judgeStatus(status, diagnostic), status, diagnostic };
}
