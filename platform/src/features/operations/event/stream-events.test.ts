import { startRedis } from '@tabard/embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceEvent } from '@tabard/contract';
import { openScope, startRelay, type App } from '#kernel';
import { compose } from '../../../compose.ts';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { streamEvents } from './stream-events.ts';

/** Null where Redis is not installed. */
const redis = await startRedis();
afterAll(() => redis?.stop());

describe.each(redis ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])('the stream of events, over a bus on %s', (bus) => {
  let platform: TestPlatform;
  let other: Awaited<ReturnType<typeof compose>>;
  let relays: { stop(): Promise<void> }[];
  beforeAll(async () => {
    platform = await startTestPlatform({ env: redis && bus === 'Redis' ? { REDIS_URL: redis.url } : {} });
    other = await compose(platform.config, { log: platform.app.log });
    relays = [startRelay(platform.app), startRelay(other)];
  });
  afterAll(async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
    await other.close();
    await platform.stop();
  });

  /** Listens until stopped; gives what came. */
  async function listen(app: App, workspace: TestWorkspace, lastEventId?: string) {
    const stop = new AbortController();
    const scope = openScope(app, workspace.workspaceId, workspace.principal);
    const seen: WorkspaceEvent[] = [];
    const ended = (async () => {
      for await (const [, event] of streamEvents(scope, { lastEventId }, stop.signal)) seen.push(event);
    })();
    return {
      seen,
      ended,
      numbers: () => seen.map((event) => (event.data as { count: number }).count),
      stop: () => (stop.abort(), ended),
    };
  }
  const emit = (workspace: TestWorkspace, count: number) =>
    workspace.scope.write(async (scope) => scope.emit('delivery.accepted', { campaignId: null, count }));

  it('brings every event once and in order across reconnects to any process, while many write at once', async () => {
    const workspace = await platform.createWorkspace();
    const whole = await listen(other, workspace, '0');
    const numbers: number[] = [];
    let lastEventId: string | undefined = '0';
    const writing = Promise.all(Array.from({ length: 120 }, (_, count) => emit(workspace, count)));
    for (let turn = 0; numbers.length < 120 && turn < 200; turn++) {
      const part = await listen(turn % 2 ? other : platform.app, workspace, lastEventId);
      await new Promise((resolve) => setTimeout(resolve, 30));
      await part.stop();
      numbers.push(...part.numbers());
      lastEventId = part.seen.at(-1)?.id ?? lastEventId;
    }
    await writing;
    await expect.poll(() => whole.seen.length).toBe(120);
    await whole.stop();
    expect(numbers).toEqual(whole.numbers());
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, count) => count));
  });

  it('starts with what comes from now on, tells all listeners soon, and nobody of another workspace', async () => {
    const [workspace, stranger] = [await platform.createWorkspace(), await platform.createWorkspace()];
    await emit(workspace, 1);
    await expect.poll(() => workspace.scope.read('select from event where position is null')).toEqual([]);
    const listeners = [
      await listen(platform.app, workspace),
      await listen(platform.app, workspace),
      await listen(other, workspace),
    ];
    const foreign = await listen(other, stranger);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await emit(workspace, 2);
    await expect.poll(() => listeners.map((listener) => listener.numbers()), { interval: 20 }).toEqual([[2], [2], [2]]);
    expect(foreign.seen).toEqual([]);
    await Promise.all([...listeners, foreign].map((listener) => listener.stop()));
  });

  it('loses and repeats nothing for a reader who is slow while a thousand and more are written', async () => {
    const workspace = await platform.createWorkspace();
    const stop = new AbortController();
    const stream = streamEvents(
      openScope(platform.app, workspace.workspaceId, workspace.principal),
      { lastEventId: '0' },
      stop.signal,
    );
    const seen: number[] = [];
    const take = async () => {
      const { value } = await stream.next();
      if (value) seen.push((value[1].data as { count: number }).count); // written below
    };
    const first = take();
    await emit(workspace, 0);
    await first;
    for (let batch = 0; batch < 13; batch++)
      await workspace.scope.write(async (scope) => {
        for (let count = 1; count <= 100; count++)
          scope.emit('delivery.accepted', { campaignId: null, count: batch * 100 + count });
      });
    await expect.poll(() => workspace.scope.read('select from event where position is null')).toEqual([]);
    while (seen.length < 1301) await take();
    stop.abort();
    expect(seen).toEqual(Array.from({ length: 1301 }, (_, count) => count));
  });
});
