import type { Uuid, whyNotNowOutput } from '@tabard/contract';
import type { z } from 'zod';
import { openMails } from '#features/outreach/delivery';
import {
  laneReason,
  nextOpening,
  readLaneStates,
  waitingMessages,
  type WaitingReason,
} from '#features/outreach/enrollment';
import { fail, type ReadScope } from '#kernel';

interface Waiting {
  mailbox_id: Uuid;
  delayed: number;
  due: number;
  unknown: number;
  next_step_at: Date | null;
}
type Explanation = z.input<typeof whyNotNowOutput>;

/** Why leads of a campaign get no mail right now, most frequent reason first. */
export async function explainCampaign(scope: ReadScope, { id }: { id: Uuid }): Promise<Explanation> {
  const [lanes, campaigns, waiting] = await Promise.all([
    readLaneStates(scope, id),
    scope.read<{ schedule: Parameters<typeof nextOpening>[0]; enrolling: number }>(
      `select schedule, (select coalesce(sum(a.lead_count), 0)::int from audience_part a where a.workspace_id = $1 and a.campaign_id = $2) as enrolling
         from campaign where workspace_id = $1 and id = $2`,
      [scope.workspaceId, id],
    ),
    scope.read<Waiting>(
      `select mailbox_id, count(*) filter (where next_step_at > now())::int as delayed,
              count(*) filter (where next_step_at <= now() or state <> 'unknown')::int as due,
              count(*) filter (where state = 'unknown')::int as unknown, min(next_step_at) filter (where next_step_at > now()) as next_step_at
         from (select mailbox_id, next_step_at, null as state from enrollment
                where workspace_id = $1 and campaign_id = $2 and next_step_at is not null
                union all
               select mailbox_id, null, state from ${openMails('$1', '$2')}) as under_way
        group by mailbox_id`,
      [scope.workspaceId, id],
    ),
  ]);
  if (!lanes || !campaigns[0]) return fail('campaign.not_found');
  const found = new Map<WaitingReason, { count: number; until: Date | null }>();
  const add = (reason: WaitingReason, count: number, until: Date | null = null) => {
    if (count === 0) return;
    const before = found.get(reason);
    const earliest = before?.until && until ? (before.until < until ? before.until : until) : (before?.until ?? until);
    found.set(reason, { count: (before?.count ?? 0) + count, until: earliest });
  };
  add('enrolling', campaigns[0].enrolling);
  for (const row of waiting) {
    add('waiting_delay', row.delayed, row.next_step_at);
    add('unknown_outcome', row.unknown);
    const lane = lanes.byMailbox.get(row.mailbox_id);
    const reason = lane ? (laneReason(lane, lanes.now) ?? 'due_now') : 'mailbox_problem';
    const opens = reason === 'outside_window' ? nextOpening(campaigns[0].schedule, lanes.now) : null;
    add(reason, row.due, reason === 'mailbox_gap' ? lane!.nextSendAt : opens);
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
