import { toPublicId, type IdKind } from '@tabard/contract';
import type { OutcomeDivision } from '@tabard/contract/crm/deal-words';
import type { DealOutcomes, dealOutcomesInput } from '@tabard/contract/insight/deal-report';
import type { z } from 'zod';
import { sumOf } from '#features/crm/deal';
import { teamPeople } from '#features/identity/team';
import type { ReadScope } from '#kernel';

interface OutcomeRow {
  key: string | null;
  name: string | null;
  currency: string;
  won: number;
  lost: number;
  won_value: string;
  lost_value: string;
}

/** What deals are divided by, and what each part of it is called. */
const divisions: Readonly<Record<OutcomeDivision, { of: IdKind | null; key: string; name: string }>> = {
  reason: {
    of: 'dealReason',
    key: 'd.reason_id::text',
    name: 'select r.name from deal_reason r where r.workspace_id = $1 and r.id = o.key::uuid',
  },
  owner: {
    of: 'member',
    key: 'd.owner_id::text',
    name: 'select u.name from member m join app_user u on u.id = m.user_id where m.id = o.key::uuid',
  },
  source: { of: null, key: 'd.source', name: 'o.key' },
  pipeline: {
    of: 'pipeline',
    key: 'd.pipeline_id::text',
    name: 'select p.name from pipeline p where p.workspace_id = $1 and p.id = o.key::uuid',
  },
};

const outcomes = ({ key, name }: { key: string; name: string }): string => `
  with clock as (select w.time_zone as zone from workspace w where w.id = $1),
  o as (
    select ${key} as key, d.currency, sum(case when d.status = 'won' then 1 else 0 end)::int as won,
           sum(case when d.status = 'won' then 0 else 1 end)::int as lost,
           sum(case when d.status = 'won' then d.value else 0 end)::text as won_value,
           sum(case when d.status = 'won' then 0 else d.value end)::text as lost_value
      from deal d
     where d.workspace_id = $1 and d.archived_at is null and d.status <> 'open'
       and d.closed_at >= (select $2::date::timestamp at time zone zone from clock)
       and d.closed_at < (select ($3::date + 1)::timestamp at time zone zone from clock)
       and ($4::uuid is null or d.pipeline_id = $4) and ($5::uuid is null or d.owner_id = $5)
       and ($6::uuid is null or d.owner_id in (select x.member_id from ${teamPeople('$1')} and x.team_id = $6))
     group by 1, 2)
  select o.key, (${name.startsWith('select') ? name : `select ${name}`}) as name, o.currency, o.won, o.lost, o.won_value, o.lost_value
    from o order by o.won + o.lost desc, o.key nulls last, o.currency limit 500`;

/** How many deals were won and lost, and what they are worth, by reason, owner, source or pipeline. */
export async function readOutcomes(
  { read, workspaceId }: ReadScope,
  { from, until, by, pipelineId, ownerId, teamId }: z.output<typeof dealOutcomesInput>,
): Promise<DealOutcomes> {
  const division = divisions[by];
  const rows = await read<OutcomeRow>(outcomes(division), [
    workspaceId,
    from,
    until,
    pipelineId ?? null,
    ownerId ?? null,
    teamId ?? null,
  ]);
  return {
    items: rows.map(({ key, name, currency, won, lost, won_value: wonValue, lost_value: lostValue }) => ({
      key: key !== null && division.of ? toPublicId(division.of, key) : key,
      name,
      currency,
      won,
      lost,
      wonValue: sumOf(wonValue),
      lostValue: sumOf(lostValue),
    })),
  };
}
