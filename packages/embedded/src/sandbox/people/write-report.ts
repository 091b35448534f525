import { randomUUID } from 'node:crypto';
import { type StoredMail } from '../mail-schema.ts';

/** What a receiving server says about a mail it could not keep. */
export interface BounceReason {
  action: 'failed' | 'delayed';
  status: string;
  diagnostic: string;
}

const HARD: BounceReason[] = [
  {
    action: 'failed',
    status: '5.1.1',
    diagnostic: '550 5.1.1 The email account that you tried to reach does not exist',
  },
  { action: 'failed', status: '5.1.2', diagnostic: '550 5.1.2 Bad destination host: domain not found' },
  { action: 'failed', status: '5.2.1', diagnostic: '550 5.2.1 The account that you tried to reach is disabled' },
];
const SOFT: BounceReason[] = [
  { action: 'failed', status: '4.2.2', diagnostic: '452 4.2.2 The recipient is over quota' },
  { action: 'delayed', status: '4.4.1', diagnostic: '421 4.4.1 Connection timed out, the server keeps trying' },
  { action: 'failed', status: '4.3.2', diagnostic: '451 4.3.2 System not accepting messages at the moment' },
];

/** Picks a reason by a number in [0, 1). */
export function chooseBounce(kind: 'hard' | 'soft', at: number): BounceReason {
  const list = kind === 'hard' ? HARD : SOFT;
  return list[Math.floor(at * list.length)]!;
}

/** A delivery status notification to the return path (RFC 3464, in a multipart/report of RFC 6522). */
export function writeBounce(mail: StoredMail, raw: Buffer, reason: BounceReason): Buffer {
  const domain = mail.recipient.split('@')[1] ?? 'localhost';
  const late = reason.action === 'delayed';
  const status = [
    `Reporting-MTA: dns; mx.${domain}`,
    `Arrival-Date: ${rfcDate(mail.receivedAt)}`,
    '',
    `Original-Recipient: rfc822;${mail.recipient}`,
    `Final-Recipient: rfc822;${mail.recipient}`,
    `Action: ${reason.action}`,
    `Status: ${reason.status}`,
    `Remote-MTA: dns; mx.${domain}`,
    `Diagnostic-Code: smtp; ${reason.diagnostic}`,
  ];
  return report({
    from: `Mail Delivery Subsystem <mailer-daemon@${domain}>`,
    to: mail.envelopeFrom,
    subject: late ? 'Delivery Status Notification (Delay)' : 'Delivery Status Notification (Failure)',
    type: 'delivery-status',
    inReplyTo: mail.messageId,
    text: `This is the mail system at ${domain}.\r\n\r\n${
      late
        ? 'Your message has not been delivered yet. You need not do anything; delivery is tried again.'
        : 'Your message could not be delivered.'
    }\r\n\r\n<${mail.recipient}>: ${reason.diagnostic}`,
    machine: `Content-Type: message/delivery-status\r\n\r\n${status.join('\r\n')}\r\n`,
    original: `Content-Type: text/rfc822-headers\r\n\r\n${headersOf(raw)}`,
  });
}

/** A complaint from a provider's feedback loop (RFC 5965). */
export function writeComplaint(mail: StoredMail, raw: Buffer): Buffer {
  const domain = mail.recipient.split('@')[1] ?? 'localhost';
  const fields = [
    'Feedback-Type: abuse',
    'User-Agent: FeedbackLoop/1.0',
    'Version: 1',
    `Original-Mail-From: <${mail.envelopeFrom}>`,
    `Original-Rcpt-To: <${mail.recipient}>`,
    `Arrival-Date: ${rfcDate(mail.receivedAt)}`,
    `Reported-Domain: ${mail.fromAddress.split('@')[1] ?? ''}`,
    'Source-IP: 127.0.0.1',
  ];
  return report({
    from: `Feedback Loop <feedback@${domain}>`,
    to: mail.envelopeFrom,
    subject: `FW: ${asciiOnly(mail.subject)}`,
    type: 'feedback-report',
    inReplyTo: '',
    text: `This is an abuse report for a message received at ${domain} from ${mail.fromAddress}.`,
    machine: `Content-Type: message/feedback-report\r\n\r\n${fields.join('\r\n')}\r\n`,
    original: `Content-Type: message/rfc822\r\n\r\n${raw.toString('latin1')}`,
  });
}

function report(parts: {
  from: string;
  to: string;
  subject: string;
  type: string;
  inReplyTo: string;
  text: string;
  machine: string;
  original: string;
}): Buffer {
  const boundary = `report-${randomUUID()}`;
  const domain = parts.from.replace(/^.*@|>$/g, '');
  const head = [
    'Return-Path: <>',
    `From: ${parts.from}`,
    `To: ${parts.to}`,
    `Subject: ${parts.subject}`,
    `Date: ${rfcDate(Date.now())}`,
    `Message-ID: <${randomUUID()}@${domain}>`,
    ...(parts.inReplyTo ? [`In-Reply-To: ${parts.inReplyTo}`, `References: ${parts.inReplyTo}`] : []),
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${parts.type}; boundary="${boundary}"`,
  ];
  const text = `Content-Type: text/plain; charset=utf-8\r\n\r\n${parts.text}\r\n`;
  const body = [text, parts.machine, parts.original].map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}--${boundary}--\r\n`, 'latin1');
}

function headersOf(raw: Buffer): string {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  return `${end < 0 ? text : text.slice(0, end)}\r\n`;
}

function rfcDate(time: number): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}

function asciiOnly(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}
