import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail, type FastRoute, type Route } from '#kernel';
import { startTestServer, testRouter, type TestServer, type TestTenant } from '../fixture/index.ts';

const { router, runs } = testRouter();
const routes: Route[] = [
  {
    method: 'POST',
    path: '/echo/:name',
    auth: 'workspace',
    permission: 'lead.import',
    handle: async (scope, { params, body }) => {
      let size = 0;
      for await (const chunk of body) size += (chunk as Buffer).length;
      return { body: { name: params['name'], size, workspace: scope.workspaceId } };
    },
  },
  {
    method: 'GET',
    path: '/page',
    auth: 'none',
    handle: async () => ({ headers: { 'Content-Type': 'text/plain' }, body: Readable.from(['a', 'b']) }),
  },
  {
    method: 'GET',
    path: '/broken',
    auth: 'none',
    handle: async () => {
      throw new Error('select * from secrets');
    },
  },
  { method: 'GET', path: '/gone', auth: 'none', handle: async () => fail('upload.not_found') },
];
const fastRoutes: FastRoute[] = [
  {
    prefixes: ['/fast/'],
    start: () => ({ answer: (_request, response) => void response.end('quick'), stop: async () => {} }),
  },
];

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ router, routes, fastRoutes, env: { BODY_LIMIT: '20000' } });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const update = (input: object, token = tenant.apiKey, headers = {}) =>
  server.call('workspaces.update', { id: tenant.publicId, ...input }, { token, headers });
const asTenant = (path: string) =>
  server.call(path, {}, { token: tenant.apiKey, headers: { 'Workspace-Id': tenant.publicId } });
const codeOf = (answer: { body: { error?: { data: { code: string } } } }) => answer.body.error?.data.code;

describe('a bad request', () => {
  it('with an unknown field is told which, with a wrong type what it should be', async () => {
    const unknown = await update({ nmae: 'x' });
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.data).toMatchObject({
      code: 'request.invalid',
      details: [{ message: 'Unknown field: nmae. Remove it or check the spelling.' }],
    });
    expect((await update({ name: 7 })).body.error.data.details).toMatchObject([{ path: 'name' }]);
    expect((await update({ timeZone: 'Mars/Olympus' })).body.error.data.details).toMatchObject([
      { path: 'timeZone', message: 'Give an IANA time zone such as Europe/Paris.' },
    ]);
  });

  it('that is too large, too deep, no JSON or no JSON type is refused before anything runs', async () => {
    const large = await update({ name: 'x'.repeat(30_000) });
    expect([large.status, codeOf(large)]).toEqual([413, 'request.too_large']);
    const deep = await server.call('workspaces.get', undefined, {
      token: tenant.apiKey,
      raw: `{"id":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    });
    expect([deep.status, codeOf(deep)]).toEqual([400, 'request.too_deep']);
    const broken = await server.call('workspaces.get', undefined, { token: tenant.apiKey, raw: '{"id":' });
    expect([broken.status, codeOf(broken)]).toEqual([400, 'request.malformed']);
    const form = await server.call('workspaces.get', undefined, {
      token: tenant.apiKey,
      raw: 'id=1',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect([form.status, codeOf(form)]).toEqual([415, 'request.unsupported_media_type']);
  });

  it('that says it is packed is refused, whether it is or not, also in batches and uploads', async () => {
    const headers = { 'Content-Encoding': 'gzip' };
    const raw = JSON.stringify({ id: tenant.publicId });
    for (const name of ['workspaces.get', 'workspaces.get,workspaces.get?batch=1']) {
      const packed = await server.call(name, undefined, { token: tenant.apiKey, raw, headers });
      expect([name, packed.status, JSON.stringify(packed.body)]).toEqual([
        name,
        415,
        expect.stringContaining('without Content-Encoding'),
      ]);
    }
    const upload = await fetch(`${server.url}/uploads`, {
      method: 'POST',
      headers: { ...headers, Authorization: `Bearer ${tenant.apiKey}`, 'Workspace-Id': tenant.publicId },
      body: 'email',
    });
    expect(upload.status).toBe(415);
    const plain = await server.call('workspaces.get', undefined, {
      token: tenant.apiKey,
      raw,
      headers: { 'Content-Encoding': 'identity' },
    });
    expect(plain.status).toBe(200);
  });

  it('without a length is ended at the limit', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const ask = httpRequest(
        `${server.url}/rpc/workspaces.get`,
        { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tenant.apiKey}` } },
        (answer) => resolve(answer.resume().statusCode ?? 0),
      );
      ask.on('error', reject);
      for (let part = 0; part < 10; part++) ask.write('x'.repeat(5000));
      ask.end();
    });
    expect(status).toBe(413);
  });

  it('with more than twenty calls, or calls that are too deep, is refused as a whole', async () => {
    const names = (count: number) => Array.from({ length: count }, () => 'sessions.current').join(',');
    const many = await server.call(`${names(21)}?batch=1`, {}, { token: tenant.apiKey });
    expect([many.status, codeOf(many)]).toEqual([400, 'request.batch_too_large']);
    expect((await server.call(`${names(20)}?batch=1`, {}, { token: tenant.apiKey })).status).toBe(200);
    const deep = await server.call(`${names(1)}?batch=1`, undefined, {
      token: tenant.apiKey,
      raw: `{"0":${'['.repeat(50)}${']'.repeat(50)}}`,
    });
    expect(codeOf(deep)).toBe('request.too_deep');
  });

  it('to an unknown address or by a wrong method is answered as problem+json', async () => {
    const nothing = await fetch(`${server.url}/nothing`);
    expect([nothing.status, nothing.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await nothing.json()).toMatchObject({
      code: 'request.not_found',
      status: 404,
      type: '/errors/request-not-found',
      requestId: nothing.headers.get('x-request-id'),
    });
    expect((await fetch(`${server.url}/page`, { method: 'POST' })).status).toBe(405);
    const get = await server.call('workspaces.update', undefined, { method: 'GET', token: tenant.apiKey });
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('an answer', () => {
  it('never shows SQL, a stack or the product', async () => {
    const answers = [await asTenant('tests.explode'), await asTenant('tests.lie')];
    const broken = await fetch(`${server.url}/broken`);
    const texts = [...answers.map(({ body }) => JSON.stringify(body)), await broken.text()];
    for (const text of texts) {
      expect(text).toContain('internal.unexpected');
      expect(text).not.toMatch(/select|secret|relation|\.ts|node_modules|stack|zod|tabard|koa|pg_/i);
    }
    for (const { status, headers } of [...answers, broken]) {
      expect(status).toBe(500);
      expect([...headers.keys()]).not.toEqual(expect.arrayContaining(['server', 'x-powered-by', 'set-cookie']));
      expect(JSON.stringify([...headers])).not.toMatch(/tabard|koa|express/i);
    }
  });

  it("carries the request's id: the caller's if it is harmless, otherwise a new one", async () => {
    const own = await update({ nope: 1 }, tenant.apiKey, { 'X-Request-Id': 'trace-1' });
    expect([own.headers.get('x-request-id'), own.body.error.data.requestId]).toEqual(['trace-1', 'trace-1']);
    const forged = await update({}, tenant.apiKey, { 'X-Request-Id': 'a b<script>' });
    expect(forged.headers.get('x-request-id')).toMatch(/^req_[\w-]{16}$/);
  });

  it('carries security headers and forbids storing', async () => {
    const { headers } = await fetch(`${server.url}/health/live`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });
});

describe('plain addresses', () => {
  it('answer health, streams, failures of the vocabulary, and fast routes', async () => {
    expect(await (await fetch(`${server.url}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${server.url}/health/ready`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ status: 'ok', systemMail: 'not_set' });
    expect(await (await fetch(`${server.url}/page`)).text()).toBe('ab');
    expect((await fetch(`${server.url}/page`, { method: 'HEAD' })).status).toBe(200);
    expect(await (await fetch(`${server.url}/gone`)).json()).toMatchObject({ code: 'upload.not_found', status: 404 });
    expect(await (await fetch(`${server.url}/fast/x`)).text()).toBe('quick');
  });

  it('of a workspace need a credential and a permission', async () => {
    const send = (token?: string) =>
      fetch(`${server.url}/echo/a%20b`, {
        method: 'POST',
        body: 'x'.repeat(50_000),
        headers: { 'Workspace-Id': tenant.publicId, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      });
    expect((await send()).status).toBe(401);
    expect((await send(await server.createKey(tenant, { permissions: ['lead.read'] }))).status).toBe(403);
    expect(await (await send(tenant.apiKey)).json()).toEqual({
      name: 'a b',
      size: 50_000,
      workspace: tenant.workspaceId,
    });
  });
});

describe('an idempotency key', () => {
  const increment = (key: string, input: object) =>
    server.call('tests.increment', input, {
      token: tenant.apiKey,
      headers: { 'Idempotency-Key': key, 'Workspace-Id': tenant.publicId },
    });

  it('gives the recorded answer to the same body, and refuses another one', async () => {
    const first = await increment('k1', { by: 1 });
    const again = await increment('k1', { by: 1 });
    expect(again.body).toEqual(first.body);
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
    const other = await increment('k1', { by: 2 });
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency.key_reused']);
  });

  it('refuses a second call while the first is running, and counts once', async () => {
    const { count, begun } = runs;
    let release = (): void => undefined;
    runs.held = new Promise((resolve) => (release = resolve));
    const first = increment('k2', { by: 1 });
    await expect.poll(() => runs.begun).toBe(begun + 1);
    const second = await increment('k2', { by: 1 });
    release();
    expect([(await first).status, second.status, codeOf(second)]).toEqual([200, 409, 'idempotency.in_progress']);
    expect(runs.count).toBe(count + 1);
  });

  it('is forgotten after a day', async () => {
    const first = await increment('k3', { by: 1 });
    await tenant.scope.write(({ sql }) =>
      sql(`update idempotency_record set created_at = now() - interval '25 hours' where key = 'k3'`),
    );
    expect((await increment('k3', { by: 1 })).body).not.toEqual(first.body);
  });

  it('is kept apart between workspaces, and must be printable', async () => {
    const other = await server.createTenant();
    await increment('k4', { by: 1 });
    const theirs = await server.call(
      'tests.increment',
      { by: 5 },
      { token: other.apiKey, headers: { 'Idempotency-Key': 'k4', 'Workspace-Id': other.publicId } },
    );
    expect([theirs.status, theirs.headers.get('idempotent-replayed')]).toEqual([200, null]);
    expect(codeOf(await increment('x'.repeat(300), { by: 1 }))).toBe('idempotency.key_invalid');
  });
});
