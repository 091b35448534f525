import { createHash } from 'node:crypto';
import type { CallScope, Sql, WriteScope } from '#kernel';
import { addressHash } from '#features/outreach/suppression';
import { recordMailEvents } from '#features/outreach/tracking';
import { insertThread, said } from './insert-thread.ts';
import { liveThrough, type Mail, type Outcome, type Past, type Reached } from './live-through.ts';

const day = 86_400_000;

/** Writes the past of one campaign: its mails, what people did with them, and the threads in the inbox. */
export async function seedHistory(scope: CallScope, past: Past, reached: Reached[]): Promise<void> {
  const { story, now } = past;
  // The first mails went out over the first days, as the mailboxes' caps let them.
  const spread = Math.min(14, story.launched) * 0.7 * day;
  const outcomes = reached.map((lead, index) =>
    liveThrough(past, lead, now - story.launched * day + Math.floor((index / reached.length) * spread)),
  );
  await scope.write(async (write) => {
    const { sql, workspaceId } = write;
    const mails = outcomes.flatMap((outcome) => outcome.mails);
    await insertDeliveries(write, past, mails);
    const events = outcomes
      .flatMap((outcome) => outcome.events)
      .toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
    for (let from = 0; from < events.length; from += 1000)
      await recordMailEvents(sql, workspaceId, events.slice(from, from + 1000));
    await settleEnrollments(sql, workspaceId, outcomes);
    for (const { answer } of outcomes)
      if (answer) await insertThread(sql, workspaceId, past, { ...answer, answered: past.chance.chance(0.4) });
  });
}

async function insertDeliveries(
  { app, sql, workspaceId }: WriteScope,
  { campaignId, story }: Past,
  mails: Mail[],
): Promise<void> {
  await sql(
    `insert into delivery (workspace_id, id, mailbox_id, campaign_id, enrollment_id, step_id, lead_id, to_address, subject, message_id, raw_hash, address_hash, state, troubled, attempts, reply, created_at, sent_at)
     select $1, d.id, d.mailbox_id, $2, d.enrollment_id, d.step_id, d.lead_id, d.address, d.subject, d.message_id, d.hash, d.address_hash, 'accepted', false, 1, '250 2.0.0 accepted', d.at, d.at
       from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[])
         as d(id, mailbox_id, enrollment_id, step_id, lead_id, address, subject, message_id, hash, address_hash, at)`,
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
      mails.map((mail) => addressHash(app, workspaceId, mail.reached.email)),
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
