import type { MailAddress } from '../address/index.ts';
import { classifyMail, type Classification, type MailClass } from '../classify/index.ts';
import { parseMail, type ParsedMail } from '../parse/index.ts';

/** A raw mail as the `mail inspect` command prints it. */
export interface MailInspection {
  file: string;
  messageId: string | null;
  date: string | null;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  inReplyTo: string | null;
  references: string[];
  text: string;
  attachments: { name: string; type: string; size: number }[];
  class: MailClass;
  recipients: Classification['recipients'];
  error: string | null;
}

/** Reads and classifies a raw mail into one plain object; never rejects, whatever the bytes. */
export async function inspectMail(file: string, raw: Uint8Array | string): Promise<MailInspection> {
  const mail = await parseMail(raw);
  const { class: verdict, recipients, error } = classifySafely(mail);
  const { messageId, date, to, cc, subject, inReplyTo, references, text } = mail;
  const from = mail.from ?? { name: '', address: '' };
  const attachments = mail.attachments.map(({ name, type, size }) => ({ name, type, size }));
  return {
    file,
    messageId,
    date,
    from,
    to,
    cc,
    subject,
    inReplyTo,
    references,
    text,
    attachments,
    class: verdict,
    recipients,
    error,
  };
}

function classifySafely(mail: ParsedMail): Pick<MailInspection, 'class' | 'recipients' | 'error'> {
  try {
    const { class: verdict, recipients } = classifyMail(mail);
    return { class: verdict, recipients, error: mail.error };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { class: 'other', recipients: [], error: mail.error ?? `This mail cannot be classified: ${reason}` };
  }
}
