import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  createPerson,
  hostedEnvironment,
  hostedOrigin,
  mailsTo,
  postAsPage,
  startTestServer,
  testPassword,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';
import { newId } from '#kernel';

const newPassword = 'tulip ferry marble noon';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: hostedEnvironment });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const person = () =>
  createPerson(server, { role: 'viewer', organizationId: tenant.organizationId, workspaceId: tenant.workspaceId });
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  postAsPage(server, path, body, headers);
const ask = (email: string, path = '/sign-in/forgotten', headers = {}) => post(path, { email }, headers);
async function linkFor({ email }: TestPerson, path = '/sign-in/forgotten', nth = 0): Promise<string> {
  await ask(email, path);
  const links = async () => (await mailsTo(server, email)).filter(({ kind }) => kind.endsWith('-link'));
  await expect.poll(async () => (await links()).length).toBeGreaterThan(nth);
  return codeOf((await links())[nth]?.url);
}
const choose = (code: string, password = newPassword) => post('/sign-in/password', { code, password });
const signIn = async (email: string, password: string) => (await post('/sign-in', { email, password })).body;
const current = async (token: string) => (await server.call('sessions.current', {}, { token })).status;
const change = (statement: string, values: unknown[]) =>
  server.platform.app.database.readOrganization(statement, values);

describe('whoever has forgotten their password', () => {
  it('is answered alike whether there is such a person or not, and only a person is written to', async () => {
    const somebody = await person();
    const nobody = `${newId()}@example.com`;
    const [real, none] = [await ask(somebody.email), await ask(nobody)];
    const essence = ({ status, body }: typeof real, email: string) => [
      status,
      JSON.stringify(body).replace(email, '…'),
    ];
    expect(essence(real, somebody.email)).toEqual(essence(none, nobody));
    await expect.poll(async () => (await mailsTo(server, somebody.email)).length).toBe(1);
    expect(await mailsTo(server, nobody)).toEqual([]);
  });

  it('gets a mail in the name of their workspace and in the language of their browser', async () => {
    const somebody = await person();
    await ask(somebody.email, '/sign-in/forgotten', { 'Accept-Language': 'fr-CH, en' });
    await expect.poll(async () => (await mailsTo(server, somebody.email)).length).toBe(1);
    const [mail] = await mailsTo(server, somebody.email);
    expect(mail).toMatchObject({ kind: 'password-link', locale: 'fr', home: tenant.workspaceId });
    expect(mail?.subject).toMatch(/^Choisissez un nouveau mot de passe/);
    expect(mail?.url).toMatch(/^https:\/\/app\.agency\.example\/sign-in\/password#al_\w{38}$/);
  });

  it('chooses another one by the link, once, is signed in, and nobody else is any more', async () => {
    const somebody = await person();
    const code = await linkFor(somebody);
    expect((await post('/sign-in/password/look', { code })).body).toEqual({});
    expect(await current(somebody.token)).toBe(200);
    const { body, cookie } = await choose(code);
    expect(body.url).toBe(`${hostedOrigin}/app/${tenant.publicId}`);
    expect(cookie).toMatch(/^__Host-app-session=us_/);
    await expect.poll(() => current(somebody.token)).toBe(401);
    expect((await choose(code)).body.code).toBe('auth.link_spent');
    expect((await signIn(somebody.email, testPassword)).code).toBe('auth.invalid_credentials');
    expect((await signIn(somebody.email, newPassword)).url).toBeDefined();
    const kinds = (await mailsTo(server, somebody.email)).map(({ kind, subject }) => [kind, subject.split(' (')[0]]);
    expect(kinds).toContainEqual(['account-notice', 'Your password was changed']);
  });

  it('keeps the link when the password is refused, and is told what to do', async () => {
    const somebody = await person();
    const code = await linkFor(somebody);
    expect((await choose(code, 'short')).body.code).toBe('user.password_short');
    expect((await choose(code, 'password1234')).body.code).toBe('user.password_common');
    expect((await choose(code)).body.url).toBeDefined();
  });

  it('can use any link that arrived until one is used, and then no other', async () => {
    const somebody = await person();
    const [first, second] = [await linkFor(somebody), await linkFor(somebody, '/sign-in/forgotten', 1)];
    expect(first).not.toBe(second);
    expect((await choose(first)).body.url).toBeDefined();
    expect((await choose(second)).body.code).toBe('auth.link_spent');
  });

  it('is refused a link that is too old, wrong, or of another purpose', async () => {
    const somebody = await person();
    const code = await linkFor(somebody);
    await change(`update access_link set expires_at = now() where user_id = $1`, [somebody.userId]);
    expect((await choose(code)).body.code).toBe('auth.link_spent');
    expect((await choose(`${code.slice(0, -1)}x`)).body.code).toBe('auth.link_wrong');
    expect((await choose('')).body.code).toBe('auth.link_wrong');
    const byMail = await linkFor(somebody, '/sign-in/by-mail', 1);
    expect((await choose(byMail)).body.code).toBe('auth.link_spent');
    expect(await current(somebody.token)).toBe(200);
  });

  it('lets nobody go on who had begun to sign in before: by a step, or by another link', async () => {
    const somebody = await createPerson(
      server,
      ...[tenant, await server.createTenant()].map(({ organizationId, workspaceId }) => ({
        role: 'viewer' as const,
        organizationId,
        workspaceId,
      })),
    );
    const begun = await signIn(somebody.email, testPassword);
    expect(begun.ask).toBe('workspace');
    const code = await linkFor(somebody);
    const byMail = await linkFor(somebody, '/sign-in/by-mail', 1);
    expect((await choose(code)).body.ask).toBe('workspace');
    const goOn = { step: begun.step, workspaceId: tenant.publicId };
    expect((await post('/sign-in/step', goOn)).body.code).toBe('auth.step_ended');
    expect((await post('/sign-in/link', { code: byMail })).body.code).toBe('auth.link_spent');
  });

  it('is one of two who come at once with the same link, and one of them gets in', async () => {
    const code = await linkFor(await person());
    const answers = await Promise.all([1, 2].map(() => choose(code)));
    expect(answers.filter(({ body }) => body.url)).toHaveLength(1);
  });

  it('is not flooded with mails, and what is answered does not tell', async () => {
    const somebody = await person();
    const answers = [];
    for (let index = 0; index < 6; index++) answers.push((await ask(somebody.email)).status);
    expect(new Set(answers)).toEqual(new Set([200]));
    await expect
      .poll(async () => (await change('select from access_link where user_id = $1', [somebody.userId])).length)
      .toBe(5);
  });

  it('asks from a page of our own only', async () => {
    const { email } = await person();
    expect((await ask(email, '/sign-in/forgotten', { Origin: 'https://evil.example' })).body.code).toBe(
      'auth.origin_not_allowed',
    );
  });
});

describe('whoever signs in by a mail', () => {
  it('is signed in by the button, not by opening the link, and once', async () => {
    const somebody = await person();
    const code = await linkFor(somebody, '/sign-in/by-mail');
    // What a scanner of mails does: it opens the page, and even what the page asks.
    await fetch(`${server.url}/sign-in/link`);
    for (let time = 0; time < 3; time++)
      expect((await post('/sign-in/link/look', { code })).body.text).toContain(somebody.email);
    expect((await post('/sign-in/link', { code })).body.url).toBe(`${hostedOrigin}/app/${tenant.publicId}`);
    expect((await post('/sign-in/link', { code })).body.code).toBe('auth.link_spent');
    // The password is as it was, and whoever was signed in still is.
    expect(await current(somebody.token)).toBe(200);
    expect((await signIn(somebody.email, testPassword)).url).toBeDefined();
  });

  it('has a quarter of an hour', async () => {
    const somebody = await person();
    const code = await linkFor(somebody, '/sign-in/by-mail');
    const [row] = await server.platform.app.database.readOrganization<{ minutes: number }>(
      `select extract(epoch from expires_at - created_at)::int / 60 as minutes from access_link where user_id = $1`,
      [somebody.userId],
    );
    expect(row?.minutes).toBe(15);
    await change(`update access_link set expires_at = now() where user_id = $1`, [somebody.userId]);
    expect((await post('/sign-in/link', { code })).body.code).toBe('auth.link_spent');
  });
});

it('a network that asks for very many links is told to wait', async () => {
  const own = await startTestServer({ env: hostedEnvironment });
  const codes = [];
  for (let index = 0; index < 22; index++)
    codes.push((await postAsPage(own, '/sign-in/forgotten', { email: `${newId()}@example.com` })).body.code);
  expect(codes.filter((code) => code === 'rate_limit.exceeded')).toHaveLength(2);
  await own.stop();
});
