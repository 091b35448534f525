import { settingsWidgets } from '@tabard/contract/widgets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../../test/fixture/index.ts';
import { beginSetup } from '../setup/index.ts';

const hosted = 'https://app.agency.example';
const ada = { name: 'Ada', email: 'ada@harbour.example', password: 'a password that is long enough' };
const fromPage = { 'Content-Type': 'application/json', Origin: hosted, 'Sec-Fetch-Site': 'same-origin' };
let server: TestServer;
let path = '';
beforeAll(async () => {
  server = await startTestServer({ env: { HOSTED_URL: hosted, PUBLIC_URL: 'https://api.agency.example' } });
  let code = '';
  await beginSetup(server.platform.app, {}, ({ link }) => void (code = new URL(link ?? '').hash.slice(1)));
  const opened = await post('/setup', { code, ...ada, organization: 'Harbour Ltd' });
  path = new URL(opened.body['url'] ?? '').pathname;
});
afterAll(() => server.stop());

const post = async (to: string, body: object, cookie = '', headers: Record<string, string> = {}) => {
  const response = await fetch(server.url + to, {
    method: 'POST',
    headers: { ...fromPage, Cookie: cookie, ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, string>,
    set: response.headers.get('set-cookie') ?? '',
  };
};
const show = (to: string, cookie = '') => fetch(server.url + to, { headers: { Cookie: cookie }, redirect: 'manual' });
const signIn = async () => {
  const { set } = await post('/sign-in', { email: ada.email, password: ada.password });
  return { set, cookie: set.split(';')[0] ?? '' };
};
const workspaceId = () => path.split('/').at(-1) ?? '';
const ask = (cookie: string, more: object = {}, headers = {}) =>
  post('/app/session', { workspaceId: workspaceId(), ...more }, cookie, headers);
const current = (token = '') => server.call('sessions.current', {}, { token, headers: { Origin: hosted } });

describe('the app at its own address', () => {
  it('is signed in by a cookie that no script and no other site gets, and holds no code', async () => {
    const { set } = await signIn();
    expect(set).toMatch(/^__Host-app-session=us_\w+; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/);
    expect(path).toMatch(/^\/app\/wsp_\w+$/);
  });

  it('is shown as often as it is loaded, at each of its addresses, and never framed', async () => {
    const { cookie } = await signIn();
    for (const below of ['', '/inbox', '/campaigns/new', '']) {
      const page = await show(path + below, cookie);
      expect([below, page.status]).toEqual([below, 200]);
      expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
      expect(await page.text()).not.toMatch(/tabard|us_|hp_/i);
    }
  });

  it('gives every page that asks a session of its own, with what the person may do', async () => {
    const { cookie } = await signIn();
    for (const { body } of [await ask(cookie), await ask(cookie)])
      expect((await current(body['clientSecret'])).body.result.data).toMatchObject({
        user: { name: 'Ada', email: ada.email },
        workspace: { id: workspaceId() },
        widgets: expect.arrayContaining(['app', ...settingsWidgets]),
      });
  });

  it('lets the page of whoever administers an organization see and steer what lies below it, as the person', async () => {
    const { cookie } = await signIn();
    const { body } = await ask(cookie);
    const page = async (procedure: string, input: object) => {
      const answer = await server.call(procedure, input, {
        token: body['clientSecret'] ?? '',
        headers: { Origin: hosted },
      });
      return answer.body.error?.data ?? answer.body.result.data;
    };
    const [root] = (await page('tree.list', {})).items;
    expect(root).toMatchObject({ name: 'Harbour Ltd', canManage: false });
    const made = await page('tree.createWorkspace', { organizationId: root.id, name: 'Quay' });
    const named = { workspaceId: made.id };
    expect(await page('tree.suspend', { ...named, reason: 'unpaid' })).toMatchObject({ standing: 'suspended' });
    expect(await page('tree.delete', { ...named, name: 'Quay' })).toMatchObject({ standing: 'archived' });
    expect(await page('tree.restore', named)).toMatchObject({ standing: 'suspended', deletesAt: null });
    await server.platform.app.database.control((_em, sql) => sql('update user_session set confirmed_at = null'));
    expect(await page('tree.delete', { ...named, name: 'Quay' })).toMatchObject({ code: 'auth.confirmation_required' });
    expect(await page('workspaces.update', { id: made.id, name: 'Other' })).toMatchObject({
      code: 'auth.permission_denied',
    });
    // Out of the way of the others, who have one workspace.
    expect(await page('tree.archive', named)).toMatchObject({ standing: 'archived' });
  });

  it('leads whoever is not signed in to the form, and says what they wanted', async () => {
    const stranger = await server.createTenant();
    const { cookie } = await signIn();
    const refused = [
      await show(`${path}/inbox`),
      await show(`${path}/inbox`, '__Host-app-session=us_0'),
      await show(`/app/${stranger.publicId}`, cookie),
      await show('/app/nonsense', cookie),
    ];
    for (const page of refused) expect(page.status).toBe(303);
    expect(refused[0]?.headers.get('location')).toBe(`${hosted}/sign-in?to=${encodeURIComponent(`${path}/inbox`)}`);
  });

  it('answers pages of its own origin only, and for workspaces of the person only', async () => {
    const { cookie } = await signIn();
    const stranger = await server.createTenant();
    const refusals = [
      await ask(''),
      await ask(cookie, {}, { Origin: 'https://evil.example' }),
      await ask(cookie, {}, { 'Sec-Fetch-Site': 'same-site' }),
      await ask(cookie, { workspaceId: stranger.publicId }),
      await post('/app/sign-out', {}, cookie, { Origin: 'https://evil.example' }),
    ];
    expect(refusals.map(({ body }) => body['code'])).toEqual([
      'auth.required',
      'auth.origin_not_allowed',
      'auth.origin_not_allowed',
      'workspace.not_found',
      'auth.origin_not_allowed',
    ]);
    expect((await ask(cookie)).status).toBe(200);
  });

  it('ends with the sign-in: pages that are open too, and those of another browser go on', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const open = (await ask(here.cookie)).body['clientSecret'];
    const elsewhere = (await ask(there.cookie)).body['clientSecret'];
    expect((await current(open)).status).toBe(200);
    const out = await post('/app/sign-out', {}, here.cookie);
    expect(out.set).toMatch(/^__Host-app-session=; .*Expires=Thu, 01 Jan 1970/);
    await expect.poll(async () => (await current(open)).status).toBe(401);
    expect((await ask(here.cookie)).body['code']).toBe('auth.required');
    expect((await show(path, here.cookie)).status).toBe(303);
    expect((await current(elsewhere)).status).toBe(200);
  });
});

describe('the app of a brand', () => {
  it('has its icon and can be kept on a device as an app of its own; a stranger learns nothing of it', async () => {
    const { cookie } = await signIn();
    const { token } = (await server.call('sessions.signIn', { email: ada.email, password: ada.password })).body.result
      .data;
    const brand = { faviconUrl: 'https://cdn.example/icon.png', markUrl: 'https://cdn.example/mark.png' };
    await server.call(
      'workspaces.update',
      { id: workspaceId(), brand: { ...brand, displayName: 'Quay & Co' } },
      { token },
    );
    const page = await show(path, cookie);
    const html = await page.text();
    expect(html).toContain('<link rel="icon" href="https://cdn.example/icon.png">');
    expect(html).toContain('<title>Quay &amp; Co</title>');
    const [, address = ''] = /rel="manifest" crossorigin="use-credentials" href="([^"]+)"/.exec(html) ?? [];
    expect(page.headers.get('content-security-policy')).toContain("manifest-src 'self'");
    const manifest = await show(address, cookie);
    expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
    expect(await manifest.json()).toMatchObject({
      name: 'Quay & Co',
      start_url: path,
      scope: path,
      icons: [{ src: brand.markUrl, sizes: 'any' }],
    });
    expect((await show(address)).status).toBe(404);
    expect((await show(address.replace(/wsp_\w+/, `wsp_${'0'.repeat(32)}`), cookie)).status).toBe(404);
  });
});
