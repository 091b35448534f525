import { toPublicId } from '@tabard/contract';
import { newId } from '#kernel';
import { startTestPlatform } from '../test/fixture/index.ts';

/**
 * Dashboards (goal D1): what the widgets ask against plain GROUP BY over the raw events, in turns on one database, the counts
 * compared. `node platform/bench/dashboard.bench.ts [events]`.
 */
const events = Number(process.argv[2] ?? 1_000_000);
const [turns, campaigns, days] = [7, 100, 90];

const platform = await startTestPlatform();
const { workspaceId, scope, caller } = await platform.createWorkspace();
const campaignIds = Array.from({ length: campaigns }, newId);
await scope.write(async ({ sql }) => {
  await sql(
    `insert into campaign (workspace_id, id, name, state, schedule) select $1, id, 'Campaign', 'running', '{}' from unnest($2::uuid[]) id`,
    [workspaceId, campaignIds],
  );
  await sql(
    `insert into mail_event (workspace_id, id, type, delivery_id, campaign_id, step_id, at, day, first)
     select $1, gen_random_uuid(), (array['sent','sent','sent','sent','opened','opened','machine_opened','clicked','replied','bounced'])[1 + n % 10],
            gen_random_uuid(), c, c, at, (at at time zone 'UTC')::date, true
       from generate_series(1, $3::int) n, lateral (select ($2::uuid[])[1 + (n::bigint * 7919) % ${campaigns}] as c,
            now() - make_interval(secs => (n::bigint * 104729) % ${days * 86_400}) as at) as drawn`,
    [workspaceId, campaignIds, events],
  );
  await sql(
    `insert into mail_rollup (workspace_id, day, campaign_id, step_id, type, total, firsts)
     select $1, day, campaign_id, step_id, type, count(*), count(*) filter (where first) from mail_event where workspace_id = $1 group by 2, 3, 4, 5`,
    [workspaceId],
  );
});
for (const table of ['mail_event', 'mail_rollup'])
  await platform.app.database.maintain(`analyze ${table}`).catch(() => []);

const from = new Date(Date.now() - 29 * 86_400_000).toISOString().slice(0, 10);
const until = new Date().toISOString().slice(0, 10);
const campaignId = campaignIds[0]!;
const raw = (group: string, where: string, values: unknown[]) =>
  scope.read<{ n: number }>(
    `select ${group}, count(*)::int as n from (select distinct on (delivery_id, type) campaign_id, type, (at at time zone 'UTC')::date as day
       from mail_event where workspace_id = $1 and ${where} order by delivery_id, type, at) as firsts group by ${group}`,
    [workspaceId, ...values],
  );
/** The plain way without telling firsts apart: the least a dashboard without a rollup does. */
const plain = (group: string, where: string, values: unknown[]) =>
  scope.read<{ n: number }>(
    `select ${group}, count(*)::int as n from mail_event where workspace_id = $1 and ${where} group by ${group}`,
    [workspaceId, ...values],
  );
const inRange = `(at at time zone 'UTC')::date between $2::date and $3::date`;
const sum = (rows: { n: number }[]) => rows.reduce((total, row) => total + row.n, 0);
const sumCounts = (list: { counts: Record<string, number> }[]) =>
  list.reduce((total, { counts }) => total + Object.values(counts).reduce((a, b) => a + b, 0), 0);

const pairs = [
  {
    name: 'series, 30 days',
    product: async () => sumCounts((await caller.analytics.series({ from, until })).days),
    reference: async () => sum(await plain('day, type', inRange, [from, until])),
  },
  {
    name: 'campaigns, 30 days',
    product: async () => sumCounts((await caller.analytics.campaigns({ from, until })).campaigns),
    reference: async () => sum(await plain('campaign_id, type', inRange, [from, until])),
  },
  {
    name: 'one campaign, 30 days',
    product: async () =>
      sumCounts((await caller.analytics.series({ from, until, campaignId: toPublicId('campaign', campaignId) })).days),
    reference: async () => sum(await plain('day, type', `${inRange} and campaign_id = $4`, [from, until, campaignId])),
  },
];
if (sum(await raw('type', inRange, [from, until])) !== (await pairs[0]!.product()))
  throw new Error('The rollup and the events disagree.');

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const timed = async (work: () => Promise<number>) => {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
};
for (const { name, product, reference } of pairs) {
  const times: { product: number; reference: number }[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const [a, b] = [await timed(product), await timed(reference)];
    if (a.value !== b.value) throw new Error(`${name}: ${a.value} counted, ${b.value} are there.`);
    times.push({ product: a.ms, reference: b.ms });
  }
  const [a, b] = [median(times.map((time) => time.product)), median(times.map((time) => time.reference))];
  console.log(
    `${name}: rollup ${a.toFixed(2)} ms, GROUP BY ${b.toFixed(1)} ms, ${(b / a).toFixed(0)}x (${events} events)`,
  );
}
await platform.stop();
