import { toPublicId, type Uuid } from '@tabard/contract';
import type { EnrollmentOfLead } from '@tabard/contract/outreach/enrollment-of-lead';
import { fail, type ReadScope } from '#kernel';
import { explainEnrollment, openMail, type Standing } from './explain-enrollment.ts';
import { readMailboxQueueStates } from './read-mailbox-queue-states.ts';
import { waitingMessages } from './waiting.rules.ts';

interface Row extends Standing {
  id: Uuid;
  campaign_id: Uuid;
  steps_sent: number;
  name: string;
  campaign_state: EnrollmentOfLead['campaign']['state'];
  steps: number;
  next_subject: string | null;
  created_at: Date;
}

/** The campaigns of a lead, each with what comes next, when, and why not now. */
export async function listOfLead(
  scope: ReadScope,
  { leadId }: { leadId: Uuid },
): Promise<{ items: EnrollmentOfLead[] }> {
  const { read, workspaceId } = scope;
  const [known] = await read('select 1 from lead where workspace_id = $1 and id = $2', [workspaceId, leadId]);
  if (!known) fail('lead.not_found');
  const rows = await read<Row>(
    `select e.id, e.campaign_id, e.mailbox_id, e.state, e.paused_by, e.steps_sent, e.next_step_at, e.created_at,
            c.name, c.state as campaign_state, o.state as open_state, o.due_at as retry_at,
            (select count(*)::int from step s where s.workspace_id = e.workspace_id and s.campaign_id = e.campaign_id) as steps,
            (select s.subject from step s where s.workspace_id = e.workspace_id and s.campaign_id = e.campaign_id
                and s.position = e.steps_sent + 1 and e.state in ('active', 'paused')) as next_subject
       from enrollment e join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
       left join ${openMail} on true
      where e.workspace_id = $1 and e.lead_id = $2 order by e.created_at desc, e.id desc limit 200`,
    [workspaceId, leadId],
  );
  // Those that are over wait for nothing.
  const waiting = new Set(rows.flatMap((row) => (row.state === 'active' ? [row.campaign_id] : [])));
  const queues = new Map(
    await Promise.all([...waiting].map(async (id) => [id, await readMailboxQueueStates(scope, id)] as const)),
  );
  return { items: rows.map((row) => shape(row, queues.get(row.campaign_id) ?? null)) };
}

const nothingKnown = { now: new Date(0), opensAt: new Date(8.64e15), byMailbox: new Map() };

function shape(row: Row, queues: Awaited<ReturnType<typeof readMailboxQueueStates>>): EnrollmentOfLead {
  const reason = explainEnrollment(row, queues ?? nothingKnown);
  return {
    id: toPublicId('enrollment', row.id),
    campaign: { id: toPublicId('campaign', row.campaign_id), name: row.name, state: row.campaign_state },
    state: row.state,
    stepsSent: row.steps_sent,
    steps: row.steps,
    nextStepAt: row.next_step_at?.toISOString() ?? null,
    nextSubject: row.next_subject,
    whyNotNow: reason && waitingMessages[reason],
    reason,
    createdAt: row.created_at.toISOString(),
  };
}
