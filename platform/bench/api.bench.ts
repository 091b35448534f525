import pg from 'pg';
import { bundleProgram } from './fixture/bundle-program.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import { startProgram, type Program } from './fixture/start-program.ts';
import { median, type Harness } from './harness.ts';
import { requestRate, runLoad, wrkIsThere, type LoadOptions } from './load/run-load.ts';
import { countRoundTrips } from './fixture/count-round-trips.ts';

export const name = 'api';
export const title =
  'leads.list through the whole server beside bare node:http + pg, and with policies beside without (A1, A2, A4)';

const reference = new URL('reference/list-server.ts', import.meta.url);
const seconds = 2;

/** Measures the first page of 25 leads of a workspace that has 100,000 (1,000,000 with --full). */
export async function run(harness: Harness): Promise<void> {
  if (!(await wrkIsThere())) harness.log('  wrk is missing: a program of ours asks instead, which lowers all figures.');
  const { env, owner, createTenant, config } = await installPlatform(harness, 'api');
  const tenant = await createTenant('Measured');
  await seedLeads(owner, tenant.workspaceId, harness.full ? 1_000_000 : 100_000);
  await seedLeads(owner, (await createTenant('Neighbour')).workspaceId, 20_000);

  const product = await bundleProgram(new URL('../src/main.ts', import.meta.url));
  const start = async (file: URL, more: Record<string, string>, path: string): Promise<Program> => {
    const program = await startProgram(file, { env: { ...env, TABARD_ROLE: 'api', ...more }, path });
    harness.defer(program.stop);
    return program;
  };
  const guarded = await start(product, {}, '/health/ready');
  // The superuser's login obeys no policy; everything else is the same program on the same rows.
  const open = await start(product, { DATABASE_RUNTIME_URL: config.database.url }, '/health/ready');
  const bare = await start(reference, { WORKSPACE_ID: tenant.workspaceId }, '/');

  const headers = { Authorization: `Bearer ${tenant.apiKey}` };
  const path = `/rpc/leads.list?input=${encodeURIComponent('{"limit":25}')}`;
  const ask = (program: Program, connections: number): LoadOptions => ({
    url: program.url + (program === bare ? '/' : path),
    connections,
    seconds,
    headers: program === bare ? {} : headers,
  });
  await requireSameBytes({ product: ask(guarded, 1), 'without policies': ask(open, 1), reference: ask(bare, 1) });
  for (const program of [guarded, open, bare]) await runLoad({ ...ask(program, 50), seconds: 2 });

  harness.log('  A1: 50 connections, requests a second');
  harness.report({
    id: 'A1',
    what: 'leads.list, 25 rows, API key, 50 connections, beside bare node:http + pg',
    unit: 'req/s',
    goal: { of: 'ratio', atLeast: 0.4 },
    ...(await harness.alternate({
      product: () => requestRate(ask(guarded, 50)),
      reference: () => requestRate(ask(bare, 50)),
    })),
  });
  await measureLatency(
    harness,
    { one: ask(guarded, 1), fifty: ask(guarded, 50), bare: ask(bare, 1) },
    config.database.url,
    tenant.workspaceId,
  );
  harness.log('  A4: with and without policies, requests a second');
  harness.report({
    id: 'A4',
    what: 'leads.list with row-level security beside the same without',
    unit: 'req/s',
    goal: { of: 'ratio', atLeast: 0.95 },
    ...(await harness.alternate({
      product: () => requestRate(ask(guarded, 50)),
      reference: () => requestRate(ask(open, 50)),
      pairs: 7,
    })),
  });
  harness.report({
    id: 'A4',
    what: 'round trips of one read under policies',
    unit: '',
    goal: { of: 'product', atMost: 1 },
    product: await countRoundTrips(config, tenant.workspaceId),
  });
}

async function measureLatency(
  harness: Harness,
  loads: { one: LoadOptions; fifty: LoadOptions; bare: LoadOptions },
  databaseUrl: string,
  workspaceId: string,
): Promise<void> {
  const query = await queryLatency(databaseUrl, workspaceId);
  harness.log(`  A2: the query alone takes ${query.toFixed(2)} ms`);
  const one = await harness.alternate({
    product: async () => (await runLoad(loads.one)).p95,
    reference: async () => (await runLoad(loads.bare)).p95,
  });
  const limit = 3 * query + 1;
  const goal = { of: 'product', atMost: Math.round(limit * 100) / 100 } as const;
  harness.report({
    id: 'A2',
    what: 'p95 at 1 connection (goal: 3 x the query alone + 1 ms)',
    unit: 'ms',
    goal,
    ...one,
  });
  const fifty = await harness.alternate({
    product: async () => (await runLoad(loads.fifty)).p95,
    reference: async () => (await runLoad({ ...loads.bare, connections: 50 })).p95,
  });
  harness.report({
    id: 'A2',
    what: 'p95 at 50 connections',
    unit: 'ms',
    goal: { of: 'product', atMost: 25 },
    ...fifty,
  });
}

/** The same query on one connection of node-postgres, nothing else: the median in milliseconds. */
async function queryLatency(url: string, workspaceId: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  for (let index = 0; index < 2000; index++) {
    const begun = performance.now();
    await client.query({
      name: 'list',
      text: 'select * from lead where workspace_id = $1 and archived_at is null order by created_at desc, id desc limit 26',
      values: [workspaceId],
    });
    if (index >= 500) times.push(performance.now() - begun);
  }
  await client.end();
  return median(times);
}

/** A reference that did less work would be no reference. */
async function requireSameBytes(asked: Record<string, LoadOptions>): Promise<void> {
  const [expected, ...others] = await Promise.all(
    Object.entries(asked).map(async ([who, { url, headers }]) => {
      const response = await fetch(url, { headers });
      return { who, text: `${response.status} ${await response.text()}` };
    }),
  );
  for (const other of others)
    if (other.text !== expected?.text)
      throw new Error(`Product and reference answer different bytes.\n${firstDifference([expected!, other])}`);
}

/** Where two answers part, with what stands around it. */
function firstDifference(answers: { who: string; text: string }[]): string {
  const [one = '', other = ''] = answers.map(({ text }) => text);
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return answers
    .map(
      ({ who, text }) =>
        `  ${who}, ${text.length} characters, from ${at}: ${text.slice(Math.max(0, at - 60), at + 60)}`,
    )
    .join('\n');
}
