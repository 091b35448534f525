import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../../../../test/fixture/index.ts';
import { beginSetup, type SetupSecrets, type SetupWish } from './begin-setup.ts';

const hosted = 'https://app.agency.example';
const password = 'a password that is long enough';
const ada = {
  organization: 'Harbour Ltd',
  postalAddress: '1 Quay Street, Hull',
  name: 'Ada',
  email: 'ada@harbour.example',
  password,
  timeZone: 'Europe/Paris',
};

const servers: TestServer[] = [];
let server: TestServer;
beforeEach(async () => {
  // An installation begins once, so each test has its own.
  server = await startTestServer({ env: { HOSTED_URL: hosted, PUBLIC_URL: 'https://api.agency.example' } });
  servers.push(server);
});
afterAll(() => Promise.all(servers.map((each) => each.stop())));

async function begin(wish: SetupWish = {}): Promise<SetupSecrets> {
  let shown: SetupSecrets = { link: null, apiKey: null };
  expect(await beginSetup(server.platform.app, wish, (secrets) => void (shown = secrets))).toBe(true);
  return shown;
}
const codeOf = ({ link }: SetupSecrets) => new URL(link ?? '').hash.slice(1);
const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: hosted, 'Sec-Fetch-Site': 'same-origin', ...headers },
    body: JSON.stringify(body),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { status: response.status, body: (await response.json()) as Record<string, string>, cookie };
};
const finish = (secrets: SetupSecrets, more: object = {}) => post('/setup', { code: codeOf(secrets), ...ada, ...more });
const lists = (key: string | null) => server.call('organizations.list', {}, { token: key ?? '' });
const count = async (from: string) => {
  const [row] = await server.platform.app.database.readOrganization<{ n: number }>(
    `select count(*)::int as n from ${from}`,
  );
  return row?.n;
};
const made = () =>
  Promise.all(['organization', 'workspace', 'app_user', 'member', 'api_key where revoked_at is null'].map(count));

describe('an empty installation', () => {
  it('gets its operator, a workspace, a key that works, and a link of which the address says nothing to a server', async () => {
    const secrets = await begin({ organization: 'Harbour Ltd' });
    expect(secrets.link).toMatch(/^https:\/\/app\.agency\.example\/setup#st_\w{38}$/);
    expect((await lists(secrets.apiKey)).body.result.data.items).toMatchObject([
      { name: 'Harbour Ltd', kind: 'operator' },
    ]);
    expect(await made()).toEqual([1, 1, 0, 0, 1]);
  });

  it('is begun once, whoever asks however often and at once', async () => {
    const all = await Promise.all([begin(), begin(), begin()]);
    expect(all.filter(({ link }) => link !== null)).toHaveLength(1);
    expect(all.filter(({ apiKey }) => apiKey !== null)).toHaveLength(1);
    expect(await begin()).toEqual({ link: null, apiKey: null });
    expect(await made()).toEqual([1, 1, 0, 0, 1]);
  });

  it('shows again what nobody saw, because the start was cut off, and ends what was made before', async () => {
    let lost: SetupSecrets = { link: null, apiKey: null };
    const cutOff = beginSetup(server.platform.app, {}, (secrets) => {
      lost = secrets;
      throw new Error('killed');
    });
    await expect(cutOff).rejects.toThrow('killed');
    const secrets = await begin();
    expect(await made()).toEqual([1, 1, 0, 0, 1]);
    expect((await lists(secrets.apiKey)).status).toBe(200);
    expect((await lists(lost.apiKey)).status).toBe(401);
    expect((await finish(lost)).body['code']).toBe('setup.link_spent');
    expect((await finish(secrets)).status).toBe(200);
  });

  it('is left alone when it began otherwise', async () => {
    await server.createTenant();
    expect(await beginSetup(server.platform.app, {}, () => expect.unreachable())).toBe(false);
  });
});

describe('the link', () => {
  it('is not spent by looking, makes the first person once, and leads into the app', async () => {
    const secrets = await begin();
    for (let look = 0; look < 2; look++) {
      const page = await fetch(`${server.url}/setup`, { headers: { 'Accept-Language': 'fr-CA,fr;q=0.9' } });
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      const text = await page.text();
      expect(text).toContain('lang="fr"');
      expect(text).not.toMatch(/tabard/i);
    }
    const opened = await finish(secrets);
    expect(opened.body['url']).toMatch(/^https:\/\/app\.agency\.example\/app\/wsp_\w+$/);
    expect(await made()).toEqual([1, 1, 1, 1, 1]);
    const workspaceId = opened.body['url']?.split('/').at(-1);
    const session = await post('/app/session', { workspaceId }, { Cookie: opened.cookie });
    const current = await server.call(
      'sessions.current',
      {},
      { token: session.body['clientSecret'], headers: { Origin: hosted } },
    );
    expect(current.body.result.data).toMatchObject({
      user: { name: 'Ada', email: ada.email },
      organization: { name: 'Harbour Ltd' },
      workspace: { name: 'Harbour Ltd', timeZone: 'Europe/Paris', brand: { postalAddress: '1 Quay Street, Hull' } },
    });
    expect([(await finish(secrets)).status, (await finish(secrets)).body['code']]).toEqual([401, 'setup.link_spent']);
  });

  it('tells beforehand whether it can still be used, and is not spent by that', async () => {
    const secrets = await begin();
    const look = (code: string) => post('/setup/look', { code });
    for (let again = 0; again < 2; again++) expect((await look(codeOf(secrets))).status).toBe(200);
    await finish(secrets);
    for (const code of [codeOf(secrets), 'st_0', ''])
      expect((await look(code)).body['code'], code).toBe('setup.link_spent');
  });

  it('is taken by one of two who use it at once', async () => {
    const secrets = await begin();
    const both = await Promise.all(
      ['ada@harbour.example', 'eve@harbour.example'].map((email) => finish(secrets, { email })),
    );
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '401']);
    expect(await count('app_user')).toBe(1);
  });

  it('ends after a day', async () => {
    const secrets = await begin();
    await server.platform.app.database.readOrganization(
      `update setup set link_expires_at = link_expires_at - interval '24 hours'`,
    );
    expect((await finish(secrets)).body['code']).toBe('setup.link_spent');
  });

  it.each([
    ['a page of another origin', {}, { Origin: 'https://evil.example' }, 'auth.origin_not_allowed'],
    ['a short password', { password: 'too short' }, {}, 'user.password_short'],
    ['nobody', { name: undefined }, {}, 'request.invalid'],
    ['an unknown code', { code: 'st_0' }, {}, 'setup.link_spent'],
  ])('is not spent by %s', async (_who, more, headers, code) => {
    const secrets = await begin();
    const refused = await post('/setup', { code: codeOf(secrets), ...ada, ...more }, headers);
    expect(refused.body['code']).toBe(code);
    expect((await finish(secrets)).status).toBe(200);
  });

  it('names each field that is wrong, with the rule that it breaks and no word of a library', async () => {
    const secrets = await begin();
    const wrong = { email: 'a@b', organization: 'x'.repeat(121), postalAddress: ' ' };
    const { status, body } = await finish(secrets, wrong);
    expect([status, body['details']]).toEqual([
      400,
      [
        expect.objectContaining({ path: 'organization', reason: 'too_long', limit: 120 }),
        expect.objectContaining({ path: 'email', reason: 'not_email' }),
        expect.objectContaining({ path: 'postalAddress', reason: 'required' }),
      ],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/Too big|expected/);
    const elsewhere = await post('/setup', {}, { Origin: 'https://evil.example' });
    expect(elsewhere.body['message']).not.toContain('embed session');
  });

  it('makes a workspace that speaks the language of the first person', async () => {
    const secrets = await begin();
    const finished = await post('/setup', { code: codeOf(secrets), ...ada }, { 'Accept-Language': 'fr-CH, fr;q=0.9' });
    const page = await fetch(server.url + new URL(finished.body['url'] ?? '').pathname, {
      headers: { Cookie: finished.cookie },
    });
    expect([page.status, await page.text()]).toEqual([200, expect.stringMatching(/<html lang="fr"/)]);
  });

  it('of somebody who is there gives them another password and ends their sign-ins', async () => {
    await finish(await begin());
    const { token } = (await server.call('sessions.signIn', { email: ada.email, password })).body.result.data;
    const again = await begin({ link: true });
    expect(again.apiKey).toBeNull();
    const next = 'another password, long enough';
    expect((await post('/setup', { code: codeOf(again), password: next })).status).toBe(200);
    expect((await server.call('sessions.signIn', { email: ada.email, password })).status).toBe(401);
    expect((await server.call('sessions.signIn', { email: ada.email, password: next })).status).toBe(200);
    await expect.poll(async () => (await server.call('sessions.current', {}, { token })).status).toBe(401);
    expect(await made()).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('another first key', () => {
  it('takes the place of the one before', async () => {
    const first = await begin();
    const second = await begin({ key: true });
    expect(second.link).toBeNull();
    expect((await lists(second.apiKey)).status).toBe(200);
    await expect.poll(async () => (await lists(first.apiKey)).status).toBe(401);
  });
});

describe('the sign-in page', () => {
  it('opens the app for the right password, and lets a person of several workspaces choose', async () => {
    const secrets = await begin();
    await finish(secrets);
    const signIn = (more: object) => post('/sign-in', { email: ada.email, password, ...more });
    expect((await signIn({ password: 'wrong' })).body['code']).toBe('auth.invalid_credentials');
    expect((await signIn({})).body['url']).toMatch(/\/app\/wsp_/);
    const [root] = (await lists(secrets.apiKey)).body.result.data.items;
    await server.call(
      'workspaces.create',
      { organizationId: root.id, name: 'Client' },
      { token: secrets.apiKey ?? '' },
    );
    const { workspaces } = z
      .object({ workspaces: z.array(z.object({ id: z.string(), name: z.string() })) })
      .parse((await signIn({})).body);
    expect(workspaces.map(({ name }) => name)).toEqual(['Harbour Ltd', 'Client']);
    expect((await signIn({ workspaceId: workspaces[1]?.id })).body['url']).toMatch(/\/app\/wsp_/);
    const stranger = await server.createTenant();
    expect((await signIn({ workspaceId: stranger.publicId })).body['code']).toBe('workspace.not_found');
  });
});
