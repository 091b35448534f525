import { createHash } from 'node:crypto';
import { eventNames, fromPublicId, type EventName, type EventSubject } from '@tabard/contract';
import { monthOf, type EventHandlers, type HeardEvent, type WriteScope } from '#kernel';

/**
 * Told by the thousand, or only that something is to be read again; what became of mails is kept by mail and read from there.
 */
const passing: ReadonlySet<EventName> = new Set([
  'mail.opened',
  'mail.clicked',
  'delivery.accepted',
  'lead.bulk_changed',
  'lead.deleted',
  'bulk_operation.progressed',
  'lead_import.progressed',
  'company_match.progressed',
  'conversion.created',
  'conversion.updated',
  'company.enrichment_requested',
  'deal.sorted',
  'deal.bulk_moved',
  'enrollment.updated',
  'conversation.updated',
  'embed_configuration.updated',
  'settings.updated',
  'workspace.updated',
  'note.mentioned',
  'note.updated',
  'file.updated',
  'logged_activity.updated',
  'task.updated',
  'task.reminded',
]);
/** What the mails of a lead tell too, so that its timeline does not show it twice. */
const toldByMails: ReadonlySet<EventName> = new Set([
  'lead.replied',
  'lead.unsubscribed',
  'mail.bounced',
  'mail.complained',
]);

/** Writes what happened to each thing that an event is about. Hearing the event again changes nothing. */
async function recordActivity(scope: WriteScope, event: HeardEvent): Promise<void> {
  const subjects = await subjectsOf(scope, event);
  await scope.sql(
    `insert into activity (workspace_id, id, subject_id, month, subject_noun, kind, at, actor_kind, actor_id, data)
     select $1, $2, s.id, $3, s.noun, $4, $5, $6, $7, $8 from unnest($9::uuid[], $10::text[]) as s(id, noun)
         on conflict do nothing`,
    [
      scope.workspaceId,
      event.id,
      monthOf(event.id),
      event.type,
      event.at,
      event.actor?.kind ?? null,
      event.actor?.id ?? null,
      JSON.stringify(event.data),
      subjects.map(({ id }) => id),
      subjects.map(({ noun }) => noun),
    ],
  );
}

/** What an event is about, the campaign it belongs to, the lead whose mail it is, and the company of that lead. */
async function subjectsOf(scope: WriteScope, { type, subject, data }: HeardEvent): Promise<EventSubject[]> {
  const subjects = new Map<string, EventSubject>();
  const add = (one: EventSubject) => void subjects.set(one.id, one);
  if (subject && !(subject.noun === 'lead' && toldByMails.has(type))) add(subject);
  const campaign = 'campaignId' in data && data.campaignId ? fromPublicId('campaign', data.campaignId) : null;
  if (campaign) add({ noun: 'campaign', id: campaign });
  if (subject?.noun === 'delivery' && !toldByMails.has(type)) {
    const [mail] = await scope.sql<{ lead_id: string | null }>(
      'select lead_id from delivery where workspace_id = $1 and id = $2',
      [scope.workspaceId, subject.id],
    );
    if (mail?.lead_id) add({ noun: 'lead', id: mail.lead_id });
  }
  const leads = [...subjects.values(), ...(subject ? [subject] : [])].filter(({ noun }) => noun === 'lead');
  const [leadId] = leads.map(({ id }) => id);
  if (leadId) {
    const [lead] = await scope.sql<{ company_id: string | null }>(
      'select company_id from lead where workspace_id = $1 and id = $2',
      [scope.workspaceId, leadId],
    );
    if (lead?.company_id) add({ noun: 'company', id: lead.company_id });
  }
  const otherLeadId = 'otherLeadId' in data && fromPublicId('lead', data.otherLeadId);
  if (otherLeadId) add({ noun: 'lead', id: otherLeadId });
  const dealId = 'dealId' in data && data.dealId ? fromPublicId('deal', data.dealId) : null;
  if (dealId) for (const one of await partiesOfDeal(scope, dealId)) add(one);
  const otherId = 'otherId' in data && fromPublicId('company', data.otherId);
  if (otherId) add({ noun: 'company', id: otherId });
  return [...subjects.values()];
}

/** The company that a deal is with, and the leads that are in it. */
const partiesOfDeal = ({ sql, workspaceId }: WriteScope, dealId: string): Promise<EventSubject[]> =>
  sql<EventSubject>(
    `select 'company' as noun, company_id as id from deal where workspace_id = $1 and id = $2 and company_id is not null
     union all select 'lead', lead_id from deal_lead where workspace_id = $1 and deal_id = $2`,
    [workspaceId, dealId],
  );

/** Counts the mails that a campaign sent in an hour as one thing that happened. */
async function countSent(scope: WriteScope, event: HeardEvent<'delivery.accepted'>): Promise<void> {
  const campaignId = event.data.campaignId && fromPublicId('campaign', event.data.campaignId);
  if (!campaignId) return;
  const hour = event.at.toISOString().slice(0, 13);
  const id = createHash('md5').update(`${campaignId} ${hour}`).digest('hex');
  // Whoever hears the same event again finds it counted: positions only grow.
  await scope.sql(
    `insert into activity as a (workspace_id, id, subject_id, month, subject_noun, kind, at, data)
     values ($1, $2::uuid, $3, $4, 'campaign', 'mail.sent', $5, jsonb_build_object('count', $6::int, 'position', $7::text))
         on conflict (workspace_id, id, subject_id, month) do update
        set data = jsonb_build_object('count', (a.data ->> 'count')::int + $6::int, 'position', $7::text)
      where (a.data ->> 'position')::bigint < $7::bigint`,
    [scope.workspaceId, id, campaignId, `${hour.slice(0, 7)}-01`, event.at, event.data.count, event.position],
  );
}

/** Every event with a subject is part of its timeline, also of nouns that come later. */
export const timelineHandlers: EventHandlers = {
  ...Object.fromEntries(eventNames.filter((name) => !passing.has(name)).map((name) => [name, recordActivity])),
  'delivery.accepted': countSent,
};
