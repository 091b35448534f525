import { metrics, type Metric, type Uuid } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';

/** How often each thing happened. */
export type Counts = Record<Metric, number>;

/** Nothing happened. */
export const noCounts = (): Counts => Object.fromEntries(metrics.map((metric) => [metric, 0])) as Counts; // every metric is set

export interface Period {
  from?: string | undefined;
  until?: string | undefined;
  campaignId?: Uuid | undefined;
}

/** The counts of a period and of the one before it, each of the same length. */
export interface CountedPeriod {
  from: string;
  until: string;
  /** Every day of the period in order, without gaps. */
  days: { day: string; counts: Counts }[];
  previous: Counts;
}

const longestPeriod = 400;
const defaultDays = 30;

/** The range in local days as `first` and `last`: what was asked for, or the days up to the workspace's today. */
export const rangeOf = `range as (
  select coalesce($2::date, last - ${defaultDays - 1}) as first, last
    from (select coalesce($3::date, (now() at time zone time_zone)::date) as last from workspace where id = $1) as w)`;

const countByDay = `
  with ${rangeOf}, counted as (
    select r.day, r.type, sum(r.firsts)::int as n from range, mail_rollup r
     where r.workspace_id = $1 and r.day between range.first - (range.last - range.first) - 1 and range.last
       and ($4::uuid is null or r.campaign_id = $4)
     group by 1, 2)
  select first::text, last::text,
         (select coalesce(json_agg(json_build_array(day, type, n)), '[]') from counted) as counted
    from range`;

/** Adds up the rollup by local day. Mails count once for each thing that happened to them, on the day it first did. */
export async function countMail(scope: ReadScope, { from, until, campaignId }: Period): Promise<CountedPeriod> {
  checkRange(from, until);
  const [row] = await scope.read<{ first: string; last: string; counted: [day: string, type: Metric, n: number][] }>(
    countByDay,
    [scope.workspaceId, from ?? null, until ?? null, campaignId ?? null],
    'analytics_by_day',
  );
  const { first, last, counted } = row!; // the workspace exists
  checkRange(first, last);
  const days = daysBetween(first, last).map((day) => ({ day, counts: noCounts() }));
  const byDay = new Map(days.map(({ day, counts }) => [day, counts]));
  const previous = noCounts();
  for (const [day, type, n] of counted) (byDay.get(day) ?? previous)[type] += n;
  return { from: first, until: last, days, previous };
}

/** Refuses a range that ends before it starts or is longer than a chart can show. */
export function checkRange(from: string | undefined, until: string | undefined): void {
  if (from === undefined || until === undefined) return;
  const length = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  if (length >= 1 && length <= longestPeriod) return;
  const message = length < 1 ? 'The last day must not be before the first.' : `Ask for at most ${longestPeriod} days.`;
  fail('request.invalid', { details: [{ path: 'until', message }] });
}

function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
