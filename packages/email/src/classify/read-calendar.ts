import type { ParsedMail } from '../parse/index.ts';
import { visibleReply } from '../quote/index.ts';

const MAX_CALENDAR = 4000;
// What calendars write themselves, one line each.
const OWN_LINE =
  /^(>|-{2,}|_{3,}|[*~=]{3,}|(when|where|who|what|calendar|joining info|organi[sz]er|attendees?|guests?|subject|location|time|wann|wo|wer|quand|où|qui|cuándo|dónde|quién|quando|dove|wanneer|waar)\s?[:：]|(this|the) (event|invitation|meeting)|you (have been|are) invited|invitation (from|to|details)|more details|going|reply for|view (all|details)|microsoft teams|join (the|with|by)|meeting id|passcode|https?:|.{0,120} (has |have )?(tentatively )?(accepted|declined|proposed)\b|.{0,120} (hat .{0,60}(angenommen|abgelehnt|zugesagt)|a (accepté|refusé|décliné)|ha (aceptado|rechazado|accettato|rifiutato)|aceitou|recusou)|(accepted|declined|tentative|tentatively accepted|accepté|zugesagt|angenommen|abgelehnt|aceptado|accettato|aceito)\b)/i;

/**
 * Whose mail with a calendar's message (RFC 5546) it is: an invitation is a person's action, an answer or a cancellation only
 * when somebody added words of their own; null when no calendar sent it. A file that a person attaches has no method.
 */
export function readCalendar(mail: ParsedMail): 'person' | 'program' | null {
  const method = methodOf(mail);
  if (method === null) return null;
  if (/^(request|counter|add)$/.test(method)) return 'person';
  const isAutomatic = /^\s*auto-/i.test(mail.headers['auto-submitted']?.[0] ?? '');
  return !isAutomatic && hasWords(mail) ? 'person' : 'program';
}

function methodOf({ attachments, headers }: ParsedMail): string | null {
  for (const { type, content } of attachments) {
    if (type !== 'text/calendar' && type !== 'application/ics') continue;
    const text = Buffer.from(content.subarray(0, MAX_CALENDAR)).toString('latin1');
    const method = /^method:(request|cancel|reply|counter|add|refresh|declinecounter)\b/im.exec(text)?.[1];
    if (method) return method.toLowerCase();
  }
  const stated = /^text\/calendar\b.{0,200}method="?(\w+)/is.exec(
    headers['content-type']?.[0]?.slice(0, 500) ?? '',
  )?.[1];
  if (stated && stated.toLowerCase() !== 'publish') return stated.toLowerCase();
  return /calendarmessage/i.test(headers['content-class']?.[0] ?? '') ? 'unknown' : null;
}

function hasWords({ text, subject }: ParsedMail): boolean {
  const own = visibleReply(text.slice(0, MAX_CALENDAR)).reply.split('\n');
  const title = subject.replace(/^[^:]{0,40}:\s*/, '').trim();
  const lines = own
    .map((line) => line.trim())
    .filter((line) => line !== '' && !OWN_LINE.test(line) && line !== title && line !== subject);
  return lines.join(' ').split(/\s+/).filter(Boolean).length >= 2;
}
