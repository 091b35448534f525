import { toPublicId } from '@tabard/contract';
import { permissions } from '@tabard/contract/permissions';
import { openScope, type Principal } from '#kernel';
import { compose } from '../src/compose.ts';
import { appRouter } from '../src/features/router.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedEvents } from './fixture/seed-events.ts';
import type { Harness } from './harness.ts';

export const name = 'dashboard';
export const title = 'what dashboards ask, read from rollups, beside a plain GROUP BY over the events (D1)';

/** A question that both sides answer with the number of events they counted. */
interface Question {
  what: string;
  product: () => Promise<number>;
  reference: () => Promise<number>;
}

/** Asks the same questions of 1,000,000 events (10,000,000 with --full); the counts must agree. */
export async function run(harness: Harness): Promise<void> {
  const { owner, createTenant, config } = await installPlatform(harness, 'dashboard');
  const { workspaceId, organizationId } = await createTenant('Watched');
  const [campaign = ''] = await seedEvents(owner, workspaceId, harness.full ? 10_000_000 : 1_000_000);
  const app = await compose(config);
  harness.defer(() => app.close());
  const all = new Set(permissions);
  const principal: Principal = { kind: 'job', job: 'bench', organizationId, workspaceId, permissions: all };
  const context = { app, principal, workspaceId, requestId: 'bench', ip: '127.0.0.1', idempotencyKey: null };
  const { analytics } = appRouter.createCaller(context);
  const { read } = openScope(app, workspaceId, principal);

  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const range = { from: day(29), until: day(0) };
  const plain = async (group: string, more = '', values: unknown[] = []) => {
    const rows = await read<{ n: number }>(
      `select ${group}, count(*)::int as n from mail_event
        where workspace_id = $1 and (at at time zone 'UTC')::date between $2::date and $3::date ${more} group by ${group}`,
      [workspaceId, range.from, range.until, ...values],
    );
    return rows.reduce((sum, { n }) => sum + n, 0);
  };
  const campaignId = toPublicId('campaign', campaign);
  const questions: Question[] = [
    {
      what: 'series of 30 days',
      product: async () => sumOf((await analytics.series(range)).days),
      reference: () => plain('day, type'),
    },
    {
      what: 'all campaigns, 30 days',
      product: async () => sumOf((await analytics.campaigns(range)).campaigns),
      reference: () => plain('campaign_id, type'),
    },
    {
      what: 'one campaign, 30 days',
      product: async () => sumOf((await analytics.series({ ...range, campaignId })).days),
      reference: () => plain('day, type', 'and campaign_id = $4', [campaign]),
    },
  ];
  for (const question of questions) await measure(harness, question);
}

async function measure(harness: Harness, { what, product, reference }: Question): Promise<void> {
  const [own, plain] = [await product(), await reference()];
  if (own !== plain) throw new Error(`${what}: the rollup counts ${own}, there are ${plain}.`);
  harness.report({
    id: 'D1',
    what,
    unit: 'answers/s',
    goal: { of: 'ratio', atLeast: 100 },
    ...(await harness.alternate({ product: () => rateOf(product, 50), reference: () => rateOf(reference, 2) })),
  });
}

async function rateOf(ask: () => Promise<number>, times: number): Promise<number> {
  const begun = performance.now();
  for (let turn = 0; turn < times; turn++) await ask();
  return (times / (performance.now() - begun)) * 1000;
}

const sumOf = (list: { counts: Record<string, number> }[]): number =>
  list.reduce((total, { counts }) => total + Object.values(counts).reduce((a, b) => a + b, 0), 0);
