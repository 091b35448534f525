import { startRedis } from '@tabard/embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceEvent } from '@tabard/contract';
import { newId, openScope, startRelay, type App } from '#kernel';
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

  /** A session of the workspace, which streams check. */
  async function session(workspace: TestWorkspace) {
    const id = newId();
    await platform.app.database.control((_em, sql) =>
      sql(
        `insert into user_session (id, user_id, token_hash, expires_at) values ($1, $1, $2, now() + interval '1 hour')`,
        [id, id.replaceAll('-', '')],
      ),
    );
    return { ...workspace.principal, kind: 'user' as const, userId: id, sessionId: id };
  }
  /** Listens until stopped; gives what came. */
  async function listen(app: App, workspace: TestWorkspace, lastEventId?: string) {
    const stop = new AbortController();
    const scope = openScope(app, workspace.workspaceId, await session(workspace));
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
    await expect.poll(() => whole.seen.length, { timeout: 10_000 }).toBe(120);
    await whole.stop();
    expect(numbers).toEqual(whole.numbers());
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, count) => count));
  });

  it('starts with what comes from now on, tells all listeners soon, and nobody of another workspace', async () => {
    const [workspace, stranger] = [await platform.createWorkspace(), await platform.createWorkspace()];
    await emit(workspace, 1);
    await expect
      .poll(() => workspace.scope.read('select from event where position is null'), { timeout: 5_000 })
      .toEqual([]);
    const listeners = [
      await listen(platform.app, workspace),
      await listen(platform.app, workspace),
      await listen(other, workspace),
    ];
    const foreign = await listen(other, stranger);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await emit(workspace, 2);
    await expect
      .poll(() => listeners.map((listener) => listener.numbers()), { timeout: 1_500, interval: 20 })
      .toEqual([[2], [2], [2]]);
    expect(foreign.seen).toEqual([]);
    await Promise.all([...listeners, foreign].map((listener) => listener.stop()));
  });

  it('ends within five seconds when its embed session is revoked', async () => {
    const workspace = await platform.createWorkspace();
    const id = newId();
    await platform.app.database.control((_em, sql) =>
      sql(
        `insert into embed_session (id, organization_id, workspace_id, secret_hash, external_id, user_name, widgets, permissions, origins, expires_at)
         values ($1, $2, $3, $4, 'u', 'U', '{}', '{}', '{}', now() + interval '1 hour')`,
        [id, workspace.organizationId, workspace.workspaceId, id.replaceAll('-', '')],
      ),
    );
    const principal = {
      kind: 'embed_session' as const,
      embedSessionId: id,
      organizationId: workspace.organizationId,
      workspaceId: workspace.workspaceId,
      permissions: workspace.principal.permissions,
      externalUser: { id: 'u', name: 'U', email: null },
      widgets: [],
    };
    const stream = streamEvents(
      openScope(platform.app, workspace.workspaceId, principal),
      {},
      new AbortController().signal,
    );
    const ended = (async () => {
      while (!(await stream.next()).done);
    })();
    let open = true;
    void ended.then(() => (open = false));
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(open).toBe(true);
    const revoked = performance.now();
    await platform.app.database.control((_em, sql) =>
      sql('update embed_session set revoked_at = now() where id = $1', [id]),
    );
    await ended;
    expect(performance.now() - revoked).toBeLessThan(5_000);
  });
});
