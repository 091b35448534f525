import { bundleProgram } from './fixture/bundle-program.ts';
import { installPlatform } from './fixture/install-platform.ts';
import { residentMiB } from './fixture/resident-memory.ts';
import { startProgram, type Program } from './fixture/start-program.ts';
import type { Harness } from './harness.ts';

export const name = 'start';
export const title = 'the API process from spawn to ready beside a bare node:http server, and its idle memory (C1, C2)';

const bare = new URL('reference/bare-server.ts', import.meta.url);

/** Ready means: database connected, walls between workspaces checked, answering. */
export async function run(harness: Harness): Promise<void> {
  const bundle = await bundleProgram(new URL('../src/main.ts', import.meta.url));
  const { env } = await installPlatform(harness, 'start');
  let idle = 0;
  const start = async (file: URL, path: string, seen: (program: Program) => Promise<void> = async () => {}) => {
    const begun = performance.now();
    const program = await startProgram(file, { env: { ...env, TABARD_ROLE: 'api' }, path, everyMs: 3 });
    const took = performance.now() - begun;
    await seen(program);
    await program.stop();
    return took;
  };
  const product = () =>
    start(bundle, '/health/ready', async ({ child }) => {
      idle = Math.max(idle, await residentMiB(child.pid));
    });
  await product();
  const compared = await harness.alternate({ product, reference: () => start(bare, '/'), pairs: 9 });
  harness.report({
    id: 'C1',
    what: 'API process (bundled), spawn to ready, beside bare node:http',
    unit: 'ms',
    goal: { of: 'ratio', atMost: 7 },
    ...compared,
  });
  if (idle > 0)
    harness.report({
      id: 'C2',
      what: 'memory of the API process once ready',
      unit: 'MiB',
      product: idle,
      goal: { of: 'product', atMost: 108 },
    });
}
