import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { credentialCacheMs } from '#features/identity/session';
import { startRelay } from '#kernel';
import { startTestServer, testOrigin, type TestServer, type TestTenant } from '../fixture/index.ts';

let server: TestServer;
let relay: { stop(): Promise<void> };
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: { STREAM_LIMIT_CREDENTIAL: '8', STREAM_LIMIT: '20' } });
  relay = startRelay(server.platform.app);
  tenant = await server.createTenant();
});
afterAll(async () => {
  await relay.stop();
  await server.stop();
});

interface Open {
  status: number;
  headers: Headers;
  /** What came so far. */
  text(): string;
  /** Resolves when the server ended it. */
  ended: Promise<void>;
  close(): void;
}

async function open(token: string, of: TestTenant = tenant): Promise<Open> {
  const stop = new AbortController();
  const answer = await fetch(`${server.url}/rpc/events.stream`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      ...(token.startsWith('es_') ? { Origin: testOrigin } : { 'Workspace-Id': of.publicId }),
    },
    body: '{}',
    signal: stop.signal,
  });
  let text = '';
  const ended = (async () => {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  return { status: answer.status, headers: answer.headers, text: () => text, ended, close: () => stop.abort() };
}

/** Opens a stream; places of streams that have just been closed may be free only in a moment. */
function openSoon(token: string, of: TestTenant = tenant): Promise<Open> {
  return vi.waitFor(async () => {
    const stream = await open(token, of);
    expect(stream.status).toBe(200);
    return stream;
  }, patience);
}

/** The statements that the database is asked during `work`, which sees them as they come. */
async function queriesDuring(work: (asked: readonly string[]) => Promise<void>): Promise<string[]> {
  const { database } = server.platform.app;
  const asked: string[] = [];
  const { read, readOrganization } = database;
  database.read = (...args) => (asked.push(args[1].trim()), read.apply(database, args)) as never; // passes on what it gives
  database.readOrganization = (...args) =>
    (asked.push(args[0].trim()), readOrganization.apply(database, args)) as never;
  try {
    await work(asked);
  } finally {
    Object.assign(database, { read, readOrganization });
  }
  return asked;
}

/** Looks at the credentials of sessions. */
const looksIn = (asked: readonly string[]) => asked.filter((sql) => sql.includes('from embed_session')).length;
/** Looks at the place of the last event. */
const headsIn = (asked: readonly string[]) => asked.filter((sql) => sql.includes('event_head')).length;
const patience = { timeout: 20_000 };

describe('streams of events', () => {
  it('are refused in words beyond what a credential may have, and open again when one has closed', async () => {
    const streams = await Promise.all(Array.from({ length: 8 }, () => open(tenant.embedToken)));
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    const refused = await open(tenant.embedToken);
    await refused.ended;
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    expect(refused.text()).toContain('stream.too_many');
    expect(refused.text()).toContain('8 streams open');
    streams[0]!.close();
    const again = async () => {
      const next = await open(tenant.embedToken);
      next.close();
      return next.status;
    };
    await expect.poll(again, patience).toBe(200);
    for (const stream of streams) stream.close();
    await Promise.all(streams.map(({ ended }) => ended));
  });

  it('are refused in words beyond what the process holds, whoever asks, while calls are answered', async () => {
    const tenants = [tenant, await server.createTenant(), await server.createTenant(), await server.createTenant()];
    const streams: Open[] = [];
    for (const each of tenants)
      streams.push(...(await Promise.all(Array.from({ length: 6 }, () => open(each.embedToken, each)))));
    expect(streams.filter(({ status }) => status === 200)).toHaveLength(20);
    const refused = streams.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    await refused[0]!.ended;
    expect(refused[0]!.text()).toContain('As many streams are open as this server holds');
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    for (const stream of streams) stream.close();
    await Promise.all(streams.map(({ ended }) => ended));
  });

  it('share one reader and one look at their credential, however many there are', async () => {
    const streams = await Promise.all(Array.from({ length: 8 }, () => openSoon(tenant.embedToken)));
    const asked = await queriesDuring(async (soFar) => {
      await tenant.scope.write(async (scope) => scope.emit('delivery.accepted', { campaignId: null, count: 4711 }));
      for (const stream of streams) await expect.poll(stream.text, patience).toContain('4711');
      await expect.poll(() => Math.min(looksIn(soFar), headsIn(soFar)), patience).toBeGreaterThan(0);
    });
    const reads = asked.filter((sql) => sql.includes('from event\n')).length;
    expect(reads).toBeGreaterThan(0);
    // One for the news, one for each look around; one for each stream would be eight at once.
    for (const count of [reads, looksIn(asked), headsIn(asked)]) expect(count).toBeLessThan(streams.length);
    for (const stream of streams) stream.close();
    await Promise.all(streams.map(({ ended }) => ended));
  });

  it('end at the second look when their session is revoked, and no other does', async () => {
    const [other, person] = [await server.createTenant(), await server.createTenant()];
    const revoked = [await openSoon(other.embedToken, other), await openSoon(other.embedToken, other)];
    const removed = await openSoon(person.userToken, person);
    const kept = await openSoon(tenant.embedToken);
    const { database } = server.platform.app;
    // All have been seen in good standing: the second look begins when the first has ended.
    await queriesDuring(async (soFar) => {
      await expect.poll(() => looksIn(soFar), patience).toBeGreaterThan(1);
    });
    await database.readOrganization('update embed_session set revoked_at = now() where workspace_id = $1', [
      other.workspaceId,
    ]);
    await database.readOrganization('delete from member where organization_id = $1', [person.organizationId]);
    const asked = await queriesDuring(async () => {
      await Promise.all([...revoked, removed].map(({ ended }) => ended));
    });
    // One may have begun before; the next finds them. Two of them are less than five seconds.
    expect(looksIn(asked)).toBeLessThanOrEqual(2);
    expect(2 * credentialCacheMs).toBeLessThan(5_000);
    await tenant.scope.write(async (scope) => scope.emit('delivery.accepted', { campaignId: null, count: 4712 }));
    await expect.poll(kept.text, patience).toContain('4712');
    kept.close();
  });
});
