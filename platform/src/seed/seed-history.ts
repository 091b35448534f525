import { createHash } from 'node:crypto';
import { newId, type CallScope, type Sql } from '#kernel';
import { recordMailEvents } from '#features/outreach/tracking';
import type { Chance } from './random.ts';
import { answers, type CampaignStory } from './story.ts';

const minute = 60_000;
const day = 86_400_000;

/** One lead of a campaign, as the history needs it. */
export interface Reached {
  enrollmentId: string;
  leadId: string;
  mailboxId: string;
  email: string;
  firstName: string;
  lastName: string;
  company: string;
}

interface Mail {
  deliveryId: string;
  reached: Reached;
  stepId: string;
  stepIndex: number;
  messageId: string;
  at: Date;
}

type Event = Parameters<typeof recordMailEvents>[2][number];

/** What came of one lead in the past. */
interface Outcome {
  mails: Mail[];
  events: Event[];
  state: 'active' | 'completed' | 'replied' | 'bounced' | 'unsubscribed';
  answer: { to: Mail; intent: string; text: string; at: Date } | null;
}

/** Writes the past of one campaign: its mails, what people did with them, and the threads in the inbox. */
export async function seedHistory(
  scope: CallScope,
  chance: Chance,
  campaign: { id: string; stepIds: string[] },
  story: CampaignStory,
  reached: Reached[],
): Promise<void> {
  const now = Date.now();
  const start = now - story.launched * day;
  const outcomes = reached.map((lead, index) =>
    liveThrough(
      chance,
      story,
      campaign,
      lead,
      start + Math.floor((index / reached.length) * Math.min(4, story.launched) * 0.6 * day),
      now,
    ),
  );
  await scope.write(async ({ sql, workspaceId }) => {
    await insertDeliveries(
      sql,
      workspaceId,
      campaign.id,
      story,
      outcomes.flatMap((outcome) => outcome.mails),
    );
    const events = outcomes.flatMap((outcome) => outcome.events).sort((a, b) => a.at!.getTime() - b.at!.getTime()); // each has its moment
    for (let from = 0; from < events.length; from += 1000)
      await recordMailEvents(sql, workspaceId, events.slice(from, from + 1000));
    await settleEnrollments(sql, workspaceId, outcomes);
    for (const { answer } of outcomes)
      if (answer) await insertThread(sql, workspaceId, campaign.id, story, answer, chance.chance(0.4));
  });
}

/** Business hours of the day that `at` falls on, or of the Monday after. */
function workingTime(at: number, chance: Chance): number {
  const date = new Date(at);
  const weekend = date.getUTCDay() === 6 ? 2 : date.getUTCDay() === 0 ? 1 : 0;
  return Math.floor(date.setUTCHours(8, 0, 0, 0) + weekend * day + chance.next() * 8 * 60 * minute);
}

function liveThrough(
  chance: Chance,
  story: CampaignStory,
  campaign: { id: string; stepIds: string[] },
  reached: Reached,
  start: number,
  now: number,
): Outcome {
  const outcome: Outcome = { mails: [], events: [], state: 'active', answer: null };
  let due = start;
  for (const [stepIndex, step] of story.steps.entries()) {
    due += step.delay.amount * { minutes: minute, hours: 60 * minute, days: day }[step.delay.unit];
    const at = stepIndex > 0 && story.state === 'live' ? now : workingTime(due, chance);
    if (at >= now - 20 * minute) return outcome;
    due = at;
    const deliveryId = newId();
    const mail: Mail = {
      deliveryId,
      reached,
      stepId: campaign.stepIds[stepIndex]!,
      stepIndex,
      messageId: `${deliveryId}@${story.tag.replaceAll(' ', '-')}.example`,
      at: new Date(at),
    }; // a step has its id
    outcome.mails.push(mail);
    const event = (type: Event['type'], after: number): void => {
      const moment = at + after;
      if (moment < now)
        outcome.events.push({
          type,
          deliveryId,
          campaignId: campaign.id,
          stepId: mail.stepId,
          leadId: reached.leadId,
          at: new Date(moment),
        });
    };
    event('sent', 0);
    if (stepIndex === 0 && chance.chance(0.02)) {
      event('bounced', minute);
      outcome.state = 'bounced';
      return outcome;
    }
    if (chance.chance(0.18)) event('machine_opened', 2000);
    const opens = chance.chance(story.open / (1 + stepIndex * 0.4));
    const wait = Math.floor((0.05 + chance.next() ** 3) * day);
    if (opens) event('opened', wait);
    if (opens && chance.chance(story.click / story.open)) event('clicked', wait + minute);
    if (chance.chance(0.006)) {
      event('unsubscribed', wait + 2 * minute);
      outcome.state = 'unsubscribed';
      return outcome;
    }
    if (chance.chance(story.reply / (1 + stepIndex))) {
      const moment = at + wait + 30 * minute;
      if (moment < now) {
        const [intent, text] = chance.pick(answers);
        event('replied', wait + 30 * minute);
        outcome.answer = { to: mail, intent, text, at: new Date(moment) };
        outcome.state = 'replied';
        return outcome;
      }
    }
  }
  outcome.state = 'completed';
  return outcome;
}

async function insertDeliveries(
  sql: Sql,
  workspaceId: string,
  campaignId: string,
  story: CampaignStory,
  mails: Mail[],
): Promise<void> {
  await sql(
    `insert into delivery (workspace_id, id, mailbox_id, campaign_id, enrollment_id, step_id, lead_id, to_address, subject, message_id, raw_hash, state, due_at, attempts, reply, created_at, sent_at)
     select $1, d.id, d.mailbox_id, $2, d.enrollment_id, d.step_id, d.lead_id, d.address, d.subject, d.message_id, d.hash, 'accepted', d.at, 1, '250 2.0.0 accepted', d.at, d.at
       from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::timestamptz[])
         as d(id, mailbox_id, enrollment_id, step_id, lead_id, address, subject, message_id, hash, at)`,
    [
      workspaceId,
      campaignId,
      mails.map((mail) => mail.deliveryId),
      mails.map((mail) => mail.reached.mailboxId),
      mails.map((mail) => mail.reached.enrollmentId),
      mails.map((mail) => mail.stepId),
      mails.map((mail) => mail.reached.leadId),
      mails.map((mail) => mail.reached.email),
      mails.map((mail) => (mail.stepIndex ? 'Re: ' : '') + said(story.steps[0]!.subject, mail.reached)), // a campaign has a step
      mails.map((mail) => mail.messageId),
      mails.map((mail) => createHash('sha256').update(mail.messageId).digest('hex')),
      mails.map((mail) => mail.at),
    ],
  );
}

async function settleEnrollments(sql: Sql, workspaceId: string, outcomes: Outcome[]): Promise<void> {
  const touched = outcomes.filter((outcome) => outcome.mails.length > 0);
  const lead = (outcome: Outcome) => outcome.mails[0]!.reached; // touched ones have a mail
  await sql(
    `update enrollment e set state = o.state, steps_sent = o.sent, updated_at = now(),
            next_step_at = case when o.state = 'active' then now() + o.sent * interval '5 minutes' + random() * interval '6 hours' end
       from unnest($2::uuid[], $3::text[], $4::int[]) as o(id, state, sent) where e.workspace_id = $1 and e.id = o.id`,
    [
      workspaceId,
      touched.map((outcome) => lead(outcome).enrollmentId),
      touched.map((outcome) => outcome.state),
      touched.map((outcome) => outcome.mails.length),
    ],
  );
  await sql(
    `update lead l set status = o.status from unnest($2::uuid[], $3::text[]) as o(id, status) where l.workspace_id = $1 and l.id = o.id`,
    [
      workspaceId,
      touched.map((outcome) => lead(outcome).leadId),
      touched.map(({ state }) => (state === 'completed' || state === 'active' ? 'active' : state)),
    ],
  );
}

/** One thread: what was sent, what came back, and now and then our answer. */
async function insertThread(
  sql: Sql,
  workspaceId: string,
  campaignId: string,
  story: CampaignStory,
  answer: NonNullable<Outcome['answer']>,
  answered: boolean,
): Promise<void> {
  const { to: mail, intent, text, at } = answer;
  const { reached } = mail;
  const [box] = await sql<{ address: string; display_name: string }>(
    'select address, display_name from mailbox where workspace_id = $1 and id = $2',
    [workspaceId, reached.mailboxId],
  );
  const us = { name: box?.display_name ?? '', address: box?.address ?? '' };
  const them = { name: `${reached.firstName} ${reached.lastName}`, address: reached.email };
  const subject = said(story.steps[0]!.subject, reached); // a campaign has a step
  const fresh = Date.now() - at.getTime() < 3 * day;
  const messages = [
    {
      direction: 'out',
      state: 'sent',
      messageId: mail.messageId,
      inReplyTo: null as string | null,
      from: us,
      to: them,
      subject: mail.stepIndex ? `Re: ${subject}` : subject,
      text: said(story.steps[mail.stepIndex]!.body, reached),
      at: mail.at,
      deliveryId: mail.deliveryId as string | null,
    }, // its step sent it
    {
      direction: 'in',
      state: 'received',
      messageId: `${newId()}@${reached.email.split('@')[1]}`,
      inReplyTo: mail.messageId,
      from: them,
      to: us,
      subject: `Re: ${subject}`,
      text,
      at,
      deliveryId: null,
    },
  ];
  if (answered && !fresh)
    messages.push({
      direction: 'out',
      state: 'sent',
      messageId: `${newId()}@${us.address.split('@')[1]}`,
      inReplyTo: messages[1]!.messageId,
      from: us,
      to: them,
      subject: `Re: ${subject}`,
      text: `Hi ${reached.firstName},\n\nthank you for the quick answer. I come back to you with the details tomorrow morning.\n\n${us.name}`,
      at: new Date(at.getTime() + 50 * minute),
      deliveryId: null,
    });
  const conversationId = newId();
  const last = messages.at(-1)!; // there are at least two
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
  for (const message of messages)
    await sql(
      `insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, in_reply_to, "references", from_name, from_address, recipients, subject, text, delivery_id, sent_at)
       values ($1, $2, $3, $4, $5, $6, 'human', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        workspaceId,
        newId(),
        conversationId,
        reached.mailboxId,
        message.direction,
        message.state,
        message.messageId,
        message.inReplyTo,
        message.inReplyTo ? [message.inReplyTo] : [],
        message.from.name,
        message.from.address,
        JSON.stringify([message.to]),
        message.subject,
        message.text,
        message.deliveryId,
        message.at,
      ],
    );
}

/** The words of a template as this lead read them; the story's templates use three fields only. */
function said(template: string, lead: Reached): string {
  const values: Record<string, string> = { first_name: lead.firstName, company: lead.company, city: '' };
  return template
    .replaceAll(
      /\{\{\s*(\w+)(?:\s*\|\s*default:\s*['"]([^'"]*)['"])?\s*\}\}/g,
      (_match, field: string, fallback?: string) => values[field] || fallback || '',
    )
    .replaceAll(/<br>|<\/p>\s*/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .trim();
}
