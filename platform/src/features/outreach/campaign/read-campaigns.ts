import { toPublicId, type Campaign, type CampaignCounts, type CampaignSummary, type Uuid } from '@tabard/contract';
import { openMails } from '#features/outreach/delivery';
import type { ReadScope } from '#kernel';
import type { Audience } from './select-audience.ts';

/** A campaign with its numbers, as one row. */
export interface CampaignRow {
  id: Uuid;
  name: string;
  state: Campaign['state'];
  schedule: Campaign['schedule'];
  audience: Audience;
  mailbox_ids: Uuid[];
  stop_on_reply: boolean;
  track_opens: boolean;
  track_clicks: boolean;
  lead_count: number;
  created_at: Date;
  updated_at: Date;
  launched_at: Date | null;
  completed_at: Date | null;
  step_count: number;
  /** Type of event to how many mails it happened. */
  totals: Record<string, number> | null;
  trouble: Record<string, number> | null;
  pending: number;
  enrolling: number;
  trend: number[];
}

/**
 * Campaigns with their numbers in one round trip. Everything is read once for the whole page: opens, clicks and the like from the
 * rollup, failures from an index that holds nothing else.
 */
export function readCampaigns(
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  where: { condition: string; values: unknown[]; limit: number },
): Promise<CampaignRow[]> {
  const limit = `$${where.values.push(where.limit)}`;
  return scope.read<CampaignRow>(
    `with page as (
       select * from campaign c where c.workspace_id = $1 and ${where.condition} order by c.id desc limit ${limit}
     ), numbers as (
       select r.campaign_id, r.type, sum(r.firsts)::int as firsts
         from mail_rollup r where r.workspace_id = $1 and r.campaign_id in (select id from page) group by 1, 2
     ), today as (
       select (now() at time zone time_zone)::date as day from workspace where id = $1
     ), sent as (
       select r.campaign_id, r.day, sum(r.firsts)::int as firsts from mail_rollup r, today
        where r.workspace_id = $1 and r.campaign_id in (select id from page) and r.type = 'sent' and r.day > today.day - 14
        group by 1, 2
     ), open as (
       select campaign_id from ${openMails('$1', 'any (select id from page)')}
     ), trouble as (
       select d.campaign_id, d.state, count(*)::int as mails from delivery d
        where d.workspace_id = $1 and d.campaign_id in (select id from page) and d.troubled and d.state in ('rejected', 'unknown') group by 1, 2
     )
     select p.id, p.name, p.state, p.schedule, p.audience, p.mailbox_ids, p.stop_on_reply, p.track_opens, p.track_clicks, p.lead_count,
            p.created_at, p.updated_at, p.launched_at, p.completed_at,
            (select count(*)::int from step s where s.workspace_id = $1 and s.campaign_id = p.id) as step_count,
            (select json_object_agg(type, firsts) from numbers n where n.campaign_id = p.id) as totals,
            (select json_object_agg(state, mails) from trouble t where t.campaign_id = p.id) as trouble,
            (select count(*)::int from enrollment e where e.workspace_id = $1 and e.campaign_id = p.id and e.next_step_at is not null)
              + (select count(*)::int from open where open.campaign_id = p.id) as pending,
            (select coalesce(sum(a.lead_count), 0)::int from audience_part a where a.workspace_id = $1 and a.campaign_id = p.id) as enrolling,
            (select array_agg(coalesce(s.firsts, 0) order by g.n)
               from generate_series(-13, 0) as g(n) cross join today
               left join sent s on s.campaign_id = p.id and s.day = today.day + g.n) as trend
       from page p order by p.id desc`,
    where.values,
  );
}

/** The numbers of a campaign. */
function countsOf(row: CampaignRow): CampaignCounts {
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
    pending: row.pending,
  };
}

/** What a list shows of a campaign. */
export function summaryOf(row: CampaignRow): CampaignSummary {
  return {
    id: toPublicId('campaign', row.id),
    name: row.name,
    state: row.state,
    mailboxIds: row.mailbox_ids.map((id) => toPublicId('mailbox', id)),
    stopOnReply: row.stop_on_reply,
    trackOpens: row.track_opens,
    trackClicks: row.track_clicks,
    counts: countsOf(row),
    enrolling: row.enrolling,
    stepCount: row.step_count,
    trend: row.trend,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    launchedAt: row.launched_at?.toISOString() ?? null,
    completedAt: row.completed_at?.toISOString() ?? null,
  };
}
