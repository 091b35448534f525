import { findStatus, isVague, judgeStatus, type BounceKind } from './judge-status.ts';
import { ADDRESS, wordsAbout } from './notice-words.ts';

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

type Group = Record<string, string>;

const MAX_RECIPIENTS = 100;
const MAX_FIELD = 2000;

/**
 * Reads the recipients of a `message/delivery-status` (RFC 3464). `notice` is what the report says to people,
 * `originalTo` the To header of the mail it is about: both stand in for fields that are missing.
 */
export function readDeliveryStatus(groups: readonly Group[], notice: string, originalTo: string): Bounce {
  const actions = groups.map(actionOf);
  const action = actions.includes('failed') ? 'failed' : actions.includes('delayed') ? 'delayed' : 'delivered';
  if (action === 'delivered') return { class: 'other', recipients: [] };
  const concerned = groups.filter((_, index) => actions[index] === action).slice(0, MAX_RECIPIENTS);
  return {
    class: action === 'failed' ? 'bounce' : 'delayed',
    recipients: concerned.map((group) => readRecipient(group, notice, originalTo)),
  };
}

function actionOf(group: Group): string {
  const stated = /[a-z]+/.exec(group['action']?.toLowerCase() ?? '')?.[0];
  if (stated) return stated;
  return group['status']?.startsWith('2') ? 'delivered' : 'failed';
}

function readRecipient(group: Group, notice: string, originalTo: string): ReportedRecipient {
  // The original recipient is the one that was written to; the final one may be behind a forwarding.
  const fields = [group['original-recipient'], group['final-recipient'], group['x-actual-recipient'], originalTo];
  const address = fields.map(addressIn).find(Boolean) ?? '';
  const diagnostic = field(group, 'diagnostic-code').replace(/^[\w-]+\s*;\s*/, '') || wordsAbout(address, notice);
  const stated = findStatus(field(group, 'status'));
  const told = findStatus(diagnostic);
  // Many servers state 5.0.0 and put the real code in their words.
  const status = (/^[45]\.0\.\d+$/.test(stated) || stated === '') && told ? told : stated;
  const kind = judgeStatus(isVague(status) && told ? told : status, diagnostic);
  return { address, kind, status, diagnostic };
}

function field(group: Group, name: string): string {
  return (group[name] ?? '').slice(0, MAX_FIELD).trim();
}

function addressIn(value: string | undefined): string | undefined {
  // The original recipient is written in xtext (RFC 3461).
  const text = value?.slice(0, MAX_FIELD).replace(/\+2B/gi, '+').replace(/\+3D/gi, '=');
  return text?.match(ADDRESS)?.[0]?.toLowerCase();
}
