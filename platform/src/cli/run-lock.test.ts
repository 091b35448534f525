import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claimHome, runningPort } from './run-lock.ts';

it('tells the port of what runs from a home folder, as long as it runs', async () => {
  const home = await mkdtemp(join(tmpdir(), 'home-'));
  expect(await runningPort(home)).toBeNull();
  const { release, wasCutOff } = await claimHome(home, 4321);
  expect([wasCutOff, await runningPort(home)]).toEqual([false, 4321]);
  await release();
  expect(await runningPort(home)).toBeNull();
  await rm(home, { recursive: true });
});
