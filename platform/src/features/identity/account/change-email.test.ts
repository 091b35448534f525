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
const someAddress = () => `${newId()}@new.example`;
const change = (statement: string, values: unknown[]) =>
  server.platform.app.database.readOrganization(statement, values);
async function ask(token: string, path: string, input: object = {}) {
  const { body } = await server.call(path, input, { token });
  return body.error?.data.code ?? body.result.data;
}
const wish = ({ token }: TestPerson, email: string) => ask(token, 'account.changeEmail', { email });
const post = async (path: string, body: object) => (await postAsPage(server, path, body)).body;
const take = (code: string) => post('/sign-in/address', { code });
const takeBack = (code: string, password = newPassword) => post('/sign-in/address-back', { code, password });
const signIn = (email: string, password = testPassword) => post('/sign-in', { email, password });
async function codeFor(email: string, kind = 'email-link', nth = 0): Promise<string> {
  const links = (await mailsTo(server, email)).filter((mail) => mail.kind === kind);
  return codeOf(links[nth]?.url);
}
/** Changes the address of somebody, all the way. */
async function readdress(somebody: TestPerson, email = someAddress()): Promise<string> {
  await wish(somebody, email);
  await take(await codeFor(email));
  return email;
}

describe('a person who changes their address', () => {
  it('signs in with the new one once its link is used, and with the former one until then', async () => {
    const somebody = await person();
    const email = someAddress();
    expect(await wish(somebody, email.toUpperCase())).toMatchObject({ email });
    expect((await ask(somebody.token, 'account.get')).newEmail).toMatchObject({ email });
    expect((await signIn(email)).code).toBe('auth.invalid_credentials');
    const [mail] = await mailsTo(server, email);
    expect(mail).toMatchObject({ kind: 'email-link', home: tenant.workspaceId, locale: 'en' });
    expect(mail?.url).toMatch(/^https:\/\/app\.agency\.example\/sign-in\/address#al_\w{38}$/);
    const code = codeOf(mail?.url);
    for (let time = 0; time < 2; time++) expect((await post('/sign-in/address/look', { code })).text).toContain(email);
    expect((await take(code)).ending.text).toContain(email);
    expect(await ask(somebody.token, 'account.get')).toMatchObject({ email, newEmail: null });
    expect((await signIn(email)).url).toBeDefined();
    expect((await signIn(somebody.email)).code).toBe('auth.invalid_credentials');
    expect((await take(code)).code).toBe('auth.link_spent');
  });

  it('shows first that it is them', async () => {
    const somebody = await person();
    await change(`update user_session set confirmed_at = now() - interval '11 minutes' where user_id = $1`, [
      somebody.userId,
    ]);
    expect(await wish(somebody, someAddress())).toBe('auth.confirmation_required');
    await ask(somebody.token, 'account.confirm', { password: testPassword });
    expect(await wish(somebody, someAddress())).toMatchObject({ email: expect.stringContaining('@new.example') });
  });

  it('is answered alike whether somebody has the address or not, and only its owner is told', async () => {
    const [somebody, owner] = [await person(), await person()];
    const free = someAddress();
    const answers = [await wish(somebody, owner.email), await wish(somebody, free)];
    expect(answers.map((answer) => Object.keys(answer))).toEqual([
      ['email', 'expiresAt'],
      ['email', 'expiresAt'],
    ]);
    expect(answers.map(({ email }) => email)).toEqual([owner.email, free]);
    expect(await mailsTo(server, owner.email)).toMatchObject([{ kind: 'email-taken', url: `${hostedOrigin}/sign-in` }]);
    await wish(somebody, owner.email);
    expect((await ask(somebody.token, 'account.get')).newEmail).toMatchObject({ email: owner.email });
  });

  it('has one wish at a time, may take it back, and is not let flood anybody with mails', async () => {
    const somebody = await person();
    const [first, second] = [someAddress(), someAddress()];
    await wish(somebody, first);
    await wish(somebody, second);
    expect((await take(await codeFor(first))).code).toBe('auth.link_spent');
    expect(await ask(somebody.token, 'account.cancelEmailChange')).toEqual({});
    expect((await ask(somebody.token, 'account.get')).newEmail).toBeNull();
    expect((await take(await codeFor(second))).code).toBe('auth.link_spent');
    expect(await wish(somebody, somebody.email)).toBe('account.email_same');
    expect(await wish(somebody, 'nowhere')).toBe('request.invalid');
    for (let time = 0; time < 3; time++) await wish(somebody, someAddress());
    expect(await wish(somebody, someAddress())).toBe('rate_limit.exceeded');
  });

  it('has an hour, and no link outlives another password', async () => {
    const somebody = await person();
    const [late, changed] = [someAddress(), someAddress()];
    await wish(somebody, late);
    const [row] = await server.platform.app.database.readOrganization<{ minutes: number }>(
      `select round(extract(epoch from expires_at - created_at) / 60)::int as minutes from access_link where user_id = $1`,
      [somebody.userId],
    );
    expect(row?.minutes).toBe(60);
    await change(`update access_link set expires_at = now() where user_id = $1`, [somebody.userId]);
    expect((await take(await codeFor(late))).code).toBe('auth.link_spent');
    await wish(somebody, changed);
    await ask(somebody.token, 'account.changePassword', { password: testPassword, newPassword });
    expect((await take(await codeFor(changed))).code).toBe('auth.link_spent');
    expect((await ask(somebody.token, 'account.get')).email).toBe(somebody.email);
  });

  it('is one of two who come at once for the same address, and one of them gets it', async () => {
    const people = [await person(), await person()];
    const email = someAddress();
    for (const each of people) await wish(each, email);
    const codes = await Promise.all([0, 1].map((nth) => codeFor(email, 'email-link', nth)));
    const answers = await Promise.all(codes.map(take));
    expect(answers.filter(({ ending }) => ending)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'user.email_taken')).toHaveLength(1);
  });
});

describe('the former address', () => {
  it('is told of the change, and leads back: with another password, and everybody signed out', async () => {
    const somebody = await person();
    const email = await readdress(somebody);
    const told = (await mailsTo(server, somebody.email)).find(({ kind }) => kind === 'email-back-link');
    expect(told?.url).toMatch(/^https:\/\/app\.agency\.example\/sign-in\/address-back#al_\w{38}$/);
    const code = codeOf(told?.url);
    expect((await post('/sign-in/address-back/look', { code })).text).toContain(somebody.email);
    expect((await takeBack(code, 'short')).code).toBe('user.password_short');
    expect((await takeBack(code)).url).toBe(`${hostedOrigin}/app/${tenant.publicId}`);
    expect((await signIn(somebody.email, newPassword)).url).toBeDefined();
    expect((await signIn(email, newPassword)).code).toBe('auth.invalid_credentials');
    await expect.poll(() => ask(somebody.token, 'sessions.current')).toBe('auth.invalid_token');
    expect((await takeBack(code)).code).toBe('auth.link_spent');
  });

  it('keeps its way back whatever was changed after it: another password, and a further address', async () => {
    const somebody = await person();
    const second = await readdress(somebody);
    await ask(somebody.token, 'account.changePassword', { password: testPassword, newPassword });
    await readdress(somebody);
    const [first, later] = [await codeFor(somebody.email, 'email-back-link'), await codeFor(second, 'email-back-link')];
    expect((await takeBack(later)).url).toBeDefined();
    expect((await takeBack(first, 'coral ladder winter fig')).url).toBeDefined();
    expect((await signIn(somebody.email, 'coral ladder winter fig')).url).toBeDefined();
  });

  it('closes the ways back to what came after it', async () => {
    const somebody = await person();
    const second = await readdress(somebody);
    await readdress(somebody);
    expect((await takeBack(await codeFor(somebody.email, 'email-back-link'))).url).toBeDefined();
    expect((await takeBack(await codeFor(second, 'email-back-link'))).code).toBe('auth.link_spent');
  });
});

describe('how a person reads', () => {
  it('is their name, language and clock; what is left out stays, and no link ends by it', async () => {
    const somebody = await person();
    const email = someAddress();
    await wish(somebody, email);
    const update = (input: object) => ask(somebody.token, 'account.update', input);
    expect(await update({ name: ' Ada\nBerg ', locale: 'fr', timeZone: 'Asia/Tokyo' })).toMatchObject({
      name: 'Ada Berg',
      locale: 'fr',
      timeZone: 'Asia/Tokyo',
      newEmail: { email },
    });
    expect(await update({ timeZone: null })).toMatchObject({ name: 'Ada Berg', locale: 'fr', timeZone: null });
    expect(await update({ name: '' })).toBe('request.invalid');
    expect(await update({ locale: 'nl' })).toBe('request.invalid');
    expect(await update({ timeZone: 'Mars/Olympus' })).toBe('request.invalid');
    expect((await take(await codeFor(email))).ending).toBeDefined();
    const told = await mailsTo(server, somebody.email);
    expect(told.map(({ locale }) => locale)).toEqual(['fr']);
  });

  it('is what their app is written in, above the workspace', async () => {
    const somebody = await person();
    await ask(somebody.token, 'account.update', { locale: 'ar', timeZone: 'Asia/Tokyo' });
    const { cookie } = await postAsPage(server, '/sign-in', { email: somebody.email, password: testPassword });
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const open = async () => (await fetch(`${server.url}/app/${tenant.publicId}`, { headers })).text();
    const page = await open();
    for (const part of ['<html lang="ar" dir="rtl">', 'locale="ar"', 'time-zone="Asia/Tokyo"'])
      expect(page).toContain(part);
    const session = await postAsPage(server, '/app/session', { workspaceId: tenant.publicId }, headers);
    expect(session.body).toMatchObject({ locale: 'ar', timeZone: 'Asia/Tokyo' });
    await ask(somebody.token, 'account.update', { locale: null, timeZone: null });
    const [workspace] = await server.platform.app.database.readOrganization<{ locale: string; time_zone: string }>(
      'select locale, time_zone from workspace where id = $1',
      [tenant.workspaceId],
    );
    expect(await open()).toContain(`locale="${workspace?.locale ?? ''}" time-zone="${workspace?.time_zone ?? ''}"`);
  });
});
