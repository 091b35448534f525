import { newId, type Sql } from '#kernel';
import type { Outcome, Past, Reached } from './live-through.ts';

const minute = 60_000;
const day = 86_400_000;

interface Words {
  direction: 'in' | 'out';
  messageId: string;
  inReplyTo: string | null;
  subject: string;
  text: string;
  at: Date;
  deliveryId: string | null;
}

/** Writes one thread: what was sent, what came back, and where it was answered our answer. */
export async function insertThread(
  sql: Sql,
  workspaceId: string,
  { campaignId, story, now }: Past,
  answer: NonNullable<Outcome['answer']> & { answered: boolean },
): Promise<void> {
  const { to: mail, intent, at } = answer;
  const { reached } = mail;
  const [box] = await sql<{ address: string; display_name: string }>(
    'select address, display_name from mailbox where workspace_id = $1 and id = $2',
    [workspaceId, reached.mailboxId],
  );
  const us = { name: box?.display_name ?? '', address: box?.address ?? '' };
  const them = { name: `${reached.firstName} ${reached.lastName}`, address: reached.email };
  const fresh = now - at.getTime() < 3 * day;
  const subject = said(story.steps[0]?.subject ?? '', reached);
  const thread = threadWords(answer, {
    subject,
    body: said(story.steps[mail.stepIndex]?.body ?? '', reached),
    us,
    them,
  });
  const messages = answer.answered && !fresh ? thread : thread.slice(0, 2);
  const last = messages.at(-1)!; // a thread has at least two
  const conversationId = newId();
  await sql(
    `insert into conversation (workspace_id, id, mailbox_id, lead_id, campaign_id, counterpart_address, counterpart_name, subject, preview, intent, last_class, unread, state, human, message_count, last_message_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'human', $11, 'open', true, $12, $13, $14)`,
    [
      workspaceId,
      conversationId,
      reached.mailboxId,
      reached.leadId,
      campaignId,
      them.address,
      them.name,
      subject,
      last.text.slice(0, 200),
      intent,
      fresh,
      messages.length,
      last.at,
      mail.at,
    ],
  );
  for (const words of messages)
    await insertMessage(sql, [workspaceId, newId(), conversationId, reached.mailboxId], words, { us, them });
}

interface Names {
  name: string;
  address: string;
}

/** The words of a thread in their order: our mail, the answer, our thanks. */
function threadWords(
  { to: mail, text, at }: NonNullable<Outcome['answer']>,
  { subject, body, us, them }: { subject: string; body: string; us: Names; them: Names },
): Words[] {
  const sent: Words = {
    direction: 'out',
    messageId: mail.messageId,
    inReplyTo: null,
    subject: mail.stepIndex ? `Re: ${subject}` : subject,
    text: body,
    at: mail.at,
    deliveryId: mail.deliveryId,
  };
  const reply: Words = {
    direction: 'in',
    messageId: `${newId()}@${domainOf(them.address)}`,
    inReplyTo: mail.messageId,
    subject: `Re: ${subject}`,
    text,
    at,
    deliveryId: null,
  };
  const thanks: Words = {
    direction: 'out',
    messageId: `${newId()}@${domainOf(us.address)}`,
    inReplyTo: reply.messageId,
    subject: `Re: ${subject}`,
    text: `Hi ${mail.reached.firstName},\n\nthank you for the quick answer. I come back to you with the details tomorrow morning.\n\n${us.name}`,
    at: new Date(at.getTime() + 50 * minute),
    deliveryId: null,
  };
  return [sent, reply, thanks];
}

/** Writes one message of a thread; `keys` are workspace, message, conversation and mailbox. */
async function insertMessage(
  sql: Sql,
  keys: string[],
  words: Words,
  { us, them }: Record<'us' | 'them', Names>,
): Promise<void> {
  const [from, to] = words.direction === 'out' ? [us, them] : [them, us];
  const state = words.direction === 'out' ? 'sent' : 'received';
  await sql(
    `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, in_reply_to, "references", from_name, from_address, recipients, subject, text, delivery_id, sent_at)
     values ($1, $2, $3, $4, $5, $6, 'human', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...keys,
      words.direction,
      state,
      words.messageId,
      words.inReplyTo,
      words.inReplyTo ? [words.inReplyTo] : [],
      from.name,
      from.address,
      JSON.stringify([to]),
      words.subject,
      words.text,
      words.deliveryId,
      words.at,
    ],
  );
}

function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1);
}

/** The words of a template as this lead read them; the story's templates use three fields only. */
export function said(template: string, lead: Reached): string {
  const values: Record<string, string> = { first_name: lead.firstName, company: lead.company, city: lead.city };
  return template
    .replaceAll(
      /\{\{\s*(\w+)(?:\s*\|\s*default:\s*['"]([^'"]*)['"])?\s*\}\}/g,
      (_match, field: string, fallback?: string) => values[field] || fallback || '',
    )
    .replaceAll('<br>', '\n')
    .replaceAll(/<\/p>\s*/g, '\n\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .trim();
}
