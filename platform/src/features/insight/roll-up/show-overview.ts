import { toPublicId, type Metric, type Standing, type Uuid } from '@tabard/contract';
import type { RollUp, RollUpItem, rollUpOverviewInput } from '@tabard/contract/insight/roll-up';
import { troubles } from '@tabard/contract/insight/roll-up-words';
import type { z } from 'zod';
import { requireOrganization } from '#features/identity/organization';
import { noCounts, type Counts } from '#features/insight/analytics';
import type { OrganizationScope } from '#kernel';
import { troublesOf } from './trouble.rules.ts';

/** So many workspaces are looked at. */
const mostPlaces = 2_000;

interface PlaceRow {
  id: Uuid;
  name: string;
  organization_id: Uuid;
  organization_name: string;
  standing: Standing;
  running: number;
  mailboxes: number;
  troubled: number;
  unknown: number;
  /** Day of the period (negative: before it), figure, how many mails. */
  counted: [day: number, type: Metric, n: number][];
}

/** `$1` is the organization, `$2` how many days, `$3` a part of the name, `$4` how many workspaces. */
const statement = `with recursive branch as (
    select o.id, o.name from organization o where o.id = $1
    union all
    select o.id, o.name from organization o join branch on o.parent_id = branch.id),
  place as (
    select w.id, w.name, w.standing, b.id as organization_id, b.name as organization_name,
           (now() at time zone w.time_zone)::date - ($2::int - 1) as first
      from workspace w join branch b on b.id = w.organization_id
     where w.deleting_since is null and ($3::text is null or position(lower($3) in lower(w.name)) > 0)
     order by w.id limit $4)
  select p.id, p.name, p.standing, p.organization_id, p.organization_name, c.running, m.mailboxes, m.troubled, d.unknown, r.counted
    from place p,
    lateral (select count(*)::int as running from campaign c where c.workspace_id = p.id and c.state = 'running' and c.archived_at is null) c,
    lateral (select count(*)::int as mailboxes, (count(*) filter (where m.state in ('failing', 'disconnected')))::int as troubled
               from mailbox m where m.workspace_id = p.id and m.archived_at is null) m,
    lateral (select count(*)::int as unknown from delivery d where d.workspace_id = p.id and d.troubled and d.state = 'unknown' and d.decide_at is null) d,
    lateral (select coalesce(json_agg(json_build_array(n.day - p.first, n.type, n.mails)), '[]') as counted
               from (select r.day, r.type, sum(r.firsts)::int as mails from mail_rollup r
                      where r.workspace_id = p.id and r.day between p.first - $2::int and p.first + $2::int - 1 group by 1, 2) n) r`;

/** All workspaces below an organization with what they did and what is wrong there, the worst first. @throws `organization.not_found` */
export async function showOverview(
  scope: OrganizationScope,
  { organizationId, days, search, limit }: z.output<typeof rollUpOverviewInput>,
): Promise<RollUp> {
  await requireOrganization(scope, organizationId, 'manage');
  const rows = await scope.app.database.maintain<PlaceRow>(statement, [
    organizationId,
    days,
    search ?? null,
    mostPlaces + 1,
  ]);
  const items = rows
    .slice(0, mostPlaces)
    .map((row) => itemOf(row, days))
    .toSorted(byTrouble);
  return {
    totals: totalsOf(items, days),
    items: items.slice(0, limit),
    isCut: rows.length > Math.min(limit, mostPlaces),
  };
}

function itemOf(row: PlaceRow, days: number): RollUpItem {
  const [counts, previous] = [noCounts(), noCounts()];
  const trend = Array.from({ length: days }, () => 0);
  for (const [day, type, n] of row.counted) {
    (day < 0 ? previous : counts)[type] += n;
    if (day >= 0 && type === 'sent') trend[day] = n;
  }
  const { standing, running: runningCampaigns, mailboxes, troubled: troubledMailboxes, unknown } = row;
  return {
    id: toPublicId('workspace', row.id),
    name: row.name,
    organizationId: toPublicId('organization', row.organization_id),
    organizationName: row.organization_name,
    standing,
    counts,
    previous,
    trend,
    runningCampaigns,
    mailboxes,
    troubles: troublesOf({ counts, standing, runningCampaigns, mailboxes, troubledMailboxes, unknown }),
  };
}

const rankOf = ({ troubles: [worst] }: RollUpItem): number => (worst ? troubles.indexOf(worst.code) : troubles.length);
const byTrouble = (one: RollUpItem, other: RollUpItem): number =>
  rankOf(one) - rankOf(other) || other.counts.sent - one.counts.sent || (one.name < other.name ? -1 : 1);

function totalsOf(items: readonly RollUpItem[], days: number): RollUp['totals'] {
  const sum = (of: (item: RollUpItem) => Counts): Counts => {
    const total = noCounts();
    for (const item of items) for (const [metric, n] of Object.entries(of(item))) total[metric as Metric] += n; // its keys
    return total;
  };
  return {
    workspaces: items.length,
    troubled: items.filter((item) => item.troubles.length > 0).length,
    counts: sum(({ counts }) => counts),
    previous: sum(({ previous }) => previous),
    trend: Array.from({ length: days }, (_, day) => items.reduce((total, { trend }) => total + (trend[day] ?? 0), 0)),
  };
}
