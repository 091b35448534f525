import type { ParsedMail } from '../parse/index.ts';
import { findStatus } from './find-status.ts';
import { judgeRefusal, type BounceKind } from './judge-status.ts';
import type { Bounce, ReportedRecipient } from './read-delivery-status.ts';

const MAX_JSON = 200_000;
const MAX_RECIPIENTS = 100;

/**
 * Reads a notice of Amazon SES that comes as JSON in a mail, by itself or inside a notification of SNS; null when the
 * mail is none. What is not shaped as documented is left out.
 */
export function readNotification(mail: ParsedMail): (Bounce & { originalMessageId?: string }) | null {
  const text = mail.text.slice(0, MAX_JSON);
  const start = text.indexOf('{');
  if (start === -1 || !/notificationType|eventType/.test(text)) return null;
  let notice = parse(text.slice(start, text.lastIndexOf('}') + 1));
  if (typeof notice?.['Message'] === 'string') notice = parse(notice['Message']);
  const type = textOf(notice?.['notificationType'] ?? notice?.['eventType']).toLowerCase();
  const sent = record(notice?.['mail']);
  const id = textOf(record(sent['commonHeaders'])['messageId']);
  const originalMessageId = /^<[^<>\s]{1,998}>$/.test(id) ? { originalMessageId: id } : {};
  if (type === 'bounce') {
    const bounce = record(notice?.['bounce']);
    const kind = textOf(bounce['bounceType']).toLowerCase();
    const recipients = list(bounce['bouncedRecipients']).map((one) =>
      bounced(one, kind, textOf(bounce['bounceSubType'])),
    );
    return { class: 'bounce', recipients, ...originalMessageId };
  }
  if (type === 'deliverydelay') {
    const recipients = list(record(notice?.['deliveryDelay'])['delayedRecipients']).map((one) =>
      bounced(one, 'transient', ''),
    );
    return { class: 'delayed', recipients, ...originalMessageId };
  }
  return type === '' || Object.keys(sent).length === 0 ? null : { class: 'other', recipients: [] };
}

function bounced(recipient: Record<string, unknown>, type: string, subtype: string): ReportedRecipient {
  const diagnostic = textOf(recipient['diagnosticCode']).slice(0, 500);
  const status = textOf(recipient['status']).slice(0, 20) || findStatus(diagnostic);
  const judged = judgeRefusal({ status: findStatus(diagnostic) || status, words: diagnostic }).kind;
  return {
    address: textOf(recipient['emailAddress']).toLowerCase(),
    kind: kindOf(judged, type, subtype),
    status,
    diagnostic,
  };
}

// SES has judged already; its words are only more exact.
function kindOf(judged: BounceKind, type: string, subtype: string): BounceKind {
  if (type !== 'permanent') return judged === 'hard' || judged === 'unknown' ? 'soft' : judged;
  return judged === 'unknown' && /^(general|noemail|suppressed)$/i.test(subtype) ? 'hard' : judged;
}

function parse(json: string): Record<string, unknown> | null {
  // Some relays cut long lines with "!" and a line end.
  for (const text of [json, json.replace(/!?\n ?/g, '')]) {
    try {
      return record(JSON.parse(text));
    } catch {
      // The next reading may do.
    }
  }
  return null;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // an object has string keys
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.slice(0, MAX_RECIPIENTS).map(record) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
