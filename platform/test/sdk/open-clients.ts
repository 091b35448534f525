import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@tabard/sdk';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { workspaceSubscription } from '#kernel';
import { Cache } from '../../../widgets/src/core/cache.ts';
import { connect } from '../../../widgets/src/core/connect.ts';
import { keepToken } from '../../../widgets/src/core/keep-token.ts';
import { Realtime } from '../../../widgets/src/core/realtime.ts';
import type { Session } from '../../../widgets/src/core/session.ts';
import { testOrigin, type TestServer, type TestTenant } from '../fixture/index.ts';

/** The number that the suite's own stream carries in each event. */
const atOf = (event: unknown): number => (event as { at: number }).at; // what its router yields

/** What both clients promise, each asked over a real line to a real server. */
export interface Opened {
  /** Adds to a number on the server, which counts how often it was really done. */
  increment(by: number, options?: { signal?: AbortSignal }): Promise<{ count: number }>;
  get(id: string, more?: object): Promise<{ id: string }>;
  /** Hears of events until it is told to stop; resolves with why it ended. */
  listen(heard: (at: number) => void, signal: AbortSignal): Promise<unknown>;
  close(): void;
}

/** Gets a new secret, as a host's server does. */
export type Host = () => Promise<string>;

/** The published client, with a token function as hosts write it. */
export function openSdk(baseUrl: string, host: Host): Opened {
  let held: Promise<string> | undefined;
  let last: string | undefined;
  const client = createClient({
    baseUrl,
    async token({ refused }) {
      if (held === undefined || (refused !== undefined && refused === last)) held = host();
      return (last = await held);
    },
  }) as ReturnType<typeof createClient> & Steered;
  return {
    increment: (by, options) => client.tests.increment({ by }, options),
    get: (id, more) => client.workspaces.get({ id, ...more }),
    async listen(heard, signal) {
      try {
        for await (const event of client.events.stream({}, { signal })) heard(atOf(event));
        return null;
      } catch (error) {
        return error;
      }
    },
    close: () => undefined,
  };
}

/** The elements' client, with the keeper of their session and their one stream. */
export function openElements(baseUrl: string, host: Host): Opened {
  const keeper = keepToken(host, () => undefined);
  const client = connect({ baseUrl, keeper }) as ReturnType<typeof connect> & Steered;
  return {
    increment: (by, options) => client.tests.increment({ by }, options),
    get: (id, more) => client.workspaces.get({ id, ...more }),
    listen: (heard, signal) =>
      new Promise((resolve) => {
        const session = { client, cache: new Cache(), noteReach: () => undefined, report: resolve };
        const realtime = new Realtime(session as unknown as Session, () => undefined); // what of a session a stream needs
        realtime.listen((event) => heard(atOf(event)));
        signal.addEventListener('abort', () => (realtime.stop(), resolve(signal.reason)));
        realtime.start();
      }),
    close: () => keeper.stop(),
  };
}

interface Steered {
  tests: { increment(input: { by: number }, options?: { signal?: AbortSignal }): Promise<{ count: number }> };
}

/** A host that gives sessions made for a page, and counts them. */
export function pageHost(server: TestServer, tenant: TestTenant) {
  const made: { id: string; clientSecret: string }[] = [];
  const host: Host = async () => {
    const answer = await server.call(
      'embedSessions.create',
      {
        workspaceId: tenant.publicId,
        user: { externalId: 'u1', name: 'Uma' },
        widgets: { app: {} },
        origins: [testOrigin],
      },
      { token: tenant.apiKey },
    );
    made.push(answer.body.result.data);
    return made.at(-1)!.clientSecret;
  };
  const revoke = async () => {
    const { items } = (
      await server.call('embedSessions.list', { workspaceId: tenant.publicId, limit: 200 }, { token: tenant.apiKey })
    ).body.result.data;
    for (const { id } of items) await server.call('embedSessions.revoke', { id }, { token: tenant.apiKey });
  };
  return { made, host, revoke };
}

/** A stream of events that counts, from after the last one that was heard. */
export const counting = workspaceSubscription({
  permission: 'workspace.read',
  input: z.strictObject({ lastEventId: z.string().optional() }),
  async *handler(_scope, input, signal) {
    for (let at = Number(input.lastEventId ?? 0) + 1; !signal.aborted; at++) {
      yield tracked(String(at), { id: String(at), type: 'mailbox.updated', at });
      await sleep(5, undefined, { signal }).catch(() => {});
    }
  },
});
