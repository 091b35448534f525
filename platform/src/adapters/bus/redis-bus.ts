import { Redis } from 'ioredis';
import type { Bus } from '#ports';
import { Listeners } from './listeners.ts';

/** Keeps this installation's channels apart from others on the same Redis. */
const prefix = 'bus:';

/** A bus on Redis publish and subscribe; ioredis opens its connections again by itself. */
export function createRedisBus(url: string, onError: (error: Error) => void): Bus {
  const listeners = new Listeners();
  const sender = new Redis(url, { maxRetriesPerRequest: 3, lazyConnect: true });
  const receiver = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  for (const client of [sender, receiver]) client.on('error', onError);
  receiver.on('message', (channel: string, message: string) => listeners.tell(channel.slice(prefix.length), message));
  return {
    async publish(channel, message) {
      await sender.publish(prefix + channel, message);
    },
    subscribe(channel, listener) {
      if (listeners.add(channel, listener)) receiver.subscribe(prefix + channel).catch(onError);
      return async () => {
        if (listeners.remove(channel, listener)) await receiver.unsubscribe(prefix + channel);
      };
    },
    async close() {
      sender.disconnect();
      receiver.disconnect();
    },
  };
}
