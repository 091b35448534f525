import type { ReturnDivision } from '@tabard/contract/crm/return-words';

/** By what a row is divided, and what it is called. `$1` is the workspace. */
const divisions: Readonly<Record<ReturnDivision, { key: string; keys: string; name: string }>> = {
  campaign: {
    key: 'campaign_id::text',
    keys: 'c.campaign_ids::text[]',
    name: '(select c.name from campaign c where c.workspace_id = $1 and c.id = i.key::uuid)',
  },
  source: { key: 'source', keys: 'c.sources::text[]', name: 'i.key' },
};

/** Leads to whom campaigns sent in the days, each once for each campaign, and whether they answered one of these mails. */
const contacted = (by: ReturnDivision): string => `
  sent as (
    select e.delivery_id, e.campaign_id, e.lead_id from mail_event e
     where e.workspace_id = $1 and e.type = 'sent' and e.first and e.day between $2::date and $3::date
       -- A mail is filed under the month in which it was planned.
       and e.month between date_trunc('month', $2::date - 40)::date and $3::date
       and e.campaign_id is not null and e.lead_id is not null),
  answered as (
    select e.delivery_id from mail_event e
     where e.workspace_id = $1 and e.type = 'replied' and e.first and e.delivery_id is not null
       and e.month between date_trunc('month', $2::date - 40)::date and $3::date),
  people as (
    select s.campaign_id, s.lead_id, bool_or(a.delivery_id is not null) as replied
      from sent s left join answered a on a.delivery_id = s.delivery_id group by 1, 2),
  reached as (
    ${
      by === 'campaign'
        ? `select ${divisions.campaign.key} as key, count(*)::int as contacted, sum(replied::int)::int as replied from people group by 1`
        : `select p.source as key, count(*)::int as contacted, sum(p.replied::int)::int as replied
             from (select l.source, o.lead_id, bool_or(o.replied) as replied from people o
                     left join lead l on l.workspace_id = $1 and l.id = o.lead_id group by 1, 2) as p group by 1`
    }),
  reached_all as (
    select count(*)::int as contacted, coalesce(sum(replied::int), 0)::int as replied
      from (select bool_or(replied) as replied from people group by lead_id) as one)`;

/** What leads became in the days: by hand, and by deals that are won, unless a conversion names the deal. */
const became = (by: ReturnDivision): string => `
  became as (
    select case when v.lead_id is null then v.id else v.lead_id end as who, v.outcome, v.happened_at as at, v.value, v.currency,
           v.campaign_id, v.source
      from conversion v
     where v.workspace_id = $1 and v.archived_at is null
       and v.happened_at >= (select first from clock) and v.happened_at < (select after from clock)
    union all
    select case when k.lead_id is null then d.id else k.lead_id end, 'converted', d.closed_at, d.value, d.currency, d.campaign_id,
           ${by === 'source' ? 'l.source' : 'null'}
      from deal d
      left join deal_lead k on k.workspace_id = $1 and k.deal_id = d.id and k.position = 0
      ${by === 'source' ? 'left join lead l on l.workspace_id = $1 and l.id = k.lead_id' : ''}
     where d.workspace_id = $1 and d.archived_at is null and d.status = 'won'
       and d.closed_at >= (select first from clock) and d.closed_at < (select after from clock)
       -- Looked up deal by deal: a planner that knows nothing of the table yet would compare all with all.
       and (select true from conversion v where v.workspace_id = $1 and v.deal_id = d.id and v.archived_at is null limit 1) is null),
  -- One order of all tells both who is the first of a line and who is the first of all.
  marked as (
    select key, outcome, at = 1 as first, at = 1 or key is distinct from before as first_of_key
      from (select ${divisions[by].key} as key, outcome, row_number() over who as at, lag(${divisions[by].key}) over who as before
              from became window who as (partition by who, outcome order by ${divisions[by].key})) as one),
  ended as (
    select key, sum((first_of_key and outcome = 'converted')::int)::int as converted,
           sum((first_of_key and outcome = 'lost')::int)::int as lost,
           sum((first and outcome = 'converted')::int)::int as all_converted, sum((first and outcome = 'lost')::int)::int as all_lost
      from marked group by 1),
  ended_all as (
    select coalesce(sum(all_converted), 0)::int as converted, coalesce(sum(all_lost), 0)::int as lost from ended),
  brought as (
    select to_char(at at time zone (select zone from clock), 'YYYY-MM') as month, ${divisions[by].key} as key, currency,
           sum(value) as revenue
      from became where value > 0 group by 1, 2, 3)`;

/**
 * What was spent in the days, by month. The units of an amount lie in a row: each of its days takes its even piece of the row, and within it
 * the campaigns or sources take one unit after the other in turn. So any days and any parts come to the whole, to the unit, and a whole cost is
 * split by largest remainder: the first ones get the units that are left over.
 */
const spent = (by: ReturnDivision): string => `
  piece as (
    select to_char(m.month, 'YYYY-MM') as month, c.currency, ${divisions[by].keys} as keys,
           c.amount * (greatest(c.starts_on, $2::date, m.month) - c.starts_on) / (c.ends_on - c.starts_on + 1) as x,
           c.amount * (least(c.ends_on, $3::date, (m.month + interval '1 month')::date - 1) - c.starts_on + 1) / (c.ends_on - c.starts_on + 1) as y
      from cost c
      cross join lateral (select generate_series(date_trunc('month', greatest(c.starts_on, $2::date)::timestamp),
                                                 least(c.ends_on, $3::date)::timestamp, interval '1 month')::date as month) as m
     where c.workspace_id = $1 and c.archived_at is null and c.starts_on <= $3::date and c.ends_on >= $2::date),
  spent as (
    select p.month, k.key, p.currency,
           sum((p.y - k.at + k.of) / k.of - (p.x - k.at + k.of) / k.of) as cost
      from piece p
      cross join lateral (
        select u.key, u.at, cardinality(p.keys)::bigint as of from unnest(p.keys) with ordinality as u(key, at)
        union all select null, 1, 1 where cardinality(p.keys) = 0) as k
     group by 1, 2, 3)`;

/** Everything in one statement, as one row. `$2` and `$3` are the first and the last day. */
export const overviewStatement = (by: ReturnDivision): string => `
  with clock as (
    select w.time_zone as zone, $2::date::timestamp at time zone w.time_zone as first, ($3::date + 1)::timestamp at time zone w.time_zone as after
      from workspace w where w.id = $1),
  ${contacted(by)},
  ${became(by)},
  ${spent(by)},
  flow as (
    select month, key, currency, cost, 0::numeric as revenue from spent where cost <> 0
    union all select month, key, currency, 0, revenue from brought),
  sums as (select key, currency, sum(cost) as cost, sum(revenue) as revenue from flow group by 1, 2),
  -- The currency with the most lines decides the order: amounts of several are never added up.
  most as (select currency from sums group by 1 order by count(*) desc, currency limit 1),
  line as (
    select key, sum(contacted)::int as contacted, sum(replied)::int as replied, sum(converted)::int as converted, sum(lost)::int as lost,
           sum(weight) as weight
      from (select key, contacted, replied, 0 as converted, 0 as lost, 0::numeric as weight from reached
            union all select key, 0, 0, converted, lost, 0 from ended
            union all select key, 0, 0, 0, 0, cost + revenue from sums where currency = (select currency from most)) as part
     group by key),
  item as (select * from line order by weight desc, contacted desc, key nulls last limit 500)
  select (select coalesce(json_agg(json_build_object('key', i.key, 'name', ${divisions[by].name}, 'contacted', i.contacted, 'replied', i.replied,
                   'converted', i.converted, 'lost', i.lost,
                   'money', (select coalesce(json_agg(json_build_object('currency', s.currency, 'cost', s.cost::text, 'revenue', s.revenue::text)), '[]')
                               from sums s where s.key is not distinct from i.key))
                 order by i.weight desc, i.contacted desc, i.key nulls last), '[]') from item i) as items,
         (select count(*)::int from line) as lines,
         (select json_build_object('contacted', r.contacted, 'replied', r.replied, 'converted', e.converted, 'lost', e.lost)
            from reached_all r, ended_all e) as total,
         (select coalesce(json_agg(json_build_object('currency', t.currency, 'cost', t.cost::text, 'revenue', t.revenue::text)
                 order by t.lines desc, t.currency), '[]')
            from (select currency, count(*) as lines, sum(cost) as cost, sum(revenue) as revenue from sums group by 1) as t) as money,
         (select coalesce(json_agg(json_build_object('month', t.month, 'currency', t.currency, 'cost', t.cost::text, 'revenue', t.revenue::text)
                 order by t.month, t.currency), '[]')
            from (select month, currency, sum(cost) as cost, sum(revenue) as revenue from flow group by 1, 2) as t) as months`;
