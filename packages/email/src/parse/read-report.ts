import { decodeBytes } from '../decode/index.ts';
import type { ParsedAttachment } from './parse-mail.ts';

/** The machine-readable parts of bounces and complaints. */
export interface ReportParts {
  /** Header groups of `message/delivery-status`: the first is about the message, each further one about a recipient. */
  deliveryStatus: Record<string, string>[];
  /** The fields of `message/feedback-report`. */
  feedback: Record<string, string> | null;
  /** The headers of the mail the report is about. */
  originalHeaders: Record<string, string> | null;
}

const HEADER_PARTS = new Set(['text/rfc822-headers', 'message/rfc822', 'message/global', 'message/global-headers']);
const LONGEST = 200_000;

/** What the attachments of a bounce or a complaint tell to programs. */
export function readReport(files: readonly Pick<ParsedAttachment, 'type' | 'content'>[]): ReportParts {
  const report: ReportParts = { deliveryStatus: [], feedback: null, originalHeaders: null };
  for (const { type, content } of files) {
    const groups = () => headerGroups(decodeBytes(content.subarray(0, LONGEST)));
    if (type === 'message/delivery-status' || type === 'message/global-delivery-status') {
      // Nobody writes so many, and a report of many parts must not either.
      if (report.deliveryStatus.length < 1_000) report.deliveryStatus.push(...groups());
    } else if (type === 'message/feedback-report') report.feedback ??= groups()[0] ?? null;
    else if (HEADER_PARTS.has(type)) report.originalHeaders ??= groups()[0] ?? null;
  }
  return report;
}

/** Groups of `Name: value` lines parted by empty lines, unfolded, names in lower case; the first of a name counts. */
function headerGroups(text: string): Record<string, string>[] {
  const groups: Record<string, string>[] = [];
  for (const block of text
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)) {
    const group: Record<string, string> = Object.create(null);
    for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
      const colon = line.indexOf(':');
      if (colon > 0) group[line.slice(0, colon).trim().toLowerCase()] ??= line.slice(colon + 1).trim();
    }
    if (Object.keys(group).length > 0) groups.push(group);
  }
  return groups;
}
