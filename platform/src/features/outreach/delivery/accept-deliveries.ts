import { toPublicId, type Uuid } from '@tabard/contract';
import { sentEventsSql } from '#features/outreach/tracking';
import { monthOf, newId, type Statement } from '#kernel';

/** A mail that a server has taken, with what follows from it. */
export interface AcceptedMail {
  id: Uuid;
  /** The claim it was sent under; null where evidence settles a mail whose outcome was unknown. */
  fence: Uuid | null;
  reply: string;
  campaignId: Uuid | null;
  /** When the next step of its enrollment is due; null when none follows. */
  nextStepAt: Date | null;
  /** The answer of the inbox that it carries. */
  answer: { messageId: Uuid; conversationId: Uuid } | null;
}

/**
 * Writes that mails were accepted, in one statement: their state, their events and counts, the next step's clock, what the outbox
 * tells. A mail that is not ours any more (its lease ended and somebody else decided) is left alone; the ids of the others come
 * back. The lists of ids beside the joins keep the planner from walking all mails of the workspace.
 */
const acceptSql = `
  with given as (
    select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::uuid[], $13::date[])
             as g(id, fence, reply, next_at, event_id, month)
  ), settled as (
    update delivery d set state = 'accepted', troubled = false, reply = g.reply, fence = null, decide_at = null,
           sent_at = case when g.fence is null then coalesce(d.opened_at, now()) else now() end
      from given g
     where d.workspace_id = $1 and d.id = any($2::uuid[]) and d.id = g.id
       and (d.fence = g.fence or g.fence is null and d.state = 'unknown')
    returning d.id, d.campaign_id, d.enrollment_id, d.step_id, d.lead_id, g.next_at, g.event_id, g.month
  ), advanced as (
    update enrollment e set steps_sent = e.steps_sent + 1, updated_at = now(),
           next_step_at = case when e.state = 'active' then s.next_at end,
           state = case when e.state = 'active' and s.next_at is null then 'completed' else e.state end
      from settled s where e.workspace_id = $1 and e.id = s.enrollment_id
  ), told as (
    insert into event (workspace_id, id, type, data)
    select $1, n.event_id, 'delivery.accepted', jsonb_build_object('campaignId', n.public_id, 'count', c.count)
      from (select campaign_id, count(*) from settled group by campaign_id) as c
      join unnest($7::uuid[], $8::uuid[], $9::text[]) as n(event_id, campaign_id, public_id)
           on n.campaign_id is not distinct from c.campaign_id
    union all
    select $1, a.event_id, 'message.sent', a.data
      from unnest($10::uuid[], $11::uuid[], $12::jsonb[]) as a(event_id, delivery_id, data) join settled s on s.id = a.delivery_id
  ), ${sentEventsSql('settled')}
  select id from settled`;

/** The statement that writes that these mails were accepted. Wake the relay after its commit. */
export function acceptStatement(workspaceId: Uuid, mails: readonly AcceptedMail[]): Statement {
  const campaigns = [...new Set(mails.map((mail) => mail.campaignId))];
  const answers = mails.filter((mail) => mail.answer !== null);
  return {
    name: 'delivery-accept',
    text: acceptSql,
    values: [
      workspaceId,
      mails.map((mail) => mail.id),
      mails.map((mail) => mail.fence),
      mails.map((mail) => mail.reply),
      mails.map((mail) => mail.nextStepAt),
      mails.map(newId),
      campaigns.map(newId),
      campaigns,
      campaigns.map((id) => id && toPublicId('campaign', id)),
      answers.map(newId),
      answers.map((mail) => mail.id),
      answers.map(({ answer }) =>
        JSON.stringify({
          conversationId: toPublicId('conversation', answer!.conversationId),
          messageId: toPublicId('message', answer!.messageId),
          state: 'sent',
        }),
      ),
      mails.map((mail) => monthOf(mail.id)),
    ],
  };
}
