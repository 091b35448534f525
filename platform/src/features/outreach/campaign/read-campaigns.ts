import { campaignStates, type CampaignSummary } from '@tabard/contract';
import type { More } from '#kernel';
import { campaigns, type CampaignRow } from './campaign.entity.ts';

/** A campaign with its numbers, as one row. */
export interface NumberedCampaign extends CampaignRow {
  lead_count: number;
  step_count: number;
  /** Type of event to how many mails it happened. */
  totals: Record<string, number> | null;
  trouble: Record<string, number> | null;
  enrolling: number;
  trend: number[];
}

/**
 * The numbers of campaigns, `columns` of theirs that rows leave out, and what `also` says of a campaign `c`, in the round trip that reads
 * them. Everything is read once for the whole page: opens, clicks and the like from the rollup, failures from an index that holds nothing
 * else. Nothing here counts leads: a page of large campaigns would look at all of theirs.
 */
export const readNumbers = (rows: string, { columns = 'lead_count', also = '' } = {}): string => `with page as (
       ${rows}
     ), numbers as (
       select r.campaign_id, r.type, sum(r.firsts)::int as firsts
         from mail_rollup r where r.workspace_id = $1 and r.campaign_id in (select id from page) group by 1, 2
     ), today as (
       select (now() at time zone time_zone)::date as day from workspace where id = $1
     ), sent as (
       select r.campaign_id, r.day, sum(r.firsts)::int as firsts from mail_rollup r, today
        where r.workspace_id = $1 and r.campaign_id in (select id from page) and r.type = 'sent' and r.day > today.day - 14
        group by 1, 2
     ), trouble as (
       select d.campaign_id, d.state, count(*)::int as mails from delivery d
        where d.workspace_id = $1 and d.campaign_id in (select id from page) and d.troubled and d.state in ('rejected', 'unknown') group by 1, 2
     )
     select c.*, k.*,${also && ` ${also},`}
            (select count(*)::int from step s where s.workspace_id = $1 and s.campaign_id = c.id) as step_count,
            (select json_object_agg(type, firsts) from numbers n where n.campaign_id = c.id) as totals,
            (select json_object_agg(state, mails) from trouble t where t.campaign_id = c.id) as trouble,
            (select coalesce(sum(a.lead_count), 0)::int from audience_part a where a.workspace_id = $1 and a.campaign_id = c.id) as enrolling,
            (select array_agg(coalesce(s.firsts, 0) order by g.n)
               from generate_series(-13, 0) as g(n) cross join today
               left join sent s on s.campaign_id = c.id and s.day = today.day + g.n) as trend
       from page c cross join lateral (select ${columns} from campaign where workspace_id = $1 and id = c.id limit 1) k`;

/** What a list shows of a campaign. */
export const withNumbers: More<NumberedCampaign, CampaignSummary> = {
  around: (rows) => readNumbers(rows),
  shape: (row) => ({
    ...campaigns.shape(row),
    // A release that is being replaced may have given it a state that is none any more; the finisher mends it.
    state: campaignStates.includes(row.state) ? row.state : 'completed',
    counts: countsOf(row),
    enrolling: row.enrolling,
    stepCount: row.step_count,
    trend: row.trend,
  }),
};

function countsOf(row: NumberedCampaign): CampaignSummary['counts'] {
  const total = (type: string) => row.totals?.[type] ?? 0;
  return {
    leads: row.lead_count,
    sent: total('sent'),
    opened: total('opened'),
    machineOpened: total('machine_opened'),
    clicked: total('clicked'),
    replied: total('replied'),
    bounced: total('bounced'),
    unsubscribed: total('unsubscribed'),
    complained: total('complained'),
    failed: row.trouble?.['rejected'] ?? 0,
    unknown: row.trouble?.['unknown'] ?? 0,
  };
}
