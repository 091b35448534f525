import { toPublicId, type Enrollment } from '@tabard/contract';
import type { enrollmentListInput, Page } from '@tabard/contract';
import type { z } from 'zod';
import { decodeCursor, fail, pageFrom, type ReadScope } from '#kernel';
import { readMailboxQueueStates } from './read-mailbox-queue-states.ts';
import { explainEnrollment, openMail, type Standing } from './explain-enrollment.ts';
import { waitingMessages } from './waiting.rules.ts';

interface EnrollmentRow extends Standing {
  id: string;
  lead_id: string;
  steps_sent: number;
  email: string;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
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
         left join ${openMail} on true
        where e.workspace_id = $1 and e.campaign_id = $2
          and ($3::uuid is null or e.lead_id < $3) and ($4::text is null or e.state = $4)
          and ($5::int is null or e.steps_sent = $5)
        order by e.lead_id desc limit $6`,
      [scope.workspaceId, input.campaignId, after, input.state ?? null, input.stepsSent ?? null, input.limit + 1],
      'enrollment-list',
    ),
  ]);
  if (!mailboxQueues) return fail('campaign.not_found');
  const shape = (row: EnrollmentRow): Enrollment => {
    const reason = explainEnrollment(row, mailboxQueues);
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
