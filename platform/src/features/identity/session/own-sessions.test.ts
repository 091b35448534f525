import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createPerson,
  hostedEnvironment,
  hostedOrigin,
  postAsPage,
  startTestServer,
  testPassword,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: hostedEnvironment });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const person = (of = tenant) =>
  createPerson(server, { role: 'viewer', organizationId: of.organizationId, workspaceId: of.workspaceId });
const change = (statement: string, values: unknown[]) =>
  server.platform.app.database.readOrganization(statement, values);
async function ask(token: string, path: string, input: object = {}, headers: Record<string, string> = {}) {
  const { body } = await server.call(path, input, { token, headers: { Origin: hostedOrigin, ...headers } });
  return body.error?.data.code ?? body.result.data;
}
const status = async (token: string) =>
  (await server.call('sessions.current', {}, { token, headers: { Origin: hostedOrigin } })).status;
/** Signs in in a browser; gives its cookie. */
const browser = async ({ email }: TestPerson, userAgent: string, cookie = '') =>
  (await postAsPage(server, '/sign-in', { email, password: testPassword }, { 'User-Agent': userAgent, Cookie: cookie }))
    .cookie;
const page = async (cookie: string, more: object = {}, of = tenant) => {
  const { body } = await postAsPage(server, '/app/session', { workspaceId: of.publicId, ...more }, { Cookie: cookie });
  return body.clientSecret ?? body.code;
};
/** A stream that is open; `ended` says when the server has ended it. */
async function openStream(token: string): Promise<{ ended: boolean }> {
  const response = await fetch(`${server.url}/rpc/events.stream`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, Origin: hostedOrigin },
    body: '{}',
  });
  expect(response.status).toBe(200);
  const stream = { ended: false };
  const end = () => (stream.ended = true);
  void response.text().then(end, end);
  return stream;
}

describe('a person', () => {
  it('sees where they are signed in, by what and from where', async () => {
    const somebody = await person();
    const cookie = await browser(somebody, firefox);
    await browser(somebody, phone);
    const { items } = await ask(await page(cookie), 'sessions.list');
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ isCurrent: true, browser: 'Firefox', system: 'Linux', kind: 'desktop' });
    expect(items[0].address).toMatch(/127\.0\.0\.1|::1/);
    expect(items).toContainEqual(
      expect.objectContaining({ isCurrent: false, browser: 'Safari', system: 'iOS', kind: 'mobile' }),
    );
    expect(items.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
  });

  it('ends one of them, and its pages and streams end within five seconds', async () => {
    const somebody = await person();
    const [here, there] = [await browser(somebody, firefox), await browser(somebody, phone)];
    const [mine, theirs] = [await page(here), await page(there)];
    const stream = await openStream(theirs);
    const { items } = await ask(mine, 'sessions.list');
    const { id } = items.find(({ system }: { system: string }) => system === 'iOS');
    expect(await ask(mine, 'sessions.end', { id })).toEqual({ id });
    await expect.poll(() => status(theirs)).toBe(401);
    await expect.poll(() => stream.ended).toBe(true);
    expect(await page(there)).toBe('auth.required');
    expect(await status(mine)).toBe(200);
  });

  it('ends all others and stays where they are', async () => {
    const somebody = await person();
    const [here, there] = [await browser(somebody, firefox), await browser(somebody, phone)];
    expect(await ask(await page(here), 'sessions.endOthers')).toEqual({ ended: 2 });
    expect(await page(there)).toBe('auth.required');
    expect(await status(await page(here))).toBe(200);
    expect((await ask(await page(here), 'sessions.list')).items).toHaveLength(1);
  });

  it('cannot end that of another, nor learn that it is there', async () => {
    const [one, other] = [await person(), await person()];
    const { items } = await ask(other.token, 'sessions.list');
    expect(await ask(one.token, 'sessions.end', { id: items[0].id })).toBe('user_session.not_found');
    expect(await status(other.token)).toBe(200);
  });

  it('who signs in again in the same browser has one sign-in there, not two', async () => {
    const somebody = await person();
    const first = await browser(somebody, firefox);
    const second = await browser(somebody, firefox, first);
    expect(await page(first)).toBe('auth.required');
    const { items } = await ask(await page(second), 'sessions.list');
    expect(items.filter((one: { browser: string }) => one.browser === 'Firefox')).toHaveLength(1);
  });

  it('whose membership is taken away in the database is out of open pages and streams within five seconds', async () => {
    const somebody = await person();
    const open = await page(await browser(somebody, firefox));
    const stream = await openStream(open);
    expect(await status(open)).toBe(200);
    await change('delete from member where user_id = $1', [somebody.userId]);
    await expect.poll(() => status(open)).toBe(401);
    await expect.poll(() => stream.ended).toBe(true);
  });
});

describe('an organization', () => {
  const rules = (of: TestTenant, signIn: object) =>
    ask(of.userToken, 'organizations.update', { id: toPublicId('organization', of.organizationId), signIn });

  it('says how long a sign-in lasts, also for those who are signed in', async () => {
    const strict = await server.createTenant();
    const somebody = await person(strict);
    const hours = async () => {
      const { items } = await ask(somebody.token, 'sessions.list');
      return Math.round((Date.parse(items[0].expiresAt) - Date.parse(items[0].createdAt)) / 3_600_000);
    };
    expect(await hours()).toBe(12);
    expect((await rules(strict, { sessionHours: 2 })).ownSignIn).toEqual({ sessionHours: 2 });
    expect(await hours()).toBe(2);
    const next = await person(strict);
    const { items } = await ask(next.token, 'sessions.list');
    expect(Date.parse(items[0].expiresAt) - Date.parse(items[0].createdAt)).toBe(2 * 3_600_000);
    expect((await rules(strict, { sessionHours: null })).signIn.sessionHours).toBe(12);
    expect(await rules(strict, { sessionHours: 0 })).toBe('request.invalid');
    expect(await rules(strict, { idleMinutes: 5 })).toBe('request.invalid');
  });

  it('ends sign-ins that nobody uses; a page that only renews itself is not used', async () => {
    const strict = await server.createTenant();
    await rules(strict, { idleMinutes: 30 });
    const somebody = await person(strict);
    const cookie = await browser(somebody, firefox);
    const open = await page(cookie, {}, strict);
    const ago = (minutes: number) =>
      change(`update user_session set last_seen_at = now() - make_interval(mins => $2) where user_id = $1`, [
        somebody.userId,
        minutes,
      ]);
    await ago(25);
    // Somebody was here ten minutes ago, says the page.
    expect(await page(cookie, { idleSeconds: 600 }, strict)).toMatch(/^es_/);
    await ago(25);
    expect(await page(cookie, { idleSeconds: 1_490 }, strict)).toMatch(/^es_/);
    await ago(31);
    await expect.poll(() => status(open)).toBe(401);
    expect(await page(cookie, { idleSeconds: 0 }, strict)).toBe('auth.required');
  });

  it('has the strictest of what is said here and above hold', async () => {
    const strict = await server.createTenant();
    await change(`update organization set sign_in = '{"sessionHours":4,"idleMinutes":60}' where id = $1`, [
      strict.organizationId,
    ]);
    const below = await ask(strict.userToken, 'organizations.create', {
      parentId: toPublicId('organization', strict.organizationId),
      kind: 'agency',
      name: 'Below',
      slug: `below-${strict.workspaceId.slice(-12)}`,
    });
    expect(below.signIn).toEqual({ requireSecondFactor: false, sessionHours: 4, idleMinutes: 60 });
    const changed = await ask(strict.userToken, 'organizations.update', {
      id: below.id,
      signIn: { sessionHours: 8, idleMinutes: 15 },
    });
    expect(changed.signIn).toEqual({ requireSecondFactor: false, sessionHours: 4, idleMinutes: 15 });
  });
});
