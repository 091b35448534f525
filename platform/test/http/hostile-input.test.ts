import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '#features';
import { mailLinks } from '#features/outreach/tracking';
import { bindCursor, newId, proceduresOf } from '#kernel';
import { startTestServer, type TestServer, type TestTenant } from '../fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: { DATABASE_POOL: '2', RATE_LIMIT_KEY: '100000' } });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const ask = (path: string, raw: string) =>
  server.call(path, undefined, { raw, token: tenant.apiKey, headers: { 'Workspace-Id': tenant.publicId } });

/** The connections of the runtime login, by the process that serves each. */
async function connections(): Promise<unknown[]> {
  const rows = await server.platform.app.database.maintain(
    `select pid from pg_stat_activity where application_name = 'runtime' and datname = current_database() order by pid`,
  );
  return rows.map((row) => row['pid']);
}

const procedures = proceduresOf(appRouter);
/** Procedures whose input has a cursor, with an input that fits but for it. */
const lists: Record<string, object> = Object.fromEntries(
  procedures
    .filter(({ inputs: [input] }) => Object.keys(input?.shape ?? {}).some((name) => name.includes('cursor')))
    .map(({ name }) => [name, {}]),
);

/** A cursor as a list would give it, with a place that it would not. */
async function markedFor(name: string, input: object = {}, place: string): Promise<string> {
  const asked = procedures.find((one) => one.name === name)?.inputs[0]?.parse(input) ?? input;
  return (await bindCursor(name, asked, async () => ({ nextCursor: place }))).nextCursor;
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const uuid = '0192f3c4-d5e6-7a8b-9c0d-1e2f3a4b5c6d';
const forged = [
  base64(['x', 'x']),
  base64(['x']),
  base64([null, null]),
  base64([uuid, uuid]),
  base64(['2026-13-45T99:99:99.999Z', uuid]),
  base64(['2026-02-30T00:00:00.000Z', uuid]),
  base64(['0000-01-01T00:00:00.000Z', uuid]),
  base64(['infinity', uuid]),
  base64(['2026-01-01T00:00:00.000Z', 'x']),
  base64(['\0', uuid]),
  base64(['\ud800', uuid]),
  base64([1, 2]),
  base64({ length: 2 }),
  'nonsense',
];

describe('a bad request', () => {
  it('with a cursor that is not ours is refused by every list, and costs no connection', async () => {
    expect(Object.keys(lists).length).toBeGreaterThan(8);
    await Promise.all(Array.from({ length: 4 }, () => ask('leads.list', '{}')));
    const before = await connections();
    const more: Record<string, object> = {
      'embedSessions.list': { workspaceId: tenant.publicId },
      'snapshots.list': { organizationId: `org_${tenant.organizationId.replaceAll('-', '')}` },
      'snapshots.places': { organizationId: `org_${tenant.organizationId.replaceAll('-', '')}` },
      'apiKeys.list': { organizationId: `org_${tenant.organizationId.replaceAll('-', '')}` },
      'timeline.list': { subject: { noun: 'lead', id: `lea_${newId().replaceAll('-', '')}` } },
      'roles.holders': { role: 'viewer' },
      'search.query': { text: 'harbor' },
      'enrollments.list': { campaignId: `cmp_${newId().replaceAll('-', '')}` },
    };
    for (const name of Object.keys(lists)) {
      const refusal = async (cursor: string) => {
        const { status, body } = await ask(name, JSON.stringify({ ...more[name], cursor }));
        return [name, cursor, status, body.error?.data.code];
      };
      const marked = await Promise.all(forged.map((place) => markedFor(name, more[name], place)));
      for (const cursor of ['nonsense', base64([uuid]), ...marked])
        expect(await refusal(cursor)).toEqual([name, cursor, 400, 'request.invalid']);
      const foreign = await markedFor('another.list', {}, base64([uuid]));
      expect(await refusal(foreign)).toEqual([name, foreign, 400, 'request.cursor_mismatch']);
    }
    // One that broke would have another in its place; one that idles for long is ended by the pool.
    expect(before).toEqual(expect.arrayContaining(await connections()));
  });

  it.each([
    ['a NUL', String.raw`{"search":"a\u0000b"}`, 'search'],
    ['half a character', String.raw`{"search":"a\ud83d"}`, 'search'],
    ['the other half', String.raw`{"search":"\uDE00"}`, 'search'],
    ['one deep inside', String.raw`{"filter":{"tag":["x","\u0000"]}}`, 'filter.tag.1'],
    ['one in the name of a field', String.raw`{"filter":{"\u0000":1}}`, 'filter'],
  ])('with %s is told where it stands', async (_name, raw, path) => {
    const { status, body } = await ask('leads.list', raw);
    expect([status, body.error.data.code, body.error.data.details[0].path]).toEqual([400, 'request.invalid', path]);
  });

  it('with a day or a moment that the database cannot hold is refused, at the field', async () => {
    const moments = ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59-16:00'];
    const asked: [name: string, input: object, path: string][] = [
      ...['from', 'until'].flatMap((field) =>
        moments.map((at): (typeof asked)[number] => ['auditLog.list', { filter: { [field]: at } }, `filter.${field}`]),
      ),
      ...['overview', 'series', 'campaigns'].map((of): (typeof asked)[number] => [
        `analytics.${of}`,
        { from: '0000-02-29', until: '0000-02-29' },
        'from',
      ]),
    ];
    for (const [name, input, path] of asked) {
      const { status, body } = await ask(name, JSON.stringify(input));
      expect([name, input, status, body.error?.data.details[0]?.path]).toEqual([name, input, 400, path]);
    }
    for (const from of ['0001-01-01T00:00:00+15:59', '9999-12-31T23:59:59-15:59'])
      expect((await ask('auditLog.list', JSON.stringify({ filter: { from } }))).status).toBe(200);
  });

  it('with a whole character written in halves is as good as any', async () => {
    const { body } = await ask('leads.create', String.raw`{"email":"smile@example.com","company":"\ud83d\ude00 Ltd"}`);
    expect(body.result.data.company).toBe('😀 Ltd');
  });

  it('with an unclean name of a file is refused', async () => {
    const answer = await fetch(`${server.url}/uploads`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${tenant.apiKey}`, 'Workspace-Id': tenant.publicId, 'X-File-Name': 'a%00.csv' },
      body: 'email\n',
    });
    expect(answer.status).toBe(400);
  });
});

describe('a question of a browser whether it may ask', () => {
  it('shares its look with all that wait for one, however many origins are made up', async () => {
    const { database } = server.platform.app;
    const { readOrganization } = database;
    let [running, most] = [0, 0];
    database.readOrganization = ((...args: Parameters<typeof readOrganization>) => {
      most = Math.max(most, (running += 1));
      return readOrganization.apply(database, args).finally(() => (running -= 1));
    }) as typeof readOrganization; // passes on what it gives
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        fetch(`${server.url}/rpc/leads.list`, {
          method: 'OPTIONS',
          headers: { Origin: `https://made-up-${index}.example`, 'Access-Control-Request-Method': 'POST' },
        }),
      ),
    );
    database.readOrganization = readOrganization;
    expect(answers.every((answer) => answer.status === 204)).toBe(true);
    expect(answers.some((answer) => answer.headers.has('access-control-allow-origin'))).toBe(false);
    expect(most).toBe(1);
  });
});

/** Sends the beginning of a request and resolves with what was answered when the server has ended the connection. */
async function holdOn(head: string, body: string, drip: string | null): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk))).on('error', () => undefined);
  socket.write(`${head}\r\nHost: localhost\r\n\r\n${body}`);
  const timer = drip === null ? null : setInterval(() => socket.write(drip), 500);
  await new Promise((resolve) => socket.once('close', resolve));
  if (timer) clearInterval(timer);
  return answer;
}

describe('a body', () => {
  const post = (path: string, more = '') => `POST ${path} HTTP/1.1\r\nContent-Type: application/json\r\n${more}`;
  const wayOut = () => new URL(mailLinks(server.platform.app).unsubscribe(tenant.workspaceId, newId())).pathname;

  it('that is too large ends its connection, whatever it is for', async () => {
    const large = 'x'.repeat(200_000);
    const origin = `Origin: ${new URL(server.platform.config.http.hostedUrl).origin}\r\n`;
    const answers = await Promise.all([
      holdOn(post('/hosted/exchange', `${origin}Content-Length: 99999999`), large, 'x'),
      holdOn(post('/rpc/leads.list', 'Content-Length: 99999999'), large, 'x'),
      holdOn(post(wayOut(), 'Content-Length: 99999999'), large, 'x'),
      holdOn(post('/nothing', 'Content-Length: 99999999'), large, 'x'),
      holdOn('GET /health/live HTTP/1.1\r\nContent-Length: 99999999', large, 'x'),
    ]);
    expect(answers.map((text) => /^HTTP\/1\.1 (\d+)/.exec(text)?.[1])).toEqual(['413', '413', '404', '404', '200']);
  });

  it('that comes too slowly ends its connection, and holds nothing meanwhile', async () => {
    const origin = `Origin: ${new URL(server.platform.config.http.hostedUrl).origin}\r\n`;
    let arrived = 0;
    const count = () => (arrived += 1);
    subscribe('http.server.request.start', count);
    const slow = Promise.all([
      ...Array.from({ length: 10 }, () => holdOn(post('/hosted/exchange', `${origin}Content-Length: 900`), '{', ' ')),
      ...Array.from({ length: 10 }, () => holdOn(post('/rpc/leads.list', 'Content-Length: 900'), '{', ' ')),
      ...Array.from({ length: 10 }, () => holdOn(post(wayOut(), 'Content-Length: 900'), 'a', 'a')),
    ]);
    await expect.poll(() => arrived, { timeout: 20_000 }).toBe(30);
    unsubscribe('http.server.request.start', count);
    // Thirty of them on two connections to the database.
    expect((await ask('leads.list', '{}')).status).toBe(200);
    for (const answer of await slow) expect(answer).toMatch(/^HTTP\/1\.1 (?:504|404) /);
  });
});

describe('an answer', () => {
  const raw = (coding: string, path = '/rpc/leads.list') =>
    new Promise<{ coding: string | undefined; vary: string | undefined; body: Buffer }>((resolve, reject) => {
      const call = request(
        `${server.url}${path}`,
        {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Authorization: `Bearer ${tenant.apiKey}`,
            'Workspace-Id': tenant.publicId,
            'Accept-Encoding': coding,
          },
        },
        (answer) => {
          const { 'content-encoding': given, vary } = answer.headers;
          buffer(answer).then((body) => resolve({ coding: given, vary, body }), reject);
        },
      );
      call.once('error', reject).end('{"limit":100}');
    });

  it('that is long is compressed as the caller takes it, and says the same', async () => {
    for (let index = 0; index < 40; index++)
      await ask('leads.create', JSON.stringify({ email: `packed-${index}@example.com`, company: 'Same Ltd' }));
    const plain = await raw('identity');
    const [br, gzip] = [await raw('gzip, deflate, br'), await raw('gzip;q=0.5, br;q=0')];
    expect([plain.coding, br.coding, gzip.coding]).toEqual([undefined, 'br', 'gzip']);
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(br.body.length).toBeLessThan(plain.body.length / 4);
    for (const { vary } of [plain, br, gzip]) expect(vary).toMatch(/Accept-Encoding/);
  });

  it('that is short is left as it is', async () => {
    expect((await raw('gzip, br', '/rpc/leads.count')).coding).toBeUndefined();
  });
});
