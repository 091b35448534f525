import { expect, it } from 'vitest';
import { startRedis } from './start-redis.ts';

it('gives a Redis where one can be had, and null where there is none', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  if (!process.env['REDIS_URL']) expect(await startRedis()).toBeNull();
  process.env['PATH'] = path;
  const redis = await startRedis();
  if (redis) expect(redis.url).toMatch(/^redis/);
  await redis?.stop();
});
