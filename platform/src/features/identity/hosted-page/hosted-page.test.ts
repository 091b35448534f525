import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, testOrigin, type TestServer, type TestTenant } from '../../../../test/fixture/index.ts';

const hosted = 'https://app.agency.example';
let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: { HOSTED_URL: hosted, PUBLIC_URL: 'https://api.agency.example' } });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const codeOf = (answer: { body: { error?: { data: { code: string } } } }) => answer.body.error?.data.code;
const create = (input: object = {}, token = tenant.apiKey, headers = {}) =>
  server.call(
    'hostedPages.create',
    {
      workspaceId: tenant.publicId,
      user: { externalId: 'u1', name: 'Uma' },
      widgets: { inbox: {}, 'campaign-editor': { permissions: ['campaign.read'] } },
      widget: 'inbox',
      ...input,
    },
    { token, headers },
  );
/** The parts of a link. */
async function link(input: object = {}) {
  const { id, url } = (await create(input)).body.result.data as { id: string; url: string };
  const { origin, pathname, hash } = new URL(url);
  return { id, origin, pathname, code: hash.slice(1) };
}
const show = (pathname: string) => fetch(server.url + pathname, { headers: { 'Sec-Fetch-Dest': 'document' } });
const exchange = async (page: string, code: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}/hosted/exchange`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: hosted, 'Sec-Fetch-Site': 'same-origin', ...headers },
    body: JSON.stringify({ page, code }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};
const current = (token: string) => server.call('sessions.current', {}, { token, headers: { Origin: hosted } });

describe('a link', () => {
  it('leads to the configured address and carries its code where no server sees it', async () => {
    const { origin, pathname, code, id } = await link();
    expect([origin, pathname]).toEqual([hosted, `/hosted/inbox/${id}`]);
    expect(code).toMatch(/^hp_\w{38}$/);
  });

  it('opens once: looking at the page does not spend it, the second use ends the page for both', async () => {
    const { id, pathname, code } = await link();
    for (let look = 0; look < 3; look++) expect((await show(pathname)).status).toBe(200);
    const opened = await exchange(id, code);
    expect(opened.status).toBe(200);
    expect((await current(opened.body['clientSecret']!)).body.result.data).toMatchObject({
      kind: 'embed_session',
      user: { id: 'u1', name: 'Uma' },
      widgets: ['inbox', 'campaign-editor'],
    });
    const again = await exchange(id, code);
    expect([again.status, again.body['code']]).toEqual([401, 'hosted_page.link_spent']);
    await expect.poll(async () => (await current(opened.body['clientSecret']!)).status).toBe(401);
    expect((await exchange(id, opened.body['next']!)).status).toBe(401);
    expect((await show(pathname)).status).toBe(404);
  });

  it('renews its session by a new code each time', async () => {
    const { id, code } = await link();
    const first = (await exchange(id, code)).body;
    const second = (await exchange(id, first['next']!)).body;
    expect(new Set([code, first['next'], second['next']]).size).toBe(3);
    for (const { clientSecret } of [first, second]) expect((await current(clientSecret!)).status).toBe(200);
  });

  it('ends when it is not opened in time, and with the page', async () => {
    const { id, code, pathname } = await link();
    const age = (column: string) =>
      server.platform.app.database.readOrganization(
        `update hosted_page set ${column} = now() - interval '1 second' where workspace_id = $1`,
        [tenant.workspaceId],
      );
    await age('code_expires_at');
    expect((await exchange(id, code)).body['code']).toBe('hosted_page.link_spent');
    await age('ends_at');
    expect((await show(pathname)).status).toBe(404);
  });

  it('is made by servers only, within what they may do themselves', async () => {
    expect(codeOf(await create({}, tenant.embedToken, { Origin: testOrigin }))).toBe('auth.permission_denied');
    const weak = await server.createKey(tenant, { permissions: ['embed_session.create', 'workspace.read'] });
    expect(codeOf(await create({ widgets: { inbox: { permissions: ['inbox.reply'] } } }, weak))).toBe(
      'embed_session.scope_exceeded',
    );
    expect((await create({ widget: 'lead-table' })).body.error.data.details).toMatchObject([{ path: 'widget' }]);
    expect(codeOf(await create({ frameOrigins: ['http://portal.example.com'] }))).toBe('embed_session.origin_invalid');
  });
});

describe('the exchange', () => {
  it('answers pages of the hosted origin only', async () => {
    const { id, code } = await link({ frameOrigins: [testOrigin] });
    const strangers: Record<string, string>[] = [
      { Origin: testOrigin },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ];
    for (const headers of strangers)
      expect((await exchange(id, code, headers)).body['code'], JSON.stringify(headers)).toBe('auth.origin_not_allowed');
    expect((await exchange(id, code)).status).toBe(200);
  });

  it('says the same for a wrong code, a code of another page and a page that never was', async () => {
    const [one, other] = [await link(), await link()];
    const answers = [
      await exchange(one.id, one.code.slice(0, -1) + (one.code.endsWith('x') ? 'y' : 'x')),
      await exchange(one.id, other.code),
      await exchange('hpg_00000000000000000000000000000000', one.code),
      await exchange('nonsense', 'nonsense'),
    ];
    for (const { status, body } of answers) expect([status, body['code']]).toEqual([401, 'hosted_page.link_spent']);
    expect((await exchange(one.id, one.code)).status).toBe(200);
  });

  it('gives a session to one of two that come at once', async () => {
    const { id, code } = await link();
    const answers = await Promise.all([exchange(id, code), exchange(id, code)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  it('reads a small JSON body and nothing else', async () => {
    const { id, code } = await link();
    expect((await exchange(id, code, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await exchange(id, 'x'.repeat(5_000))).status).toBe(413);
    expect((await exchange(id, code)).status).toBe(200);
  });
});

describe('the page', () => {
  it('names nobody but the client, and runs one script', async () => {
    await server.call(
      'workspaces.update',
      { id: tenant.publicId, brand: { displayName: 'A & "B"' } },
      { token: tenant.apiKey },
    );
    const { pathname } = await link({
      place: '/conversations/cnv_1',
      returnUrl: 'https://portal.example.com/open?a=1&b=2',
    });
    const response = await show(pathname);
    const text = await response.text();
    expect(text + JSON.stringify([...response.headers])).not.toMatch(/tabard/i);
    expect(text).toContain('<title>A &amp; &#34;B&#34;</title>');
    expect(text).toContain('return-url="https://portal.example.com/open?a=1&amp;b=2"');
    expect(text.match(/<script/g)).toHaveLength(1);
    const nonce = /<script type="module" nonce="([\w-]+)"/.exec(text)![1]!;
    expect(response.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
    expect((await (await show(pathname)).text()).includes(nonce)).toBe(false);
  });

  it('may be framed by the pages that the host named, and by nobody where it named none', async () => {
    const policy = async (input: object) =>
      (await show((await link(input)).pathname)).headers.get('content-security-policy');
    expect(await policy({ frameOrigins: [testOrigin, 'http://localhost:4001'] })).toContain(
      `frame-ancestors ${testOrigin} http://localhost:4001;`,
    );
    expect(await policy({})).toContain(`frame-ancestors 'none';`);
  });

  it('is told of no address by the Host header', async () => {
    const { pathname } = await link();
    const text = await (await fetch(server.url + pathname, { headers: { 'X-Forwarded-Host': 'evil.example' } })).text();
    expect(text).toContain('base-url="https://api.agency.example"');
    expect(text).not.toContain('evil.example');
  });

  it('under another name, of another kind or long gone is the same page for all', async () => {
    const { pathname } = await link();
    const texts = await Promise.all(
      [
        pathname.replace('/inbox/', '/app/'),
        '/hosted/inbox/hpg_00000000000000000000000000000000',
        '/hosted/inbox/x',
      ].map(async (path) => {
        const response = await show(path);
        return [response.status, (await response.text()).replace(/nonce="[^"]*"/g, '')];
      }),
    );
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
    expect(texts[0]![0]).toBe(404);
  });

  it('ends with its sessions when the host revokes it', async () => {
    const { id, code, pathname } = await link();
    const { clientSecret, next } = (await exchange(id, code)).body;
    await server.call('hostedPages.revoke', { id }, { token: tenant.apiKey });
    await expect.poll(async () => (await current(clientSecret!)).status).toBe(401);
    expect((await exchange(id, next!)).status).toBe(401);
    expect((await show(pathname)).status).toBe(404);
  });
});
