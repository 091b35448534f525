import {
  toPublicId,
  type analyticsStepsInput,
  type analyticsStepsOutput,
  type Metric,
  type Uuid,
} from '@tabard/contract';
import type { z } from 'zod';
import { openMails } from '#features/outreach/delivery';
import { fail, type ReadScope } from '#kernel';
import { noCounts } from './count-mail.ts';

interface StepRow {
  step_id: Uuid | null;
  position: number;
  counts: Partial<Record<Metric, number>> | null;
  failed: number;
  unknown: number;
  pending: number;
}

/** What happened comes from the rollup; what has not happened yet, or never will, from the mails themselves. */
const countByStep = `
  select s.id as step_id, s.position, counted.counts, coalesce(d.failed, 0) as failed, coalesce(d.unknown, 0) as unknown,
         coalesce(d.pending, 0) as pending
    from campaign c left join step s on s.workspace_id = $1 and s.campaign_id = c.id
    left join (
      select step_id, json_object_agg(type, n) as counts from (
        select step_id, type, sum(firsts)::int as n from mail_rollup where workspace_id = $1 and campaign_id = $2 group by 1, 2) as by_type
       group by 1) as counted on counted.step_id = s.id
    left join (
      select step_id, count(*) filter (where state = 'rejected')::int as failed, count(*) filter (where state = 'unknown')::int as unknown,
             count(*) filter (where state in ('planned', 'submitting'))::int as pending
        from (select step_id, state from delivery where workspace_id = $1 and campaign_id = $2 and troubled and state = 'rejected'
               union all
              select step_id, state from ${openMails('$1', '$2')}) as open_or_failed
       group by 1) as d on d.step_id = s.id
   where c.workspace_id = $1 and c.id = $2 order by s.position`;

/** The counts of each step of a campaign, in the order of the sequence. */
export async function listStepCounts(
  scope: ReadScope,
  { campaignId }: z.output<typeof analyticsStepsInput>,
): Promise<z.input<typeof analyticsStepsOutput>> {
  const rows = await scope.read<StepRow>(countByStep, [scope.workspaceId, campaignId], 'analytics_by_step');
  if (rows.length === 0) fail('campaign.not_found');
  const steps = rows.flatMap(({ step_id: id, position, counts, failed, unknown, pending }) => {
    if (id === null) return [];
    const { machine_opened: machineOpened, ...others } = { ...noCounts(), ...counts };
    return { stepId: toPublicId('step', id), position, counts: { ...others, machineOpened, failed, unknown, pending } };
  });
  return { steps };
}
