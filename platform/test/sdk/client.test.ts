import {
  AbortError,
  AuthenticationError,
  BadRequestError,
  createClient,
  isSdkError,
  NotFoundError,
  PermissionDeniedError,
  TimeoutError,
  type ClientOptions,
  type EventStream,
  type List,
  type Call,
} from '@tabard/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openFaultyLine,
  startTestServer,
  testRouter,
  type FaultyLine,
  type TestServer,
  type TestTenant,
} from '../fixture/index.ts';

/** Procedures that only tests have. */
interface Steerable {
  tests: {
    count(input: { until: number; everyMs?: number }, options?: { signal?: AbortSignal }): EventStream<{ at: number }>;
    numbers(input: { of: number; limit?: number }): List<{ n: number }>;
    increment(
      input: { by: number; holdMs?: number },
      options?: { idempotencyKey?: string; timeout?: number; signal?: AbortSignal; maxRetries?: number },
    ): Call<{ count: number }>;
  };
}

const { router, runs } = testRouter();
let server: TestServer;
let tenant: TestTenant;
let line: FaultyLine;

beforeAll(async () => {
  server = await startTestServer({ router });
  tenant = await server.createTenant();
  line = await openFaultyLine(server.url);
});
afterAll(async () => {
  await line.down();
  await server.stop();
});

function connect(options: Partial<ClientOptions> = {}) {
  const credential = options.token === undefined ? { apiKey: tenant.apiKey } : {};
  const client = createClient({
    baseUrl: line.url,
    workspace: tenant.publicId,
    ...credential,
    ...options,
  });
  return client as typeof client & Steerable;
}

describe('a call', () => {
  it('gives typed data, and status and request id when asked', async () => {
    const client = connect();
    const workspace = await client.workspaces.get({ id: tenant.publicId });
    expect(workspace).toMatchObject({
      id: tenant.publicId,
      name: 'Test workspace',
      brand: { displayName: 'Test agency' },
    });
    const { data, response } = await client.workspaces.get({ id: tenant.publicId }).withResponse();
    expect(data.id).toBe(tenant.publicId);
    expect(response).toMatchObject({ status: 200, replayed: false });
    expect(response.requestId).toMatch(/^req_/);
  });

  it('needs no input where all of it may be left out', async () => {
    expect(await connect().sessions.current()).toMatchObject({ kind: 'api_key', workspace: { id: tenant.publicId } });
  });

  it('is sent though nobody awaits it', async () => {
    const before = runs.count;
    void connect().tests.increment({ by: 1 });
    await expect.poll(() => runs.count).toBe(before + 1);
  });

  it('fails with the class of its status, the code and the details', async () => {
    const client = connect();
    const missing = await client.workspaces
      .get({ id: 'wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d' })
      .catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(NotFoundError);
    expect(missing).toMatchObject({
      status: 404,
      code: 'workspace.not_found',
      docs: '/errors/workspace-not-found',
      retryable: false,
    });
    expect(isSdkError(missing)).toBe(true);
    const wrong = await client.workspaces.get({ id: 'lea_1', more: true } as never).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(BadRequestError);
    expect(wrong).toMatchObject({ details: [{ path: 'id' }, { message: expect.stringContaining('more') }] });
    await expect(connect({ token: 'es_nonsense' }).sessions.current()).rejects.toBeInstanceOf(AuthenticationError);
    const weak = connect({ token: await server.createKey(tenant, { permissions: ['lead.read'] }) });
    await expect(weak.workspaces.get({ id: tenant.publicId })).rejects.toBeInstanceOf(PermissionDeniedError);
  });
});

describe('a call over a bad line', () => {
  it('is told that its answer is the recorded one', async () => {
    const before = runs.count;
    line.faults.push('answer-lost');
    const { data, response } = await connect().tests.increment({ by: 10 }).withResponse();
    expect(data).toEqual({ count: before + 10 });
    expect(response.replayed).toBe(true);
    expect(runs.count).toBe(before + 10);
  });

  it('ends in time, and at once when its signal says so', async () => {
    const client = connect({ maxRetries: 0 });
    await expect(client.tests.increment({ by: 0, holdMs: 2000 }, { timeout: 50 })).rejects.toBeInstanceOf(TimeoutError);
    const signal = AbortSignal.timeout(50);
    await expect(client.tests.increment({ by: 0, holdMs: 2000 }, { signal })).rejects.toBeInstanceOf(AbortError);
  });
});

describe('a list', () => {
  it('is its first page when awaited, and every item when iterated', async () => {
    const client = connect();
    expect((await client.tests.numbers({ of: 25 })).items).toHaveLength(10);
    const seen: number[] = [];
    for await (const { n } of client.tests.numbers({ of: 25 })) seen.push(n);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => n));
    const pages: number[] = [];
    for await (const page of client.tests.numbers({ of: 25 }).pages()) pages.push(page.items.length);
    expect(pages).toEqual([10, 10, 5]);
    expect(await client.tests.numbers({ of: 25 }).toArray({ limit: 12 })).toHaveLength(12);
  });
});

describe('a stream', () => {
  it('ends when its signal aborts, and when its loop is left', async () => {
    const controller = new AbortController();
    const read = async () => {
      for await (const { at } of connect().tests.count({ until: 1000, everyMs: 5 }, { signal: controller.signal }))
        if (at === 3) controller.abort();
    };
    await expect(read()).rejects.toBeInstanceOf(AbortError);
    for await (const { at } of connect().tests.count({ until: 1000, everyMs: 5 })) if (at === 3) break;
  });

  it('fails with a typed error when it is not allowed', async () => {
    const weak = connect({ token: await server.createKey(tenant, { permissions: ['lead.read'] }) });
    const read = async () => {
      for await (const _ of weak.tests.count({ until: 1 })) break;
    };
    await expect(read()).rejects.toBeInstanceOf(PermissionDeniedError);
  });

  it('with a token that is given once closes when its session is revoked', async () => {
    const page = connect({ token: tenant.embedToken });
    const client = connect();
    const { items } = await client.embedSessions.list({ workspaceId: tenant.publicId });
    const read = async () => {
      for await (const { at } of page.tests.count({ until: 10_000, everyMs: 10 })) {
        if (at !== 5) continue;
        await client.embedSessions.revoke({ id: items[0]!.id });
      }
    };
    await expect(read()).rejects.toBeInstanceOf(AuthenticationError);
  });
});
