import type { OutreachClient } from '../src/core/client.ts';
import { createSample } from './sample-client.ts';

/** The sample, but for what a test bends. */
export function bendClient(areas: Record<string, Record<string, unknown>>): OutreachClient {
  const { client } = createSample();
  return new Proxy(client, {
    get: (_, area: string) =>
      new Proxy(client[area as keyof OutreachClient], {
        get: (target, verb) => areas[area]?.[String(verb)] ?? Reflect.get(target, verb),
      }),
  });
}
