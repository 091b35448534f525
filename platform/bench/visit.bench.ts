import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleProgram } from './fixture/bundle-program.ts';
import { startEmbedHost } from './fixture/embed-page.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { seedLeads } from './fixture/seed-leads.ts';
import { seedOutreach } from './fixture/seed-outreach.ts';
import { startProgram } from './fixture/start-program.ts';
import { timeToPaint } from './fixture/watch-page.ts';
import type { Harness, Row } from './harness.ts';

export const name = 'visit';
export const title =
  'what a browser with an empty cache asks for until an inbox with an open thread has come to rest (W8)';

const bundle = fileURLToPath(new URL('../../widgets/dist/embed/', import.meta.url));
/** Nothing that belongs to the first visit comes later than this after the first paint. */
const REST_MS = 3000;

/** Counts the scripts of a first visit, their weight by gzip, and the calls that were made twice. */
export async function run(harness: Harness): Promise<void> {
  if (!existsSync(`${bundle}v1.js`))
    return harness.log('  skipped: widgets/dist/embed/v1.js is missing; `npm run build` makes it.');
  const { env, owner, createTenant } = await installPlatform(harness, 'visit');
  const tenant = await createTenant('Visited');
  await seedLeads(owner, tenant.workspaceId, 1000);
  await seedOutreach(owner, tenant.workspaceId, 600);
  const program = await bundleProgram(new URL('../src/main.ts', import.meta.url));
  const platform = await startProgram(program, {
    env: { ...env, TABARD_ROLE: 'api', EMBED_ROOT: bundle },
    path: '/health/ready',
  });
  harness.defer(platform.stop);
  const host = await startEmbedHost(harness, platform.url, tenant);
  const { page, close } = await host.open('inbox');
  await timeToPaint(page, 'tell me more');
  await page.waitForTimeout(REST_MS);
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  await close();
  const paths = asked.map((address) => new URL(address).pathname);
  const scripts = paths.filter((path) => path.startsWith('/embed/'));
  const calls = paths.filter((path) => path.startsWith('/rpc/'));
  const twice = calls.filter((path, at) => calls.indexOf(path) !== at);
  const weight = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(bundle + path.slice(7))).length / 1024, 0);
  harness.log(`  scripts: ${scripts.map((path) => path.replace(/.*\//, '')).join(' ')}`);
  harness.log(`  calls: ${calls.map((path) => path.slice(5)).join(' ')}`);
  const row = (what: string, unit: string, product: number, atMost: number): Row => ({
    id: 'W8',
    what: `first inbox: ${what}`,
    unit,
    product,
    goal: { of: 'product', atMost },
  });
  harness.report(row('scripts', 'KiB', weight, 60));
  harness.report(row('requests for scripts', 'n', scripts.length, 8));
  harness.report(row('calls made twice', 'n', twice.length, 0));
}
