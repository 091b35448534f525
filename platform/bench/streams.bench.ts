import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { issueToken, newId } from '#kernel';
import { bundleProgram } from './fixture/bundle-program.ts';
import { installPlatform, type Installation, type Tenant } from './fixture/install-platform.ts';
import { loopOf, watchedBy } from './fixture/loop-of.ts';
import { residentMiB } from './fixture/resident-memory.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import { startProgram, type Program } from './fixture/start-program.ts';
import type { Harness } from './harness.ts';
import { runLoad } from './load/run-load.ts';

export const name = 'streams';
export const title =
  '5,000 event streams of 250 embed sessions held by one API process, and what others notice of them';

const [tenants, sessionsEach, streamsEach] = [50, 5, 20];
const wanted = tenants * sessionsEach * streamsEach;
const origin = 'https://portal.example.com';
/** How long after the streams have closed everything is as usual. */
const settleMs = 5_000;

/** Lists of another client are asked while and after the streams are held, in turns with a process without any; events happen meanwhile. */
export async function run(harness: Harness): Promise<void> {
  const installation = await installPlatform(harness, 'streams');
  const { env, owner, createTenant } = installation;
  const neighbour = await createTenant('Neighbour');
  await seedLeads(owner, neighbour.workspaceId, 20_000);
  const crowd: Tenant[] = [];
  for (let count = 0; count < tenants; count++) crowd.push(await createTenant(`Crowd ${count}`));
  const tokens = await createSessions(installation, crowd);

  const product = await bundleProgram(new URL('../src/main.ts', import.meta.url));
  const startApi = async () => {
    const loop = join(await harness.folder(), 'loop.json');
    const watched = watchedBy(loop, { ...env, TABARD_ROLE: 'api' });
    const program = await startProgram(product, { ...watched, path: '/health/ready' });
    harness.defer(program.stop);
    return { ...program, loop: () => loopOf(program, loop) };
  };
  const [api, without] = [await startApi(), await startApi()];
  harness.defer(startRelaying(env, product));

  const list = async ({ url }: Program) => {
    const { p95 } = await runLoad({
      url: `${url}/rpc/leads.list?input=${encodeURIComponent('{"limit":25}')}`,
      connections: 1,
      seconds: 1,
      headers: { Authorization: `Bearer ${neighbour.apiKey}` },
    });
    return p95;
  };
  const beside = () => harness.alternate({ product: () => list(api), reference: () => list(without) });
  for (const program of [api, without]) for (let warm = 0; warm < 3; warm++) await list(program);
  const idle = await residentMiB(api.child.pid);
  const begun = performance.now();
  const holder = await holdStreams({ url: api.url, origin, tokens, each: streamsEach });
  harness.defer(holder.close);
  let turn = 0;
  const marks = setInterval(() => void markEvent(installation, crowd[turn++ % tenants]!), 1_000);
  harness.defer(async () => clearInterval(marks));
  harness.log(
    `  ${holder.opened} of ${wanted} streams are open, ${holder.refused} refused, after ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  harness.log(`  ${(await residentMiB(api.child.pid)).toFixed(0)} MiB (${idle.toFixed(0)} before)`);
  await sleep(3_000);
  for (const program of [api, without]) await program.loop();
  const during = await beside();
  const [busy, usual] = [await api.loop(), await without.loop()];
  const held = await residentMiB(api.child.pid);
  const { open, events } = await holder.look();
  harness.log(`  ${open} are still open; they have been brought ${events} events`);
  clearInterval(marks);
  await holder.close();
  await sleep(settleMs);
  const after = await beside();

  harness.report({
    id: 'ST1',
    what: `streams held of ${wanted}`,
    unit: '',
    product: open,
    goal: { of: 'product', atLeast: wanted },
  });
  harness.report({
    id: 'ST2',
    what: `memory of the API process with them (without: ${idle.toFixed(0)} MiB)`,
    unit: 'MiB',
    product: held,
    goal: { of: 'product', atMost: 400 },
  });
  harness.report({
    id: 'ST3',
    what: "p95 of another client's list while they are held, beside a process without streams",
    unit: 'ms',
    goal: { of: 'ratio', atMost: 2 },
    ...during,
  });
  harness.report({
    id: 'ST5',
    what: 'longest time that the process with them was held by work of its own, beside the one without, while both answer lists',
    unit: 'ms',
    product: busy.busy,
    reference: usual.busy,
    goal: { of: 'product', atMost: 100 },
  });
  harness.report({
    id: 'ST4',
    what: 'the same five seconds after they have closed',
    unit: 'ms',
    goal: { of: 'ratio', atMost: 2 },
    ...after,
  });
}

async function createSessions({ owner }: Installation, crowd: readonly Tenant[]): Promise<string[]> {
  const made = crowd.flatMap((tenant) =>
    Array.from({ length: sessionsEach }, () => ({ tenant, token: issueToken('es_') })),
  );
  await owner.query(
    `insert into embed_session (id, organization_id, workspace_id, secret_hash, external_id, user_name, widgets, permissions, origins, expires_at)
     select id, organization_id, workspace_id, hash, 'bench', 'Bench', '{"lead-table":{}}', '{workspace.read}', array[$5::text], now() + interval '1 hour'
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as s(id, organization_id, workspace_id, hash)`,
    [
      made.map(() => newId()),
      made.map(({ tenant }) => tenant.organizationId),
      made.map(({ tenant }) => tenant.workspaceId),
      made.map(({ token }) => token.hash),
      origin,
    ],
  );
  return made.map(({ token }) => token.secret);
}

/** An event in one workspace, which a hundred streams listen to. */
async function markEvent({ owner }: Installation, { workspaceId }: Tenant): Promise<void> {
  await owner
    .query(`insert into event (workspace_id, id, type, data) values ($1, $2, 'bench.mark', '{}')`, [
      workspaceId,
      newId(),
    ])
    .catch(() => undefined);
}

/** A worker beside, which numbers events. */
function startRelaying(env: Record<string, string>, product: URL): () => Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(product)], {
    env: { PATH: process.env['PATH'], ...env, TABARD_ROLE: 'worker' },
    stdio: 'ignore',
  });
  return async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
}

interface Holder {
  opened: number;
  refused: number;
  look(): Promise<{ open: number; events: number }>;
  close(): Promise<void>;
}

async function holdStreams(options: object): Promise<Holder> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('load/hold-streams.ts', import.meta.url)), JSON.stringify(options)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit');
  const next = async (): Promise<Record<string, number>> => JSON.parse(String((await once(lines, 'line'))[0]));
  const { open = 0, refused = 0 } = await next();
  return {
    opened: open,
    refused,
    async look() {
      child.stdin.write('\n');
      const { open: still = 0, events = 0 } = await next();
      return { open: still, events };
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
