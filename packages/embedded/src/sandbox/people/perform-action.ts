import { deliver } from '../deliver.ts';
import { type PlannedAction, type StoredMail } from '../mail-schema.ts';
import { type MailStore } from '../mail-store.ts';
import { parseMail } from '../parse-mail.ts';
import { draw, TONES } from './behaviour.ts';
import { findImages, findLinks } from './read-links.ts';
import { unsubscribe } from './unsubscribe.ts';
import { userAgentFor, visit } from './visit.ts';
import { answerAddress, type Original, writeOutOfOffice, writeReply } from './write-mail.ts';
import { chooseBounce, writeBounce, writeComplaint } from './write-report.ts';

export interface Stage {
  store: MailStore;
  seed: string | number;
  signal: AbortSignal;
}

/** Does what was planned, by the protocols a real person's programs would use; returns a line for the timeline. */
export async function performAction(stage: Stage, action: PlannedAction): Promise<string> {
  const { store, seed, signal } = stage;
  const mail = store.getMail(action.mail);
  if (!mail) return 'the mail is gone';
  const raw = await store.read(mail.blob);
  const original: Original = { mail, parsed: await parseMail(raw) };
  const html = original.parsed.html ?? '';
  const agent = (machine = false) => ({ userAgent: userAgentFor(seed, mail.recipient, machine), signal });
  switch (action.kind) {
    case 'open':
    case 'machine_open': {
      const images = findImages(html);
      const visits = await Promise.all(images.map((image) => visit(image, agent(action.kind === 'machine_open'))));
      return visits.map(({ outcome }) => outcome).join('; ') || 'no image to load';
    }
    case 'click': {
      const link = findLinks(html, original.parsed.text ?? '').find(({ stops }) => !stops);
      return link ? (await visit(link.href, agent())).outcome : 'no link to click';
    }
    case 'reply': {
      const tone = TONES.find((known) => known === action.detail['tone']) ?? 'interested';
      return answer(store, original, await writeReply(original, tone, seed, Number(action.detail['turn'] ?? 1)));
    }
    case 'out_of_office':
      return answer(store, original, await writeOutOfOffice(original, seed));
    case 'unsubscribe':
      return unsubscribe(original, Boolean(action.detail['byFooter']), agent());
    case 'hard_bounce':
    case 'soft_bounce': {
      const kind = action.kind === 'hard_bounce' ? 'hard' : 'soft';
      const reason = chooseBounce(kind, draw(seed, mail.recipient, 'reason'));
      return `${reason.diagnostic}; ${await report(store, mail, writeBounce(mail, raw, reason))}`;
    }
    case 'complain':
      return report(store, mail, writeComplaint(mail, raw));
    default:
      return `nobody knows how to ${action.kind}`;
  }
}

async function answer(store: MailStore, original: Original, raw: Buffer): Promise<string> {
  const to = answerAddress(original).toLowerCase();
  const { recipient, submittedBy } = original.mail;
  await deliver(store, { raw, envelopeFrom: recipient, envelopeTo: [to], submittedBy: '', catchAll: submittedBy });
  return `sent to ${to}`;
}

async function report(store: MailStore, mail: StoredMail, raw: Buffer): Promise<string> {
  // A mail without a return path is never answered by a report (RFC 5321, 4.5.5).
  const to = mail.envelopeFrom;
  if (!to) return 'no return path, nothing sent';
  await deliver(store, { raw, envelopeFrom: '', envelopeTo: [to], submittedBy: '', catchAll: mail.submittedBy });
  return `sent to ${to}`;
}
