import { findEnhanced, findReplyCode, findStage, findStatus, isVague } from './find-status.ts';
import { judgeRefusal, type BounceKind } from './judge-status.ts';
import { ADDRESS, paragraphAbout, wordsAbout } from './notice-words.ts';

/** A recipient a report is about. */
export interface ReportedRecipient {
  address: string;
  kind: BounceKind;
  /** Enhanced status code (RFC 3463), empty when the report has none. */
  status: string;
  /** The receiving server's words. */
  diagnostic: string;
  /** The address it was passed on to and failed at, where that is another one. */
  forwardedTo?: string;
}

/** What a bounce says: final or delayed, and for whom. */
export interface Bounce {
  class: 'bounce' | 'delayed' | 'other';
  recipients: ReportedRecipient[];
}

/** What stands beside the fields of a report and stands in for those that are missing. */
export interface ReportContext {
  /** What the report says to people. */
  notice: string;
  /** The To header of the mail it is about. */
  originalTo: string;
  /** The domain of the server that reports. */
  domain: string;
}

interface Told extends ReportContext {
  /** Whether the report is about nobody else. */
  isOne: boolean;
}

type Group = Record<string, string>;

const MAX_RECIPIENTS = 100;
const MAX_FIELD = 2000;
const DONE = /^(delivered|relayed|expanded|success\w*|transferred|forwarded|displayed)/;
const WAITS = /^(delay\w*|defer\w*|retr\w*|queued|warning|transient)/;

/** Reads the recipients of a `message/delivery-status` (RFC 3464). */
export function readDeliveryStatus(groups: readonly Group[], context: ReportContext): Bounce {
  const actions = groups.map(actionOf);
  const action = actions.includes('failed') ? 'failed' : actions.includes('delayed') ? 'delayed' : 'delivered';
  if (action === 'delivered') return { class: 'other', recipients: [] };
  const concerned = groups.filter((_, index) => actions[index] === action).slice(0, MAX_RECIPIENTS);
  const recipients = concerned.map((group) => readRecipient(group, { ...context, isOne: concerned.length === 1 }));
  const named = new Map(recipients.map((recipient) => [`${recipient.address} ${recipient.kind}`, recipient]));
  return { class: action === 'failed' ? 'bounce' : 'delayed', recipients: [...named.values()] };
}

// Whatever is not said to have arrived or to wait has failed: "failed", "failure", "expired", "error".
function actionOf(group: Group): 'failed' | 'delayed' | 'delivered' {
  const stated = /[a-z]+/.exec(group['action']?.toLowerCase() ?? '')?.[0] ?? '';
  if (DONE.test(stated)) return 'delivered';
  if (WAITS.test(stated)) return 'delayed';
  return stated === '' && /^\s*2/.test(group['status'] ?? '') ? 'delivered' : 'failed';
}

function readRecipient(group: Group, context: Told): ReportedRecipient {
  const address = addressOf(group, context);
  const about = paragraphAbout(address, context.notice);
  const said = field(group, 'diagnostic-code').replace(/^[\w-]+\s*;\s*/, '') || field(group, 'x-supplementary-info');
  const told = said || field(group, 'status').replace(/^[\d.\s]+/, '');
  const status = statusOf(findStatus(field(group, 'status')), told || (findStatus(about) ? about : ''));
  const stage = findStage(told) ?? findStage(about);
  const diagnostic = said || about || wordsAbout(address, context.notice);
  // A code that leaves nothing open needs no words; those around it may be anybody's.
  const steps = told === '' && !isVague(status) ? [''] : [told, about, context.isOne ? context.notice : ''];
  const verdicts = steps.map((words) => judgeRefusal({ stage, status, words }).kind);
  const kind = verdicts.find((one) => one !== 'unknown') ?? 'unknown';
  const last = addressIn(group['final-recipient']);
  return { address, kind, status, diagnostic, ...(last && last !== address ? { forwardedTo: last } : {}) };
}

// What the server itself said beats what the reporting program made of it; a plain reply code only corrects the class.
function statusOf(stated: string, diagnostic: string): string {
  const told = findEnhanced(diagnostic);
  if (told !== '') return told;
  const code = findReplyCode(diagnostic);
  if (stated === '' || (code !== null && !stated.startsWith(String(code)[0]!))) return findStatus(diagnostic) || stated;
  return stated;
}

function addressOf(group: Group, { originalTo, domain }: ReportContext): string {
  // The original recipient is the one that was written to; the final one may be behind a forwarding.
  const fields = [group['original-recipient'], group['final-recipient'], group['x-actual-recipient']];
  const stated = fields.map(addressIn).find(Boolean);
  if (stated) return stated;
  const sentTo = addressIn(originalTo) ?? '';
  const local = /(?:^|[;\\\s<])([\w.+-]{1,64})>?$/.exec(field(group, 'final-recipient'))?.[1]?.toLowerCase();
  if (!local || domain === '' || sentTo.startsWith(`${local}@`)) return sentTo;
  return `${local}@${domain}`;
}

function field(group: Group, name: string): string {
  return (group[name] ?? '').slice(0, MAX_FIELD).trim();
}

function addressIn(value: string | undefined): string | undefined {
  // The original recipient is written in xtext (RFC 3461).
  const text = value?.slice(0, MAX_FIELD).replace(/\+2B/gi, '+').replace(/\+3D/gi, '=').replace(/\+40/gi, '@');
  return text?.match(ADDRESS)?.[0]?.toLowerCase();
}
