import { fromPublicId, type EventName, type Uuid } from '@tabard/contract';
import type { EventHandlers, HeardEvent, WriteScope } from '#kernel';

/** Notes that something happened with a company, with one of its leads or in a deal with it. Hearing the event again changes nothing. */
async function note({ sql, workspaceId }: WriteScope, { leadId, companyId, dealId, at }: Heard): Promise<void> {
  const whose = leadId
    ? '(select l.company_id from lead l where l.workspace_id = $1 and l.id = $2)'
    : companyId
      ? '$2'
      : '(select d.company_id from deal d where d.workspace_id = $1 and d.id = $2)';
  await sql(
    `update company c set last_activity_at = $3
      where c.workspace_id = $1 and (c.last_activity_at is null or c.last_activity_at < $3) and c.id = ${whose}`,
    [workspaceId, leadId ?? companyId ?? dealId, at],
  );
}
/** One of the three is set. */
interface Heard {
  leadId?: Uuid | null;
  companyId?: Uuid | null;
  dealId?: Uuid | null;
  at: Date;
}

/** Of one: the company itself, or the lead or the deal in question. */
const heard = (scope: WriteScope, { data, at }: HeardEvent): Promise<void> => {
  const ids = data as { leadId?: string | null; companyId?: string | null; dealId?: string | null };
  const leadId = ids.leadId ? fromPublicId('lead', ids.leadId) : null;
  const companyId = ids.companyId ? fromPublicId('company', ids.companyId) : null;
  const dealId = ids.dealId ? fromPublicId('deal', ids.dealId) : null;
  return leadId || companyId || dealId ? note(scope, { leadId, companyId, dealId, at }) : Promise.resolve();
};

/** A mail of a conversation that a person wrote, or that came from one. */
const heardMail = async (scope: WriteScope, event: HeardEvent<'message.received' | 'message.sent'>): Promise<void> => {
  const id = fromPublicId('conversation', event.data.conversationId);
  const [row] = await scope.sql<{ lead_id: Uuid | null }>(
    'select lead_id from conversation where workspace_id = $1 and id = $2',
    [scope.workspaceId, id],
  );
  if (row?.lead_id) await note(scope, { leadId: row.lead_id, at: event.at });
};

/** Something that a person wrote down happened when they say it did, not when they wrote. */
const heardActivity = async (
  scope: WriteScope,
  event: HeardEvent<'logged_activity.created' | 'logged_activity.updated'>,
): Promise<void> => {
  const [row] = await scope.sql<Heard>(
    `select lead_id as "leadId", company_id as "companyId", deal_id as "dealId", least(happened_at, $3) as at from logged_activity
      where workspace_id = $1 and id = $2 and archived_at is null`,
    [scope.workspaceId, fromPublicId('loggedActivity', event.data.loggedActivityId), event.at],
  );
  if (row) await note(scope, row);
};

const told = [
  'company.created',
  'company.updated',
  'company.enriched',
  'company.merged',
  'lead.created',
  'lead.updated',
  'lead.replied',
  'lead.unsubscribed',
  'note.created',
  'file.created',
  'task.completed',
] as const satisfies readonly EventName[];

/** The last activity of companies follows what happens. */
export const activityHandlers: EventHandlers = {
  ...Object.fromEntries(told.map((name) => [name, heard])),
  'logged_activity.created': heardActivity,
  'logged_activity.updated': heardActivity,
  'message.received': heardMail,
  'message.sent': heardMail,
};
