import type { Uuid, whyNotNowOutput } from '@tabard/contract';
import type { z } from 'zod';
import { openMails } from '#features/outreach/delivery';
import {
  mailboxQueueReason,
  readMailboxQueueStates,
  waitingMessages,
  type WaitingReason,
} from '#features/outreach/enrollment';
import { fail, type ReadScope } from '#kernel';
import { excludedCondition, type Audience } from './select-audience.ts';

interface Waiting {
  mailbox_id: Uuid;
  delayed: number;
  delayed_until: Date | null;
  retried: number;
  retried_until: Date | null;
  due: number;
  unknown: number;
  by_person: number;
  asked: number;
}
type Explanation = z.input<typeof whyNotNowOutput>;

/** Why leads of a campaign get no mail right now, most frequent reason first. */
export async function explainCampaign(scope: ReadScope, { id }: { id: Uuid }): Promise<Explanation> {
  const mailboxQueues = await readMailboxQueueStates(scope, id);
  if (!mailboxQueues) return fail('campaign.not_found');
  const { now, opensAt, byMailbox } = mailboxQueues;
  const [[audience], waiting, excluded] = await Promise.all([
    scope.read<{ enrolling: number }>(
      'select coalesce(sum(lead_count), 0)::int as enrolling from audience_part where workspace_id = $1 and campaign_id = $2',
      [scope.workspaceId, id],
    ),
    scope.read<Waiting>(waitingSql, [scope.workspaceId, id, opensAt]),
    countExcluded(scope, id),
  ]);
  const found = new Map<WaitingReason, { count: number; until: Date | null }>();
  const add = (reason: WaitingReason, count: number, until: Date | null = null) => {
    if (count === 0) return;
    const before = found.get(reason);
    const earliest = before?.until && until ? (before.until < until ? before.until : until) : (before?.until ?? until);
    found.set(reason, { count: (before?.count ?? 0) + count, until: earliest });
  };
  add('enrolling', audience!.enrolling); // a sum is always there
  add('excluded', excluded);
  for (const row of waiting) {
    add('waiting_delay', row.delayed, row.delayed_until);
    add('retry', row.retried, row.retried_until);
    add('unknown_outcome', row.unknown);
    add('paused_by_person', row.by_person);
    add('open_question', row.asked);
    const mailboxQueue = byMailbox.get(row.mailbox_id);
    const reason = mailboxQueue ? (mailboxQueueReason(mailboxQueue, now) ?? 'due_now') : 'mailbox_problem';
    const rests =
      mailboxQueue &&
      mailboxQueue.nextSendAt > now &&
      (reason === 'mailbox_gap' || mailboxQueue.mailboxState === 'failing');
    add(reason, row.due, reason === 'outside_window' ? opensAt : rests ? mailboxQueue.nextSendAt : null);
  }
  return {
    reasons: [...found]
      .map(([reason, { count, until }]) => ({
        reason,
        message: waitingMessages[reason],
        count,
        until: until?.toISOString() ?? null,
      }))
      .toSorted((a, b) => b.count - a.count),
  };
}

/** How many leads of a started campaign's audience a list kept out of it. */
async function countExcluded({ read, workspaceId }: ReadScope, id: Uuid): Promise<number> {
  const [campaign] = await read<{ audience: Audience; launched_at: Date }>(
    `select audience, launched_at from campaign where workspace_id = $1 and id = $2 and state in ('running', 'paused')
        and exists (select from list where workspace_id = $1 and kind = 'exclude' and archived_at is null)`,
    [workspaceId, id],
  );
  if (!campaign) return 0;
  const values: unknown[] = [workspaceId, id, campaign.launched_at];
  const condition = await excludedCondition({ read, workspaceId }, campaign.audience, values);
  const [row] = await read<{ count: number }>(
    `select count(*)::int as count from lead l where l.workspace_id = $1 and l.created_at <= $3 and ${condition}
        and not exists (select from enrollment e where e.workspace_id = $1 and e.campaign_id = $2 and e.lead_id = l.id)`,
    values,
  );
  return row?.count ?? 0;
}

/** What is due by the time the window opens (`$3`; now when it is open) waits for its mailbox queue and not for a delay. */
const waitingSql = `
  select mailbox_id,
         count(*) filter (where state = 'step' and at > $3)::int as delayed, min(at) filter (where state = 'step' and at > $3) as delayed_until,
         count(*) filter (where mail and at > $3)::int as retried, min(at) filter (where mail and at > $3) as retried_until,
         count(*) filter (where state not in ('unknown', 'by_person', 'asked') and (at is null or at <= $3))::int as due,
         count(*) filter (where state = 'unknown')::int as unknown,
         count(*) filter (where state = 'by_person')::int as by_person, count(*) filter (where state = 'asked')::int as asked
    from (select mailbox_id, next_step_at as at, false as mail,
                 case when state <> 'paused' then 'step' when paused_by = 'person' then 'by_person' else 'asked' end as state
            from enrollment
           where workspace_id = $1 and campaign_id = $2 and next_step_at is not null
           union all
          select mailbox_id, due_at, true, state from ${openMails('$1', '$2')}) as under_way
   group by mailbox_id`;
