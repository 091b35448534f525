import PostalMime from 'postal-mime';
import { deliver } from '../deliver.ts';
import { type PlannedAction } from '../mail-schema.ts';
import { type MailStore } from '../mail-store.ts';
import { draw, TONES } from './behaviour.ts';
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
  const original: Original = { mail, parsed: await PostalMime.parse(raw) };
  const html = original.parsed.html ?? '';
  const agent = (machine = false) => ({ userAgent: userAgentFor(seed, mail.recipient, machine), signal });
  const answer = async (bytes: Buffer) => {
    const to = answerAddress(original).toLowerCase();
    await deliver(store, {
      raw: bytes,
      envelopeFrom: mail.recipient,
      envelopeTo: [to],
      submittedBy: '',
      catchAll: mail.submittedBy,
    });
    return `sent to ${to}`;
  };
  const report = async (bytes: Buffer) => {
    // A mail without a return path is never answered by a report (RFC 5321, 4.5.5).
    if (!mail.envelopeFrom) return 'no return path, nothing sent';
    await deliver(store, {
      raw: bytes,
      envelopeFrom: '',
      envelopeTo: [mail.envelopeFrom],
      submittedBy: '',
      catchAll: mail.submittedBy,
    });
    return `sent to ${mail.envelopeFrom}`;
  };
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
      return answer(await writeReply(original, tone, seed, Number(action.detail['turn'] ?? 1)));
    }
    case 'out_of_office':
      return answer(await writeOutOfOffice(original, seed));
    case 'unsubscribe':
      return unsubscribe(original, Boolean(action.detail['byFooter']), agent());
    case 'hard_bounce':
    case 'soft_bounce': {
      const reason = chooseBounce(
        action.kind === 'hard_bounce' ? 'hard' : 'soft',
        draw(seed, mail.recipient, 'reason'),
      );
      return `${reason.diagnostic}; ${await report(writeBounce(mail, raw, reason))}`;
    }
    case 'complain':
      return report(writeComplaint(mail, raw));
    default:
      return `nobody knows how to ${action.kind}`;
  }
}

async function unsubscribe(
  { parsed }: Original,
  byFooter: boolean,
  agent: { userAgent: string; signal: AbortSignal },
): Promise<string> {
  const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value ?? '';
  const oneClick = /<(https?:[^>]+)>/i.exec(header('list-unsubscribe'))?.[1];
  const footer = findLinks(parsed.html ?? '', parsed.text ?? '').find(({ stops }) => stops)?.href;
  if (oneClick && header('list-unsubscribe-post') && !(byFooter && footer)) {
    const post = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    return `one click: ${(await visit(oneClick, { ...agent, post })).outcome}`;
  }
  if (!footer) return 'no way to unsubscribe';
  const page = await visit(footer, agent);
  // The page asks once more, since programs follow every link; a person presses its button.
  const form = /<form\b([^>]*)>(.*?)<\/form>/is.exec(page.body);
  if (!form) return `link: ${page.outcome}, no form to confirm`;
  const fields = [...(form[2] ?? '').matchAll(/<(?:input|button)\b[^>]*>/gi)].flatMap(([tag]) => {
    const name = attribute(tag, 'name');
    return name ? [[name, attribute(tag, 'value') ?? '']] : [];
  });
  const target = new URL(attribute(form[1] ?? '', 'action') || page.url, page.url).href;
  return `link and form: ${(await visit(target, { ...agent, post: new URLSearchParams(fields) })).outcome}`;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return match ? decode(match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

function decode(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

function findImages(html: string): string[] {
  const sources = [...html.matchAll(/<img\b[^>]*>/gi)].map(([tag]) => attribute(tag, 'src') ?? '');
  return [...new Set(sources.filter((source) => /^https?:/i.test(source)))];
}

/** The links of a mail in reading order; `stops` marks those that end the contact. */
function findLinks(html: string, text: string): { href: string; stops: boolean }[] {
  const stopping = /unsubscribe|opt.?out|preference|désabonner|désinscrire|baja|abmelden|abbestellen/i;
  if (!html) return (text.match(/https?:\/\/[^\s<>"]+/g) ?? []).map((href) => ({ href, stops: stopping.test(href) }));
  return [...html.matchAll(/<a\b[^>]*>(.*?)<\/a>/gis)].flatMap(([tag, label = '']) => {
    const href = attribute(tag.slice(0, tag.indexOf('>') + 1), 'href') ?? '';
    return /^https?:/i.test(href) ? [{ href, stops: stopping.test(`${href} ${label}`) }] : [];
  });
}
