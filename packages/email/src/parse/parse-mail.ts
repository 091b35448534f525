import { assembleText, fileNameOf, type Assembled } from './assemble-text.ts';
import { charsetHint, readEnvelope, type MailEnvelope } from './read-envelope.ts';
import { readHeader } from './read-header.ts';
import { beginReading, type Reading, type ReadLimits, type Truncated } from './read-limits.ts';
import { readReport, type ReportParts } from './read-report.ts';
import { repairRaw } from './repair-raw.ts';
import { contentOf, walkParts, type Part } from './walk-parts.ts';

/** A file found in a mail; parts without a name are called after their type. */
export interface ParsedAttachment {
  name: string;
  type: string;
  size: number;
  /** Empty where the limit for contents was reached. */
  content: Uint8Array;
}

/** A received mail. */
export interface ParsedMail extends MailEnvelope {
  /** The plain text, made from the html when the mail has only that. */
  text: string;
  html: string | null;
  attachments: ParsedAttachment[];
  report: ReportParts;
  /** What was left out because the mail goes beyond the limits. */
  truncated: Truncated[];
  /** What could not be read; the rest of the mail is there all the same. */
  error: string | null;
}

/**
 * Reads a raw mail; never rejects, whatever the bytes. Its cost grows with the size of the mail and no faster, and what
 * lies beyond the limits is left out before it is looked at.
 */
export async function parseMail(raw: Uint8Array | string, limits?: Partial<ReadLimits>): Promise<ParsedMail> {
  return parseMailBytes(raw, limits);
}

/** {@link parseMail} without a promise, for a thread that has nothing else to do. */
export function parseMailBytes(raw: Uint8Array | string, limits?: Partial<ReadLimits>): ParsedMail {
  const reading = beginReading(limits);
  const { envelope, bytes, header } = readTop(raw, reading);
  const mail: ParsedMail = {
    ...envelope,
    text: '',
    html: null,
    attachments: [],
    report: { deliveryStatus: [], feedback: null, originalHeaders: null },
    truncated: [],
    error: headerError(envelope),
  };
  try {
    const hint = charsetHint(header.fields);
    const { text, html, files } = assembleText(walkParts(bytes, header, { reading, hint }), reading, hint);
    Object.assign(mail, { text, html } satisfies Partial<Assembled>);
    const contents = files.map((part) => contentOf(part).content);
    mail.report = readReport(files.map(({ type }, index) => ({ type, content: contents[index]! })));
    mail.attachments = files.map((part, index) => readAttachment(part, contents[index]!));
    keepContents(mail.attachments, reading);
  } catch (error) {
    mail.error = `This mail cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  return { ...mail, truncated: [...reading.truncated] };
}

/** The header of a mail alone, from its first octets: what a mail that cannot be read is filed with. Never throws. */
export function readHeadersOnly(raw: Uint8Array | string, limits?: Partial<ReadLimits>): MailEnvelope {
  const { headerBytes } = beginReading(limits).limits;
  return readTop(raw, beginReading({ ...limits, bytes: headerBytes })).envelope;
}

function readTop(raw: Uint8Array | string, reading: Reading) {
  const { bytes: most } = reading.limits;
  if (raw.length > most) reading.truncated.add('size');
  const bytes = repairRaw(raw, most);
  const header = readHeader(bytes, [0, bytes.length], reading);
  return { envelope: readEnvelope(header.fields), bytes, header };
}

function headerError({ headers }: MailEnvelope): string | null {
  return Object.keys(headers).length > 0 ? null : 'This is not a mail: it has no headers.';
}

function readAttachment(part: Part, content: Uint8Array): ParsedAttachment {
  return { name: fileNameOf(part) || part.type.replace('/', '.'), type: part.type, size: content.length, content };
}

function keepContents(files: ParsedAttachment[], { limits }: Reading): void {
  let left = limits.contentBytes;
  for (const file of files) {
    if (file.size > left) file.content = new Uint8Array();
    left -= file.content.length;
  }
}
