import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentialCacheMs } from '#features/identity/session';
import { startTestServer, testOrigin, testPassword, type TestServer, type TestTenant } from '../fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const codeOf = (answer: { body: { error?: { data: { code: string } } } }) => answer.body.error?.data.code;

describe('a page of another origin', () => {
  const ask = (origin: string, token?: string) =>
    server.call('sessions.current', {}, { token, headers: { Origin: origin } });
  const allowed = (answer: { headers: Headers }) => answer.headers.get('access-control-allow-origin');
  const preflight = (origin: string) =>
    fetch(`${server.url}/rpc/sessions.current`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });

  it('may use an embed session that names it, without cookies', async () => {
    const answer = await ask(testOrigin, tenant.embedToken);
    expect([answer.status, allowed(answer)]).toEqual([200, testOrigin]);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-Request-Id');
    expect(answer.body.result.data).toMatchObject({
      kind: 'embed_session',
      user: { id: 'u1', name: 'Uma' },
      workspace: { id: tenant.publicId },
    });
    const question = await preflight(testOrigin);
    expect([question.status, allowed(question)]).toEqual([204, testOrigin]);
    expect(question.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
  });

  it('may not use a session that names others, and cannot even read the refusal', async () => {
    const answer = await ask('https://evil.example', tenant.embedToken);
    expect([answer.status, codeOf(answer), allowed(answer)]).toEqual([403, 'auth.origin_not_allowed', null]);
    expect(allowed(await preflight('https://evil.example'))).toBeNull();
    expect(codeOf(await server.call('sessions.current', {}, { token: tenant.embedToken }))).toBe(
      'auth.origin_not_allowed',
    );
  });

  it('may read that its token has ended, so that it can renew', async () => {
    const answer = await ask(testOrigin, 'es_0000000000000000000000000000000000000000');
    expect([answer.status, allowed(answer)]).toEqual([401, testOrigin]);
  });
});

describe('a credential', () => {
  it('that was revoked is refused when what is remembered of it is old: in less than five seconds', async () => {
    const made = await server.call(
      'apiKeys.create',
      {
        organizationId: `org_${tenant.organizationId.replaceAll('-', '')}`,
        name: 'k',
        permissions: ['workspace.read'],
      },
      { token: tenant.apiKey },
    );
    const { id, secret } = made.body.result.data;
    expect((await server.call('sessions.current', {}, { token: secret })).status).toBe(200);
    await server.call('apiKeys.revoke', { id }, { token: tenant.apiKey });
    await expect.poll(async () => (await server.call('sessions.current', {}, { token: secret })).status).toBe(401);
    expect(credentialCacheMs).toBeLessThan(5_000);
  });

  it('cannot give more than its maker has', async () => {
    const weak = await server.createKey(tenant, {
      permissions: ['api_key.manage', 'embed_session.create', 'lead.read'],
      wide: true,
    });
    const key = await server.call(
      'apiKeys.create',
      { organizationId: `org_${tenant.organizationId.replaceAll('-', '')}`, name: 'k', permissions: ['lead.write'] },
      { token: weak },
    );
    expect(codeOf(key)).toBe('api_key.scope_exceeded');
    const session = { workspaceId: tenant.publicId, user: { externalId: 'u', name: 'U' }, origins: [testOrigin] };
    const narrow = await server.call(
      'embedSessions.create',
      { ...session, widgets: { 'lead-table': { permissions: ['lead.write'] } } },
      { token: weak },
    );
    expect(codeOf(narrow)).toBe('embed_session.scope_exceeded');
    const page = await server.call(
      'embedSessions.create',
      { ...session, widgets: { inbox: {} } },
      { token: tenant.embedToken, headers: { Origin: testOrigin } },
    );
    expect(codeOf(page)).toBe('auth.permission_denied');
    const wild = await server.call(
      'embedSessions.create',
      { ...session, origins: ['https://*.example.com'], widgets: { inbox: {} } },
      { token: weak },
    );
    expect(codeOf(wild)).toBe('embed_session.origin_invalid');
  });
});

describe('signing in', () => {
  it('tells nobody whether an account exists, and stops guessing', async () => {
    const wrong = (email: string) => server.call('sessions.signIn', { email, password: 'wrong' });
    const known = `${tenant.workspaceId}@example.com`;
    const told = async (email: string) => {
      const { body, status } = await wrong(email);
      return { status, code: codeOf({ body }), message: body.error.message };
    };
    expect(await told('nobody@example.com')).toEqual(await told(known));
    for (let guess = 0; guess < 9; guess++) await wrong(known);
    const stopped = await server.call('sessions.signIn', { email: known, password: testPassword });
    expect([stopped.status, codeOf(stopped)]).toEqual([429, 'rate_limit.exceeded']);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  it('gives a session that signing out ends', async () => {
    const other = await server.createTenant();
    const current = () => server.call('sessions.current', {}, { token: other.userToken });
    expect((await current()).body.result.data).toMatchObject({ kind: 'user', memberships: [{ role: 'org_admin' }] });
    await server.call('sessions.signOut', {}, { token: other.userToken });
    await expect.poll(async () => (await current()).status).toBe(401);
  });
});
