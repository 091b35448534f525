import { toPublicId } from '@tabard/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appCode,
  createPerson,
  hostedEnvironment,
  hostedOrigin,
  mailsTo,
  postAsPage,
  startTestServer,
  testPassword,
  type PageAnswer,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

const newPassword = 'tulip ferry marble noon';
/** The time of the process, which the tests put forward: an app shows another code every half minute. */
let now = Date.now();
const later = (halfMinutes: number): void => void (now += halfMinutes * 30_000);

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: hostedEnvironment, ports: { clock: { now: () => new Date(now) } } });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const person = () =>
  createPerson(server, { role: 'viewer', organizationId: tenant.organizationId, workspaceId: tenant.workspaceId });
const change = (statement: string, values: unknown[]) =>
  server.platform.app.database.readOrganization(statement, values);

async function ask(token: string, path: string, input: object = {}, headers: Record<string, string> = {}) {
  const { body } = await server.call(path, input, { token, headers });
  return body.error?.data.code ?? body.result.data;
}
const signIn = (email: string, password = testPassword) => postAsPage(server, '/sign-in', { email, password });
const step = (answer: PageAnswer, more: object) =>
  postAsPage(server, '/sign-in/step', { step: answer.body.step, ...more });
const codeNow = (secret: string, halfMinutes = 0) => appCode(secret, new Date(now), halfMinutes);
/** As if they had signed in long ago. */
const forgetConfirmation = ({ userId }: TestPerson) =>
  change(`update user_session set confirmed_at = now() - interval '11 minutes' where user_id = $1`, [userId]);

/** Sets an app up; gives its secret and the recovery codes. */
async function withApp(somebody: TestPerson): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await ask(somebody.token, 'account.setUpSecondFactor');
  const oneTimePassword = codeNow(secret);
  const { recoveryCodes } = await ask(somebody.token, 'account.turnOnSecondFactor', { oneTimePassword });
  later(2);
  return { secret, recoveryCodes };
}

describe('a person', () => {
  it('changes their password with the one they have, which ends their other sign-ins and is told by mail', async () => {
    const somebody = await person();
    const elsewhere = (await server.call('sessions.signIn', { email: somebody.email, password: testPassword })).body;
    const change = (input: object) => ask(somebody.token, 'account.changePassword', input);
    expect(await change({ password: 'wrong', newPassword })).toBe('auth.wrong_password');
    expect(await change({ password: testPassword, newPassword: 'password1234' })).toBe('user.password_common');
    expect(await change({ password: testPassword, newPassword: 'short' })).toBe('user.password_short');
    expect(await change({ password: testPassword, newPassword })).toEqual({ endedSessions: 1 });
    const current = (token: string) => server.call('sessions.current', {}, { token }).then(({ status }) => status);
    await expect.poll(() => current(elsewhere.result.data.token)).toBe(401);
    expect(await current(somebody.token)).toBe(200);
    expect((await signIn(somebody.email)).body.code).toBe('auth.invalid_credentials');
    expect((await signIn(somebody.email, newPassword)).body.url).toBeDefined();
    expect(await mailsTo(server, somebody.email)).toMatchObject([
      { kind: 'account-notice', home: tenant.workspaceId, url: `${hostedOrigin}/sign-in/forgotten` },
    ]);
  });

  it('may guess their own password from an open page a few times, and not more', async () => {
    const somebody = await person();
    const codes = [];
    for (let index = 0; index < 12; index++)
      codes.push(await ask(somebody.token, 'account.confirm', { password: `wrong ${index}` }));
    expect(codes.slice(9)).toEqual(['auth.wrong_password', 'rate_limit.exceeded', 'rate_limit.exceeded']);
    // Whoever found the page does not keep them out of another.
    expect((await signIn(somebody.email)).body.url).toBeDefined();
  });

  it('confirms that it is them before they change how they sign in or make a key, unless they just signed in', async () => {
    const admin = await createPerson(server, { role: 'org_admin', organizationId: tenant.organizationId });
    const key = {
      organizationId: toPublicId('organization', tenant.organizationId),
      name: 'k',
      permissions: ['lead.read'],
    };
    expect(await ask(admin.token, 'apiKeys.create', key)).toMatchObject({ name: 'k' });
    await forgetConfirmation(admin);
    for (const path of ['account.setUpSecondFactor', 'account.turnOffSecondFactor', 'account.renewRecoveryCodes'])
      expect([path, await ask(admin.token, path)]).toEqual([path, 'auth.confirmation_required']);
    expect(await ask(admin.token, 'apiKeys.create', key)).toBe('auth.confirmation_required');
    expect((await ask(admin.token, 'account.get')).confirmedUntil).toBe(null);
    expect(await ask(admin.token, 'account.confirm', { oneTimePassword: '123456' })).toBe('second_factor.not_set_up');
    const { confirmedUntil } = await ask(admin.token, 'account.confirm', { password: testPassword });
    expect((await ask(admin.token, 'account.get')).confirmedUntil).toBe(confirmedUntil);
    expect(await ask(admin.token, 'apiKeys.create', key)).toMatchObject({ name: 'k' });
    // A key is no person; what it may do it may do.
    expect(await ask(tenant.apiKey, 'apiKeys.create', key)).toMatchObject({ name: 'k' });
  });

  it('is somebody who signs in here: neither a key nor the user of a host', async () => {
    for (const token of [tenant.apiKey, tenant.embedToken])
      for (const path of ['account.get', 'account.setUpSecondFactor', 'sessions.list', 'sessions.endOthers'])
        expect([path, await ask(token, path, {}, { Origin: 'https://portal.example.com' })]).toEqual([
          path,
          'account.no_person',
        ]);
  });

  it('has their account in the pages of the app, too', async () => {
    const somebody = await person();
    const { cookie } = await signIn(somebody.email);
    const { body } = await postAsPage(server, '/app/session', { workspaceId: tenant.publicId }, { Cookie: cookie });
    const account = await ask(body.clientSecret, 'account.get', {}, { Origin: hostedOrigin });
    expect(account).toMatchObject({ email: somebody.email, secondFactor: { isOn: false, isRequired: false } });
  });
});

describe('codes of an app', () => {
  it('are asked for after the password from when the first one was given, and each is taken once', async () => {
    const somebody = await person();
    const setUp = await ask(somebody.token, 'account.setUpSecondFactor');
    expect(setUp.uri).toMatch(/^otpauth:\/\/totp\/.+secret=[A-Z2-7]{32}/);
    expect(setUp.uri).not.toMatch(/tabard/i);
    expect(setUp.picture.path).toMatch(/^M\d+ \d+h1v1h-1z/);
    // Nothing is asked for as long as no code was given.
    expect((await signIn(somebody.email)).body.url).toBeDefined();
    const first = codeNow(setUp.secret);
    expect(await ask(somebody.token, 'account.turnOnSecondFactor', { oneTimePassword: '000000' })).toBe(
      'auth.invalid_one_time_password',
    );
    const { recoveryCodes } = await ask(somebody.token, 'account.turnOnSecondFactor', { oneTimePassword: first });
    expect(new Set(recoveryCodes).size).toBe(10);
    const asked = await signIn(somebody.email);
    expect(asked).toMatchObject({ cookie: '', body: { ask: 'code' } });
    expect(asked.body.url).toBeUndefined();
    // The code of the set-up was taken, and is not again.
    expect((await step(asked, { oneTimePassword: first })).body.code).toBe('auth.invalid_one_time_password');
    later(1);
    const second = codeNow(setUp.secret);
    expect((await step(asked, { oneTimePassword: second })).body.url).toBe(`${hostedOrigin}/app/${tenant.publicId}`);
    const again = await signIn(somebody.email);
    expect((await step(again, { oneTimePassword: second })).body.code).toBe('auth.invalid_one_time_password');
    expect((await mailsTo(server, somebody.email)).map(({ kind }) => kind)).toEqual(['account-notice']);
  });

  it('are good half a minute before and after their time, not longer', async () => {
    const somebody = await person();
    const { secret } = await withApp(somebody);
    later(4);
    for (const [halfMinutes, isGood] of [
      [-2, false],
      [2, false],
      [-1, true],
      [1, true],
    ] as const) {
      const { body } = await step(await signIn(somebody.email), { oneTimePassword: codeNow(secret, halfMinutes) });
      expect([halfMinutes, body.url !== undefined]).toEqual([halfMinutes, isGood]);
    }
  });

  it('are those of the person: nobody is let in by the code of another', async () => {
    const [one, other] = [await person(), await person()];
    const apps = [await withApp(one), await withApp(other)];
    const answer = await step(await signIn(one.email), { oneTimePassword: codeNow(apps[1]?.secret ?? '') });
    expect(answer.body.code).toBe('auth.invalid_one_time_password');
    const lost = await step(await signIn(one.email), { oneTimePassword: apps[1]?.recoveryCodes[0] });
    expect(lost.body.code).toBe('auth.invalid_one_time_password');
  });

  it('are replaced by recovery codes when the device is lost, each once, written as people write', async () => {
    const somebody = await person();
    const { recoveryCodes } = await withApp(somebody);
    const typed = (recoveryCodes[0] ?? '').toUpperCase().replaceAll('-', ' ');
    expect((await step(await signIn(somebody.email), { oneTimePassword: typed })).body.url).toBeDefined();
    const again = await step(await signIn(somebody.email), { oneTimePassword: recoveryCodes[0] });
    expect(again.body.code).toBe('auth.invalid_one_time_password');
    expect((await ask(somebody.token, 'account.get')).secondFactor).toMatchObject({ isOn: true, recoveryCodesLeft: 9 });
    const renewed = await ask(somebody.token, 'account.renewRecoveryCodes');
    const old = await step(await signIn(somebody.email), { oneTimePassword: recoveryCodes[1] });
    expect(old.body.code).toBe('auth.invalid_one_time_password');
    const fresh = await step(await signIn(somebody.email), { oneTimePassword: renewed.recoveryCodes[0] });
    expect(fresh.body.url).toBeDefined();
  });

  it('may be tried five times for one sign-in, which then begins anew, and whoever is known here is not kept out', async () => {
    const somebody = await person();
    const { secret } = await withApp(somebody);
    expect((await step(await signIn(somebody.email), { oneTimePassword: codeNow(secret) })).body.url).toBeDefined();
    const asked = await signIn(somebody.email);
    const codes = [];
    for (let index = 0; index < 6; index++) codes.push((await step(asked, { oneTimePassword: '000000' })).body.code);
    expect(codes).toEqual([...Array<string>(5).fill('auth.invalid_one_time_password'), 'auth.step_ended']);
    later(1);
    const next = await step(await signIn(somebody.email), { oneTimePassword: codeNow(secret) });
    expect(next.body.url).toBeDefined();
  });

  it('are sent with the password by whoever signs in by the API', async () => {
    const somebody = await person();
    const { secret } = await withApp(somebody);
    const by = async (more: object) => {
      const { body } = await server.call('sessions.signIn', { email: somebody.email, password: testPassword, ...more });
      return body.error?.data.code ?? body.result.data;
    };
    expect(await by({})).toBe('auth.one_time_password_required');
    expect(await by({ oneTimePassword: '000000' })).toBe('auth.invalid_one_time_password');
    expect(await by({ oneTimePassword: codeNow(secret) })).toMatchObject({ token: expect.stringMatching(/^us_/) });
  });

  it('are of another app from when that gave its first one, and end when they are turned off', async () => {
    const somebody = await person();
    const { secret, recoveryCodes } = await withApp(somebody);
    const { secret: other } = await ask(somebody.token, 'account.setUpSecondFactor');
    // Until then the first one is good.
    expect((await step(await signIn(somebody.email), { oneTimePassword: codeNow(secret) })).body.url).toBeDefined();
    later(1);
    await ask(somebody.token, 'account.turnOnSecondFactor', { oneTimePassword: codeNow(other) });
    later(2);
    const old = await step(await signIn(somebody.email), { oneTimePassword: codeNow(secret) });
    expect(old.body.code).toBe('auth.invalid_one_time_password');
    expect((await step(await signIn(somebody.email), { oneTimePassword: codeNow(other) })).body.url).toBeDefined();
    await ask(somebody.token, 'account.turnOffSecondFactor');
    expect((await signIn(somebody.email)).body.url).toBeDefined();
    const confirmed = await ask(somebody.token, 'account.confirm', { oneTimePassword: recoveryCodes[2] });
    expect(confirmed).toBe('second_factor.not_set_up');
  });

  it('are asked for after a link of a mail, too', async () => {
    const somebody = await person();
    const { secret } = await withApp(somebody);
    await postAsPage(server, '/sign-in/by-mail', { email: somebody.email });
    const links = async () => (await mailsTo(server, somebody.email)).filter(({ kind }) => kind === 'sign-in-link');
    await expect.poll(async () => (await links()).length).toBe(1);
    const code = new URL((await links())[0]?.url ?? '').hash.slice(1);
    const asked = await postAsPage(server, '/sign-in/link', { code });
    expect(asked).toMatchObject({ cookie: '', body: { ask: 'code' } });
    expect((await step(asked, { oneTimePassword: codeNow(secret) })).cookie).toMatch(/^__Host-app-session=us_/);
  });

  it('of a sign-in that took too long, or of a step that is made up, let nobody in', async () => {
    const somebody = await person();
    const { secret } = await withApp(somebody);
    const asked = await signIn(somebody.email);
    await change(`update sign_in_step set expires_at = now() where user_id = $1`, [somebody.userId]);
    const oneTimePassword = codeNow(secret);
    expect((await step(asked, { oneTimePassword })).body.code).toBe('auth.step_ended');
    const made = await postAsPage(server, '/sign-in/step', { step: 'ss_nonsense', oneTimePassword });
    expect(made.body.code).toBe('auth.step_ended');
    // Neither does a step that says where to go instead of a code.
    const skipping = await step(await signIn(somebody.email), { workspaceId: tenant.publicId });
    expect(skipping.body.code).toBe('auth.one_time_password_required');
  });
});

describe('an organization that asks for codes', () => {
  it('leads whoever has no app to setting one up at sign-in, and lets nobody turn it off', async () => {
    const strict = await server.createTenant();
    const somebody = await createPerson(server, {
      role: 'viewer',
      organizationId: strict.organizationId,
      workspaceId: strict.workspaceId,
    });
    const updated = await ask(strict.userToken, 'organizations.update', {
      id: toPublicId('organization', strict.organizationId),
      signIn: { requireSecondFactor: true },
    });
    expect(updated.signIn).toEqual({ requireSecondFactor: true, sessionHours: 12, idleMinutes: null });
    const asked = await signIn(somebody.email);
    expect(asked).toMatchObject({ cookie: '', body: { ask: 'set-up' } });
    const { secret } = asked.body.setUp;
    expect((await step(asked, { oneTimePassword: '000000' })).body.code).toBe('auth.invalid_one_time_password');
    const on = await step(asked, { oneTimePassword: codeNow(secret) });
    expect(on.body.recoveryCodes).toHaveLength(10);
    const inside = await step(asked, {});
    expect(inside.body.url).toBe(`${hostedOrigin}/app/${strict.publicId}`);
    expect((await step(asked, {})).body.code).toBe('auth.step_ended');
    expect(await ask(somebody.token, 'account.turnOffSecondFactor')).toBe('second_factor.required');
    const byApi = await createPerson(server, { role: 'viewer', organizationId: tenant.organizationId });
    expect(byApi.token).toMatch(/^us_/);
    const refused = await server.call('sessions.signIn', {
      email: `${strict.workspaceId}@example.com`,
      password: testPassword,
    });
    expect(refused.body.error.data.code).toBe('auth.second_factor_required');
  });
});
