import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '@tabard/embedded';
import { afterAll, describe, expect, it } from 'vitest';
import type { CallCounter } from '#ports';
import { createMemoryCounter, createRedisCounter } from './index.ts';

/** Null where Redis is not installed. */
const redis = await startRedis();
afterAll(() => redis?.stop());

const makers: Record<string, () => CallCounter> = {
  memory: createMemoryCounter,
  ...(redis && { Redis: () => createRedisCounter(redis.url, () => undefined) }),
  'Redis that is away': () => createRedisCounter('redis://127.0.0.1:1', () => undefined),
};

describe.each(Object.entries(makers))('counting calls in %s', (_name, make) => {
  const counter = make();
  afterAll(() => counter.close());

  it('adds up what one caller asks for, and nothing of another', async () => {
    await counter.count('one', 1, 60_000);
    await counter.count('other', 7, 60_000);
    const { used, resetMs } = await counter.count('one', 5, 60_000);
    expect(used).toBe(6);
    expect(resetMs).toBeGreaterThan(50_000);
    expect(resetMs).toBeLessThanOrEqual(60_000);
  });

  it('loses nothing when many ask at once', async () => {
    const counts = await Promise.all(Array.from({ length: 100 }, () => counter.count('crowd', 1, 60_000)));
    expect(Math.max(...counts.map(({ used }) => used))).toBe(100);
  });

  it('starts anew when the window has ended', async () => {
    await counter.count('short', 9, 80);
    await sleep(120);
    expect((await counter.count('short', 1, 60_000)).used).toBe(1);
  });
});

it('keeps a bounded number of windows, and forgets the oldest first', async () => {
  const counter = createMemoryCounter();
  for (let caller = 0; caller < 50_001; caller++) await counter.count(`caller ${caller}`, 1, 60_000);
  expect((await counter.count('caller 50000', 1, 60_000)).used).toBe(2);
  expect((await counter.count('caller 0', 1, 60_000)).used).toBe(1);
});
