import { fromPublicId, type EventName, type Uuid } from '@tabard/contract';
import type { EventHandlers, HeardEvent, WriteScope } from '#kernel';

/** Notes that something happened with a company, or with one of its leads. Hearing the event again changes nothing. */
async function note({ sql, workspaceId }: WriteScope, { leadId, companyId, at }: Heard): Promise<void> {
  await sql(
    `update company c set last_activity_at = $4
      where c.workspace_id = $1 and (c.last_activity_at is null or c.last_activity_at < $4)
        and c.id = ${leadId ? '(select l.company_id from lead l where l.workspace_id = $1 and l.id = $2)' : '$3'} and ($2::uuid is null or $3::uuid is null)`,
    [workspaceId, leadId, companyId, at],
  );
}
interface Heard {
  leadId: Uuid | null;
  companyId: Uuid | null;
  at: Date;
}

/** Of one: the company itself, or the lead in question. */
const heard = (scope: WriteScope, { data, at }: HeardEvent): Promise<void> => {
  const ids = data as { leadId?: string | null; companyId?: string };
  const leadId = ids.leadId ? fromPublicId('lead', ids.leadId) : null;
  const companyId = ids.companyId ? fromPublicId('company', ids.companyId) : null;
  return leadId || companyId ? note(scope, { leadId, companyId: leadId ? null : companyId, at }) : Promise.resolve();
};

/** A mail of a conversation that a person wrote, or that came from one. */
const heardMail = async (scope: WriteScope, event: HeardEvent<'message.received' | 'message.sent'>): Promise<void> => {
  const id = fromPublicId('conversation', event.data.conversationId);
  const [row] = await scope.sql<{ lead_id: Uuid | null }>(
    'select lead_id from conversation where workspace_id = $1 and id = $2',
    [scope.workspaceId, id],
  );
  if (row?.lead_id) await note(scope, { leadId: row.lead_id, companyId: null, at: event.at });
};

/** Something that a person wrote down happened when they say it did, not when they wrote. */
const heardActivity = async (
  scope: WriteScope,
  event: HeardEvent<'logged_activity.created' | 'logged_activity.updated'>,
): Promise<void> => {
  const [row] = await scope.sql<{ lead_id: Uuid | null; company_id: Uuid | null; at: Date }>(
    `select lead_id, company_id, least(happened_at, $3) as at from logged_activity
      where workspace_id = $1 and id = $2 and archived_at is null`,
    [scope.workspaceId, fromPublicId('loggedActivity', event.data.loggedActivityId), event.at],
  );
  if (row) await note(scope, { leadId: row.lead_id, companyId: row.company_id, at: row.at });
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
