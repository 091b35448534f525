import type { ParsedMail } from '../parse/index.ts';
import type { ReportedRecipient } from './read-delivery-status.ts';

const ADDRESS = /[^\s<>,;:"'()]{1,64}@[^\s<>,;:"'()]{1,255}/;
const MAX_REPORT = 100_000;
const MAX_RECIPIENTS = 100;
// Reports for the keepers of a domain about forged mail (RFC 6591), and praise.
const NO_COMPLAINT = /^(not-spam|auth-failure|dkim|dmarc)/;

/**
 * Reads a feedback loop's report (RFC 5965, or Microsoft's own form) that a recipient called a mail spam; null when the
 * mail is none.
 */
export function readComplaint({
  report,
  headers,
  from,
  subject,
  attachments,
}: ParsedMail): { class: 'complaint' | 'other'; recipients: ReportedRecipient[] } | null {
  const { feedback, originalHeaders } = report;
  const type = (feedback?.['feedback-type'] ?? 'abuse').trim().toLowerCase();
  const isReport = /report-type="?feedback-report/i.test(headers['content-type']?.[0] ?? '');
  const microsoft = originalHeaders?.['x-hmxmroriginalrecipient'] ?? headers['x-hmxmroriginalrecipient']?.[0];
  const isMicrosoft =
    microsoft !== undefined || (/^staff@hotmail\./i.test(from?.address ?? '') && /^complaint about/i.test(subject));
  if (!feedback && !isReport && !isMicrosoft) return null;
  if (NO_COMPLAINT.test(type)) return { class: 'other', recipients: [] };
  const stated = [
    feedback?.['removal-recipient'],
    microsoft,
    originalHeaders?.['x-original-to'],
    originalHeaders?.['to'],
  ];
  const found = stated.map((value) => ADDRESS.exec(value?.slice(0, 1000) ?? '')?.[0]).find(Boolean);
  const addresses = originalRecipients(attachments);
  if (addresses.size === 0 && found) addresses.add(found.toLowerCase());
  const recipients = [...addresses].map((address) => ({
    address,
    kind: 'policy' as const,
    status: '',
    diagnostic: type,
  }));
  return { class: 'complaint', recipients };
}

// The field may stand several times, once for each recipient (RFC 5965, 3.2).
function originalRecipients(attachments: ParsedMail['attachments']): Set<string> {
  const report = attachments.find((file) => file.type === 'message/feedback-report');
  const text = Buffer.from(report?.content.subarray(0, MAX_REPORT) ?? []).toString('utf8');
  const fields = [...text.matchAll(/^original-rcpt-to:[ \t]{0,20}(?:rfc822;)?(.{0,400})/gim)].slice(0, MAX_RECIPIENTS);
  return new Set(fields.flatMap(([, value]) => ADDRESS.exec(value!)?.[0].toLowerCase() ?? []));
}
