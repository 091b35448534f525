import { Redis } from 'ioredis';
import type { CallCounter } from '#ports';
import { createMemoryCounter } from './memory-counter.ts';

const addToWindow = `
  local used = redis.call('incrby', KEYS[1], ARGV[1])
  local left = redis.call('pttl', KEYS[1])
  if left < 0 then
    redis.call('pexpire', KEYS[1], ARGV[2])
    left = tonumber(ARGV[2])
  end
  return { used, left }`;

/** Milliseconds a call waits for its count. */
const patienceMs = 250;

/** Counts for all processes of the installation; while Redis does not answer, each process counts for itself. */
export function createRedisCounter(url: string, onError: (error: Error) => void): CallCounter {
  const client = new Redis(url, {
    commandTimeout: patienceMs,
    // While the connection is down a call is counted elsewhere at once, not after a wait.
    enableOfflineQueue: false,
    lazyConnect: true,
  });
  client.on('error', onError);
  // Its failure is told to onError; ioredis tries again by itself.
  const opened = client.connect().catch(() => undefined);
  const alone = createMemoryCounter();
  return {
    async count(key, cost, windowMs) {
      await opened;
      try {
        // The script gives these two numbers.
        const [used, resetMs] = (await client.eval(addToWindow, 1, `calls:${key}`, cost, windowMs)) as [number, number];
        return { used, resetMs };
      } catch {
        return alone.count(key, cost, windowMs);
      }
    },
    async close() {
      client.disconnect();
    },
  };
}
