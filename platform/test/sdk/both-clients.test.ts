import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { router as routerOf } from '#kernel';
import {
  openFaultyLine,
  startTestServer,
  testRouter,
  type Fault,
  type FaultyLine,
  type TestServer,
  type TestTenant,
} from '../fixture/index.ts';
import { counting, openElements, openSdk, pageHost, type Host, type Opened } from './open-clients.ts';

const { router, runs } = testRouter();
let server: TestServer;
let tenant: TestTenant;
let line: FaultyLine;
/** A key of the one workspace. */
let key: string;
beforeAll(async () => {
  server = await startTestServer({
    router: routerOf({ ...router._def.record, events: routerOf({ stream: counting }) }),
  });
  tenant = await server.createTenant();
  key = await server.createKey(tenant);
  line = await openFaultyLine(server.url);
});
afterAll(async () => {
  await line.down();
  await server.stop();
});

const waiting = (status: number, headers: Record<string, string> = { 'retry-after-ms': '5' }) => ({ status, headers });
const caught = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'no error',
    (error: unknown) => error,
  );

describe.each([
  ['the published client', openSdk],
  ["the elements' client", openElements],
])('%s', (_name, openWith) => {
  const opened: Opened[] = [];
  const open = (host: Host = async () => key): Opened => {
    const client = openWith(line.url, host);
    opened.push(client);
    return client;
  };
  afterEach(() => {
    for (const client of opened.splice(0)) client.close();
    const unused = line.faults.splice(0);
    if (unused.length > 0) throw new Error(`The line was not asked ${unused.length} times that it was told to be bad.`);
    line.crossed.length = 0;
    line.cutAfterEvents = 0;
  });

  describe('a call', () => {
    it('is one request with a key of its own, whatever else is asked at the same time', async () => {
      const client = open();
      await client.increment(0);
      line.crossed.length = 0;
      await Promise.all([client.increment(1), client.increment(1), client.get(tenant.publicId)]);
      expect(line.crossed.map(({ path }) => path).toSorted()).toEqual([
        '/rpc/tests.increment',
        '/rpc/tests.increment',
        '/rpc/workspaces.get',
      ]);
      expect(new Set(line.crossed.map(({ headers }) => headers['idempotency-key'])).size).toBe(3);
    });

    it('fails with code, message, details and the id to quote', async () => {
      const client = open();
      expect(await caught(client.get('wsp_0192f3c4d5e67a8b9c0d1e2f3a4b5c6d'))).toMatchObject({
        status: 404,
        code: 'workspace.not_found',
        message: expect.stringMatching(/\w+ \w+/),
        requestId: expect.stringMatching(/^req_/),
        retryable: false,
        details: [],
      });
      expect(await caught(client.get('lea_1', { more: true }))).toMatchObject({
        status: 400,
        code: 'request.invalid',
        details: [{ path: 'id', message: expect.any(String) }, { message: expect.stringContaining('more') }],
      });
      const weak = await server.createKey(tenant, { permissions: ['lead.read'] });
      expect(await caught(open(async () => weak).get(tenant.publicId))).toMatchObject({
        status: 403,
        retryable: false,
      });
      expect(line.crossed).toHaveLength(3);
    });

    it('says with its status what something in between answered', async () => {
      line.faults.push({ status: 418 });
      expect(await caught(open().increment(1))).toMatchObject({
        status: 418,
        message: expect.stringContaining('418'),
        retryable: false,
      });
    });
  });

  describe('a call over a bad line', () => {
    const passing: [string, ...Fault[]][] = [
      ['a dropped connection', 'drop', 'drop'],
      ['a busy server, when it says', waiting(503), waiting(429)],
      ['a moment that has come', waiting(503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }), 'drop'],
      ['an answer that breaks off', 'answer-broken', 'answer-broken'],
      ['answers that are lost', 'answer-lost', 'answer-lost'],
      [
        'a refusal that asks to be tried again',
        waiting(400, { 'x-should-retry': 'true', 'retry-after-ms': '5' }),
        'drop',
      ],
    ];
    it.each(passing)('is tried again after %s, and done once', async (_what, ...faults) => {
      const before = runs.count;
      line.faults.push(...faults);
      expect(await open().increment(10)).toEqual({ count: before + 10 });
      expect(runs.count).toBe(before + 10);
      const keys = line.crossed.map(({ headers }) => headers['idempotency-key']);
      expect(keys).toEqual(Array.from({ length: 3 }, () => keys[0]));
    });

    it('gives up after three tries, and says that it may work later', async () => {
      line.faults.push('drop', 'drop', 'drop');
      expect(await caught(open().increment(1))).toMatchObject({ retryable: true });
      line.faults.push(waiting(503), waiting(503), waiting(503));
      expect(await caught(open().increment(1))).toMatchObject({ status: 503, retryable: true });
      expect(line.crossed).toHaveLength(6);
    });

    it.each([
      ['what will not change', waiting(422)],
      ['a conflict', waiting(409)],
      ['a server that says not to', waiting(503, { 'x-should-retry': 'false' })],
      ['more patience than a minute', waiting(503, { 'retry-after': '61' })],
    ])('is not tried again after %s', async (_what, fault) => {
      line.faults.push(fault);
      expect(await caught(open().increment(1))).toMatchObject({ status: fault.status });
      expect(line.crossed).toHaveLength(1);
    });

    it('waits thirty seconds for an answer, and then tries again', async () => {
      const client = open();
      await client.increment(0);
      line.crossed.length = 0;
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        line.faults.push('hold');
        const before = runs.count;
        const asked = client.increment(1);
        await vi.waitFor(() => expect(line.crossed).toHaveLength(1), 15_000);
        vi.advanceTimersByTime(29_999);
        expect(line.crossed[0]?.closed).toBe(false);
        vi.advanceTimersByTime(1);
        await vi.waitFor(() => expect(line.crossed[0]?.closed).toBe(true), 15_000);
        await vi.waitFor(() => (vi.advanceTimersByTime(500), expect(line.crossed).toHaveLength(2)), 15_000);
        vi.useRealTimers();
        expect(await asked).toEqual({ count: before + 1 });
      } finally {
        vi.useRealTimers();
      }
    });

    it('fails while nobody listens, and works again when somebody does', async () => {
      const client = open();
      await client.increment(0);
      await line.down();
      try {
        expect(await caught(client.increment(1))).toMatchObject({ retryable: true });
      } finally {
        await line.up();
      }
      const before = runs.count;
      expect(await client.increment(1)).toEqual({ count: before + 1 });
    });
  });

  describe('a call that nobody waits for any more', () => {
    it('ends at once, with its connection', async () => {
      const client = open();
      await client.increment(0);
      const stop = new AbortController();
      line.faults.push('hold');
      const asked = caught(client.increment(1, { signal: stop.signal }));
      await expect.poll(() => line.crossed).toHaveLength(2);
      stop.abort();
      expect(await asked).toMatchObject({ name: 'AbortError' });
      await expect.poll(() => line.crossed[1]?.closed).toBe(true);
    });

    it('ends at once between two tries, and is not tried again', async () => {
      const client = open();
      await client.increment(0);
      const stop = new AbortController();
      line.faults.push(waiting(503, { 'retry-after': '50' }));
      const asked = caught(client.increment(1, { signal: stop.signal }));
      await expect.poll(() => line.crossed[1]?.closed).toBe(true);
      stop.abort();
      expect(await asked).toMatchObject({ name: 'AbortError' });
      expect(line.crossed).toHaveLength(2);
    });

    it('is not sent at all when that was so before', async () => {
      const client = open();
      expect(await caught(client.increment(1, { signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' });
      expect(line.crossed).toEqual([]);
    });
  });

  describe('a session', () => {
    it('that ended is renewed once for all calls, which do not notice', async () => {
      const { made, host, revoke } = pageHost(server, tenant);
      const client = open(host);
      await client.get(tenant.publicId);
      await revoke();
      const both = async () => {
        const answers = await Promise.all([client.get(tenant.publicId), client.get(tenant.publicId)]);
        expect(answers.map(({ id }) => id)).toEqual([tenant.publicId, tenant.publicId]);
        return made.length;
      };
      // A platform notices within seconds.
      await expect.poll(both).toBe(2);
      expect(await both()).toBe(2);
    });

    it('that cannot be renewed ends the call after one more try', async () => {
      let asked = 0;
      const client = open(async () => `es_nonsense_${asked++}`);
      expect(await caught(client.get(tenant.publicId))).toMatchObject({ status: 401, code: 'auth.invalid_token' });
      expect([asked, line.crossed.length]).toEqual([2, 2]);
    });

    it('that ends under an open stream is renewed, and nothing is lost', async () => {
      const { made, host, revoke } = pageHost(server, tenant);
      const client = open(host);
      const stop = new AbortController();
      const seen: number[] = [];
      const ended = client.listen((at) => seen.push(at), stop.signal);
      await expect.poll(() => seen.length).toBeGreaterThan(3);
      await revoke();
      await expect.poll(() => made.length).toBe(2);
      const upTo = seen.length + 5;
      await expect.poll(() => seen.length).toBeGreaterThan(upTo);
      stop.abort();
      await ended;
      expect(seen).toEqual(seen.map((_, index) => index + 1));
    });
  });

  describe('a stream', () => {
    it('loses nothing and repeats nothing while its connection breaks again and again', async () => {
      line.cutAfterEvents = 7;
      const stop = new AbortController();
      const seen: number[] = [];
      const ended = open().listen((at) => seen.push(at), stop.signal);
      await expect.poll(() => seen.length).toBeGreaterThan(20);
      stop.abort();
      await ended;
      expect(seen).toEqual(seen.map((_, index) => index + 1));
      expect(line.crossed.length).toBeGreaterThan(2);
      await expect.poll(() => line.crossed.every(({ closed }) => closed)).toBe(true);
    });

    it('goes on where it was after nobody listened for a while', async () => {
      const stop = new AbortController();
      const seen: number[] = [];
      const ended = open().listen((at) => seen.push(at), stop.signal);
      await expect.poll(() => seen.length).toBeGreaterThan(3);
      await line.down();
      const upTo = seen.length;
      await line.up();
      await expect.poll(() => seen.length).toBeGreaterThan(upTo + 3);
      stop.abort();
      await ended;
      expect(seen).toEqual(seen.map((_, index) => index + 1));
    });

    it('ends with its connection when nobody wants it any more', async () => {
      const stop = new AbortController();
      const seen: number[] = [];
      const ended = open().listen((at) => seen.push(at), stop.signal);
      await expect.poll(() => seen.length).toBeGreaterThan(3);
      stop.abort();
      expect(await ended).toMatchObject({ name: 'AbortError' });
      await expect.poll(() => line.crossed[0]?.closed).toBe(true);
    });
  });
});
