import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type Email } from 'postal-mime';
import { type StoredMail } from '../mail-schema.ts';
import { draw, type Tone } from './behaviour.ts';
import { AWAY_TEXTS, guessLanguage, QUOTE_LINES, REPLY_TEXTS } from './reply-texts.ts';

/** A mail a simulated person answers: how it was filed and what it says. */
export interface Original {
  mail: StoredMail;
  parsed: Email;
}

/** The person's name: as the sender addressed them, else made from the address. */
function nameOf(mail: StoredMail): string {
  if (mail.toName) return mail.toName;
  const words = (mail.recipient.split('@')[0] ?? '').split(/[._+-]/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** Where an answer goes: Reply-To if given, else From (RFC 5322, 3.6.2). */
export function answerAddress({ mail, parsed }: Original): string {
  return parsed.replyTo?.[0]?.address ?? mail.fromAddress;
}

/** A person's reply as their mail program would send it: threaded, quoting the original. */
export async function writeReply(original: Original, tone: Tone, seed: string | number, turn: number): Promise<Buffer> {
  const { mail, parsed } = original;
  const said = parsed.text ?? '';
  const language = guessLanguage(said, mail.recipient);
  const texts = REPLY_TEXTS[language][tone];
  const text = texts[Math.floor(draw(seed, mail.recipient, 'text', turn) * texts.length)] ?? '';
  const date = new Date(mail.receivedAt).toLocaleString(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const quoted = said
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
  return compose(original, {
    subject: /^(re|aw|rv)\s*:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
    text: `${text}\n\n${nameOf(mail)}\n\n${QUOTE_LINES[language](date, mail.fromName || mail.fromAddress)}\n${quoted}\n`,
  });
}

/** An automatic answer with the date of return (RFC 3834). */
export async function writeOutOfOffice(original: Original, seed: string | number): Promise<Buffer> {
  const { mail, parsed } = original;
  const language = guessLanguage(parsed.text ?? '', mail.recipient);
  const back = new Date(mail.receivedAt + (2 + Math.floor(draw(seed, mail.recipient, 'away') * 12)) * 86_400_000);
  const until = back.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
  const { subject, text } = AWAY_TEXTS[language];
  return compose(original, {
    subject: `${subject} ${mail.subject}`,
    text: `${text(until)}\n\n${nameOf(mail)}\n`,
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', Precedence: 'bulk' },
  });
}

async function compose(
  original: Original,
  content: { subject: string; text: string; headers?: Record<string, string> },
): Promise<Buffer> {
  const { mail, parsed } = original;
  const references = [parsed.references, parsed.messageId].filter(Boolean).join(' ');
  return new MailComposer({
    from: { name: nameOf(mail), address: mail.recipient },
    to: answerAddress(original),
    messageId: `<${randomUUID()}@${mail.recipient.split('@')[1] ?? 'localhost'}>`,
    inReplyTo: parsed.messageId,
    references,
    ...content,
  })
    .compile()
    .build();
}
