import { toPublicId, type Uuid } from '@tabard/contract';
import type { DealForecast, dealForecastInput } from '@tabard/contract/insight/deal-report';
import type { z } from 'zod';
import { oddsOf, sumOf } from '#features/crm/deal';
import { teamPeople } from '#features/identity/team';
import type { ReadScope } from '#kernel';

interface ForecastRow {
  month: string;
  owner_id: Uuid | null;
  owner_name: string | null;
  currency: string;
  count: number;
  pipeline: string;
  weighted: string;
  commit: string;
  best_case: string;
  won: number;
  closed: string;
}

/** Narrowed to a pipeline, an owner and a team of owners, where they are given. */
const narrowed = `($4::uuid is null or d.pipeline_id = $4) and ($5::uuid is null or d.owner_id = $5)
  and ($6::uuid is null or d.owner_id in (select x.member_id from ${teamPeople('$1')} and x.team_id = $6))`;

/** What is expected and what was won, by month, owner and currency, in one round trip. Each kind is read off an index of its own. */
const forecast = `
  with clock as (
    select w.time_zone as zone, ($2 || '-01')::date as first, (($2 || '-01')::date + $3::int * interval '1 month')::date as after
      from workspace w where w.id = $1),
  expected as (
    select to_char(d.expected_close_on, 'YYYY-MM') as month, d.owner_id, d.currency, count(*)::int as count, sum(d.value) as pipeline,
           sum((d.value * ${oddsOf('s.probability')} + 50) / 100) as weighted,
           sum(case when d.forecast = 'commit' then d.value else 0 end) as commit,
           sum(case when d.forecast in ('commit', 'best_case') then d.value else 0 end) as best_case, 0 as won, 0::numeric as closed
      from deal d join pipeline_stage s on s.workspace_id = $1 and s.id = d.stage_id
     where d.workspace_id = $1 and d.archived_at is null and d.status = 'open' and d.forecast <> 'omitted'
       and d.expected_close_on >= (select first from clock) and d.expected_close_on < (select after from clock) and ${narrowed}
     group by 1, 2, 3),
  won as (
    select to_char(d.closed_at at time zone (select zone from clock), 'YYYY-MM') as month, d.owner_id, d.currency, 0 as count,
           0::numeric as pipeline, 0::numeric as weighted, 0::numeric as commit, 0::numeric as best_case, count(*)::int as won, sum(d.value) as closed
      from deal d
     where d.workspace_id = $1 and d.archived_at is null and d.status <> 'open' and d.status = 'won'
       and d.closed_at >= (select first::timestamp at time zone zone from clock)
       and d.closed_at < (select after::timestamp at time zone zone from clock) and ${narrowed}
     group by 1, 2, 3)
  select f.month, f.owner_id, (select u.name from member m join app_user u on u.id = m.user_id where m.id = f.owner_id) as owner_name, f.currency,
         sum(f.count)::int as count, sum(f.pipeline)::text as pipeline, sum(f.weighted)::text as weighted, sum(f.commit)::text as commit,
         sum(f.best_case)::text as best_case, sum(f.won)::int as won, sum(f.closed)::text as closed
    from (select * from expected union all select * from won) as f
   group by f.month, f.owner_id, f.currency order by f.month, owner_name nulls last, f.owner_id, f.currency`;

/** What deals are expected to bring by month, owner and currency, and what was won. */
export async function readForecast(
  { read, workspaceId }: ReadScope,
  { from, months, pipelineId, ownerId, teamId }: z.output<typeof dealForecastInput>,
): Promise<DealForecast> {
  const given = [pipelineId, ownerId, teamId].map((id) => id ?? null);
  const rows = await read<ForecastRow>(forecast, [workspaceId, from, months, ...given]);
  return {
    items: rows.map(({ owner_id: owner, owner_name: ownerName, best_case: bestCase, ...row }) => ({
      month: row.month,
      currency: row.currency,
      count: row.count,
      won: row.won,
      ownerName,
      ownerId: owner && toPublicId('member', owner),
      pipeline: sumOf(row.pipeline),
      weighted: sumOf(row.weighted),
      commit: sumOf(row.commit),
      bestCase: sumOf(bestCase),
      closed: sumOf(row.closed),
    })),
  };
}
