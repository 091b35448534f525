import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { startTestServer, testOrigin, type TestServer, type TestTenant } from '../../../../test/fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({
    env: { RATE_LIMIT_SESSION: '40', RATE_LIMIT_MINTING: '30', RATE_LIMIT_ADDRESS: '20' },
  });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const codeOf = (answer: { body: { error?: { data: { code: string } } } }) => answer.body.error?.data.code;
const create = (input: object = {}, token = tenant.apiKey, headers = {}, at = server) =>
  at.call(
    'embedSessions.create',
    {
      workspaceId: tenant.publicId,
      user: { externalId: 'u1', name: 'Uma' },
      widgets: { inbox: {} },
      origins: [testOrigin],
      ...input,
    },
    { token, headers },
  );

describe('an embed session', () => {
  it('is for encrypted pages; plain http is for this computer', async () => {
    for (const origin of [
      'http://portal.example.com',
      'http://localhost.evil.example',
      'ftp://portal.example.com',
      "https://portal.example.com;script-src'*'",
    ])
      expect(codeOf(await create({ origins: [origin] })), origin).toBe('embed_session.origin_invalid');
    for (const origin of ['https://portal.example.com:8443', 'http://localhost:4001', 'http://[::1]:4001'])
      expect((await create({ origins: [origin] })).status, origin).toBe(200);
  });

  it('cannot mint another credential, not even a smaller one', async () => {
    const page = { Origin: testOrigin };
    const { clientSecret } = (await create()).body.result.data;
    expect(codeOf(await create({}, clientSecret, page))).toBe('auth.permission_denied');
    const key = {
      organizationId: `org_${tenant.organizationId.replaceAll('-', '')}`,
      name: 'k',
      permissions: ['lead.read'],
    };
    expect(codeOf(await server.call('apiKeys.create', key, { token: clientSecret, headers: page }))).toBe(
      'auth.permission_denied',
    );
  });

  it('that is revoked ends its open stream', async () => {
    const { id, clientSecret } = (await create()).body.result.data;
    const stream = await fetch(`${server.url}/rpc/events.stream`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${clientSecret}`, Origin: testOrigin },
      body: '{}',
    });
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    let open = true;
    const ended = stream
      .text()
      .catch(() => undefined)
      .then(() => (open = false));
    // Another call is answered while it stays open.
    expect(
      (await server.call('sessions.current', {}, { token: clientSecret, headers: { Origin: testOrigin } })).status,
    ).toBe(200);
    expect(open).toBe(true);
    expect((await server.call('embedSessions.revoke', { id }, { token: tenant.apiKey })).status).toBe(200);
    await ended;
    const ask = () => server.call('sessions.current', {}, { token: clientSecret, headers: { Origin: testOrigin } });
    // What was looked up a moment ago holds a moment longer.
    await expect.poll(async () => codeOf(await ask())).toBe('auth.invalid_token');
  });
});

describe('a browser', () => {
  it('cannot use an API key, wherever its page comes from', async () => {
    for (const site of ['cross-site', 'same-site', 'same-origin', 'none']) {
      const answer = await server.call(
        'sessions.current',
        {},
        {
          token: tenant.apiKey,
          headers: { 'Sec-Fetch-Site': site },
        },
      );
      expect([answer.status, codeOf(answer)], site).toEqual([403, 'auth.key_in_page']);
    }
  });

  it('gets nothing of the API by pointing a page, a frame, an image or a script at it', async () => {
    for (const purpose of ['document', 'iframe', 'image', 'script', 'object'])
      for (const path of [
        '/rpc/sessions.current',
        '/rpc/sessions.current?batch=1',
        '/lead-imports/imp_1/rejected.csv',
      ]) {
        const response = await fetch(server.url + path, { headers: { 'Sec-Fetch-Dest': purpose } });
        expect([403, 404], `${purpose} ${path}`).toContain(response.status);
      }
    const call = await server.call('sessions.current', {}, { headers: { 'Sec-Fetch-Dest': 'image' } });
    expect([call.status, call.body.code]).toEqual([403, 'request.not_a_call']);
  });
});

describe('limits', () => {
  const current = (token: string) => server.call('sessions.current', {}, { token, headers: { Origin: testOrigin } });

  it('are told in every answer, and exceeding them says when to come back', async () => {
    const { clientSecret } = (await create()).body.result.data;
    const first = await current(clientSecret);
    expect(first.headers.get('ratelimit-policy')).toBe('"calls";q=40;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"calls";r=39;t=\d+$/);
    expect(first.headers.get('access-control-expose-headers')).toContain('RateLimit');
    for (let call = 0; call < 39; call++) await current(clientSecret);
    const over = await current(clientSecret);
    expect([over.status, codeOf(over)]).toEqual([429, 'rate_limit.exceeded']);
    expect(over.headers.get('ratelimit')).toMatch(/^"calls";r=0;t=\d+$/);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    const another = (await create()).body.result.data.clientSecret;
    expect((await current(another)).status).toBe(200);
  });

  it('count each call of a batch', async () => {
    const { clientSecret } = (await create()).body.result.data;
    const names = Array.from({ length: 20 }, () => 'sessions.current').join(',');
    const batch = await server.call(`${names}?batch=1`, {}, { token: clientSecret, headers: { Origin: testOrigin } });
    expect(batch.headers.get('ratelimit')).toMatch(/^"calls";r=20;/);
  });

  it('hold apart for making sessions, for each key', async () => {
    const key = await server.createKey(tenant);
    const first = await create({}, key);
    expect(first.headers.get('ratelimit-policy')).toBe('"calls";q=6000;w=60, "minting";q=30;w=60');
    for (let made = 1; made < 30; made++) await create({}, key);
    const over = await create({}, key);
    expect([over.status, codeOf(over)]).toEqual([429, 'rate_limit.exceeded']);
    expect((await server.call('sessions.current', {}, { token: key })).status).toBe(200);
    expect((await create({}, await server.createKey(tenant))).status).toBe(200);
  });

  it('stop whoever tries tokens', async () => {
    const answers: unknown[] = [];
    for (let guess = 0; guess < 22; guess++)
      answers.push(codeOf(await server.call('sessions.current', {}, { token: 'x' })));
    expect(answers.at(-1)).toBe('rate_limit.exceeded');
    expect((await server.call('sessions.current', {}, { token: tenant.apiKey })).status).toBe(200);
  });
});

describe("a developer's computer", () => {
  it('lets any page of it in and says so in each answer, and strangers stay outside', async () => {
    const home = await startTestServer({ env: { EMBED_DEVELOPMENT: 'true' } });
    try {
      const guest = await home.createTenant();
      const from = (origin: string) =>
        home.call('sessions.current', {}, { token: guest.embedToken, headers: { Origin: origin } });
      const local = await from('http://localhost:5173');
      expect([local.status, local.headers.get('embed-mode')]).toEqual([200, 'development']);
      expect(local.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
      const named = await from(testOrigin);
      expect([named.status, named.headers.get('embed-mode')]).toEqual([200, null]);
      expect(codeOf(await from('https://evil.example'))).toBe('auth.origin_not_allowed');
    } finally {
      await home.stop();
    }
  });

  it('cannot be one that the world reaches', () => {
    const env = { DATABASE_URL: 'postgresql://localhost/x', SECRET_KEY: 'x'.repeat(32), EMBED_DEVELOPMENT: 'true' };
    expect(() => loadConfig({ ...env, PUBLIC_URL: 'https://api.agency.example' })).toThrow(/EMBED_DEVELOPMENT/);
    expect(loadConfig(env).http.embedDevelopment).toBe(true);
  });
});
