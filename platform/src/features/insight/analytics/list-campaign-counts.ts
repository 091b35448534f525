import {
  toPublicId,
  type analyticsCampaignsInput,
  type analyticsCampaignsOutput,
  type Metric,
  type Uuid,
} from '@tabard/contract';
import type { z } from 'zod';
import type { ReadScope } from '#kernel';
import { checkRange, noCounts, rangeOf } from './count-mail.ts';

const countByCampaign = `
  with ${rangeOf}
  select c.id, c.name, c.state, counted.counts from (
    select campaign_id, json_object_agg(type, n) as counts, max(n) filter (where type = 'sent') as sent from (
      select r.campaign_id, r.type, sum(r.firsts)::int as n from range, mail_rollup r
       where r.workspace_id = $1 and r.day between range.first and range.last group by 1, 2) as by_type
     group by 1) as counted
   join campaign c on c.workspace_id = $1 and c.id = counted.campaign_id
  order by counted.sent desc nulls last, c.id limit 500`;

/** The counts of every campaign in which something happened in the period, the one that sent most first. */
export async function listCampaignCounts(
  scope: ReadScope,
  { from, until }: z.output<typeof analyticsCampaignsInput>,
): Promise<z.input<typeof analyticsCampaignsOutput>> {
  checkRange(from, until);
  const rows = await scope.read<{ id: Uuid; name: string; state: string; counts: Partial<Record<Metric, number>> }>(
    countByCampaign,
    [scope.workspaceId, from ?? null, until ?? null],
    'analytics_by_campaign',
  );
  const campaigns = rows.map(({ id, name, state, counts }) => ({
    id: toPublicId('campaign', id),
    name,
    state,
    counts: { ...noCounts(), ...counts },
  }));
  return { campaigns };
}
