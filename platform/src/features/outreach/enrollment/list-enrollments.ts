import { toPublicId, type Enrollment } from '@tabard/contract';
import type { enrollmentListInput, Page } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, fail, pageFrom, type ReadScope } from '#kernel';
import { readMailboxQueueStates } from './read-mailbox-queue-states.ts';
import { mailboxQueueReason, waitingMessages, type WaitingReason } from './waiting.rules.ts';

interface EnrollmentRow {
  id: string;
  lead_id: string;
  mailbox_id: string;
  state: Enrollment['state'];
  paused_by: string | null;
  steps_sent: number;
  next_step_at: Date | null;
  email: string;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  open_state: string | null;
  retry_at: Date | null;
}

/** Leads of a campaign, newest lead first, each with the reason why it gets no mail right now. */
export async function listEnrollments(
  scope: ReadScope,
  input: z.output<typeof enrollmentListInput>,
): Promise<Page<Enrollment>> {
  const after = input.cursor ? decodeCursor(input.cursor, ['uuid'])[0] : null;
  const [mailboxQueues, rows] = await Promise.all([
    readMailboxQueueStates(scope, input.campaignId),
    scope.read<EnrollmentRow>(
      `select e.id, e.lead_id, e.mailbox_id, e.state, e.paused_by, e.steps_sent, e.next_step_at, l.email, l.first_name, l.last_name, l.company,
              o.state as open_state, o.due_at as retry_at
         from enrollment e join lead l on l.workspace_id = e.workspace_id and l.id = e.lead_id
         left join lateral (
           select d.state, d.due_at from delivery d where d.workspace_id = e.workspace_id and d.enrollment_id = e.id
              and d.state in ('planned', 'submitting', 'unknown') limit 1) as o on true
        where e.workspace_id = $1 and e.campaign_id = $2
          and ($3::uuid is null or e.lead_id < $3) and ($4::text is null or e.state = $4)
          and ($5::int is null or e.steps_sent = $5)
        order by e.lead_id desc limit $6`,
      [scope.workspaceId, input.campaignId, after, input.state ?? null, input.stepsSent ?? null, input.limit + 1],
      'enrollment-list',
    ),
  ]);
  if (!mailboxQueues) return fail('campaign.not_found');
  const explain = (row: EnrollmentRow): WaitingReason | null => {
    if (row.state === 'paused') return row.paused_by === 'person' ? 'paused_by_person' : 'open_question';
    if (row.state !== 'active') return null;
    if (row.open_state === 'unknown') return 'unknown_outcome';
    // What is due by the time the window opens waits for the window, however it came to that moment.
    if (row.next_step_at && row.next_step_at > mailboxQueues.opensAt) return 'waiting_delay';
    if (row.retry_at && row.retry_at > mailboxQueues.opensAt) return 'retry';
    const mailboxQueue = mailboxQueues.byMailbox.get(row.mailbox_id);
    return mailboxQueue ? mailboxQueueReason(mailboxQueue, mailboxQueues.now) : 'mailbox_problem';
  };
  const shape = (row: EnrollmentRow): Enrollment => {
    const reason = explain(row);
    return {
      id: toPublicId('enrollment', row.id),
      lead: {
        id: toPublicId('lead', row.lead_id),
        email: row.email,
        name: [row.first_name, row.last_name].filter(Boolean).join(' '),
        company: row.company,
      },
      state: row.state,
      stepsSent: row.steps_sent,
      nextStepAt: row.next_step_at?.toISOString() ?? null,
      whyNotNow: reason && waitingMessages[reason],
      reason,
    };
  };
  return pageFrom(rows, input.limit, shape, (row) => [row.lead_id]);
}
