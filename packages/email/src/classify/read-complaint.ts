import type { ParsedMail } from '../parse/index.ts';
import type { ReportedRecipient } from './read-delivery-status.ts';

const ADDRESS = /[^\s<>,;:"'()]{1,64}@[^\s<>,;:"'()]{1,255}/;
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
    feedback?.['original-rcpt-to'],
    feedback?.['removal-recipient'],
    microsoft,
    originalHeaders?.['x-original-to'],
    originalHeaders?.['to'],
  ];
  const address = stated.map((value) => ADDRESS.exec(value?.slice(0, 1000) ?? '')?.[0]).find(Boolean);
  const recipients = address
    ? [{ address: address.toLowerCase(), kind: 'policy' as const, status: '', diagnostic: type }]
    : [];
  return { class: 'complaint', recipients };
}
