import { bundleProgram } from './fixture/bundle-program.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { startProgram } from './fixture/start-program.ts';
import type { Harness } from './harness.ts';
import { requestRate, runLoad } from './load/run-load.ts';

export const name = 'rpc';
export const title = 'an empty procedure through the whole server beside bare Koa with the same wire (A3)';

/** The product signs the caller in, checks input and output and sets its headers; Koa answers the same bytes. */
export async function run(harness: Harness): Promise<void> {
  const { env, createTenant } = await installPlatform(harness, 'rpc');
  const { apiKey } = await createTenant('Measured');
  const program = await bundleProgram(new URL('fixture/serve-empty.ts', import.meta.url));
  const product = await startProgram(program, { env, path: '/health/live' });
  harness.defer(product.stop);
  const koa = await startProgram(new URL('reference/koa-empty.ts', import.meta.url), { env: {}, path: '/rpc/empty' });
  harness.defer(koa.stop);

  const headers = { Authorization: `Bearer ${apiKey}` };
  const [own, bare] = [product, koa].map(({ url }) => ({
    url: `${url}/rpc/empty`,
    connections: 50,
    seconds: 2,
    headers,
  }));
  if (!own || !bare) return;
  const bodies = await Promise.all([own, bare].map(async ({ url }) => (await fetch(url, { headers })).text()));
  if (bodies[0] !== bodies[1]) throw new Error(`Product and reference answer different bytes: ${bodies.join(' and ')}`);
  for (const load of [own, bare]) await runLoad(load);
  harness.report({
    id: 'A3',
    what: 'empty procedure, API key, 50 connections, beside bare Koa',
    unit: 'req/s',
    goal: { of: 'ratio', atLeast: 0.35 },
    ...(await harness.alternate({ product: () => requestRate(own), reference: () => requestRate(bare) })),
  });
}
