import { toPublicId } from '@tabard/contract';
import type { Account } from '@tabard/contract/identity/account';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appCode,
  createPerson,
  hostedEnvironment,
  hostedOrigin,
  mailsTo,
  postAsPage,
  SoftPasskey,
  startTestServer,
  testPassword,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
beforeAll(async () => {
  server = await startTestServer({ env: hostedEnvironment });
  tenant = await server.createTenant();
});
afterAll(() => server.stop());

const person = () =>
  createPerson(server, { role: 'viewer', organizationId: tenant.organizationId, workspaceId: tenant.workspaceId });
async function ask(token: string, path: string, input: object = {}) {
  const { body } = await server.call(path, input, { token });
  return body.error?.data.code ?? body.result.data;
}
const control = (text: string, values: unknown[] = []) =>
  server.platform.app.database.control((_em, sql) => sql(text, values));
const begin = async () => (await postAsPage(server, '/sign-in/passkey/begin', {})).body.options;
const post = (credential: object, headers = {}) => postAsPage(server, '/sign-in/passkey', { credential }, headers);
const open = async (passkey: SoftPasskey, otherwise = {}) => post(passkey.unlock(await begin(), otherwise));
const items = async ({ token }: TestPerson) => ((await ask(token, 'account.get')) as Account).passkeys.items;
const notices = async ({ email }: TestPerson) =>
  (await mailsTo(server, email)).map(({ subject }) => subject.split(' (')[0]);
const acts = async ({ userId }: TestPerson) =>
  server.platform.app.database.write(tenant.organizationId, (_em, sql) =>
    sql<{ act: string; outcome: string }>('select act, outcome from audit_log where $1 = any(subjects) order by id', [
      toPublicId('user', userId),
    ]),
  );

/** Adds a passkey to somebody's account. */
async function add({ token }: TestPerson, name = 'Laptop', passkey = new SoftPasskey(hostedOrigin)) {
  const { options } = await ask(token, 'account.beginPasskey');
  const added = await ask(token, 'account.addPasskey', { name, credential: passkey.make(options) });
  return { passkey, added };
}

describe('a passkey', () => {
  it('is added, named, listed and removed, and each change is told by mail', async () => {
    const somebody = await person();
    const { added } = await add(somebody);
    expect(added.passkeys).toMatchObject({
      host: 'app.agency.example',
      items: [{ name: 'Laptop', host: 'app.agency.example', isHere: true, isSynced: false, lastUsedAt: null }],
    });
    const { id } = added.passkeys.items[0];
    await ask(somebody.token, 'account.renamePasskey', { id, name: 'Desk' });
    expect((await items(somebody)).map(({ name }) => name)).toEqual(['Desk']);
    expect(await ask(somebody.token, 'account.removePasskey', { id })).toEqual({ id, endedSessions: 0 });
    expect(await items(somebody)).toEqual([]);
    expect(await notices(somebody)).toEqual(['You have a new passkey', 'A passkey was removed']);
  });

  it('signs in its person without a password and a code, also where a code is asked for otherwise', async () => {
    const somebody = await person();
    const { passkey } = await add(somebody);
    const { secret } = await ask(somebody.token, 'account.setUpSecondFactor');
    await ask(somebody.token, 'account.turnOnSecondFactor', { oneTimePassword: appCode(secret, new Date()) });
    expect((await postAsPage(server, '/sign-in', { email: somebody.email, password: testPassword })).body.ask).toBe(
      'code',
    );
    const opened = await open(passkey);
    expect(opened.body).toEqual({ url: `${hostedOrigin}/app/${tenant.publicId}` });
    expect(opened.cookie).toMatch(/=us_/);
    expect((await items(somebody))[0]?.lastUsedAt).not.toBeNull();
    expect(await acts(somebody)).toContainEqual({ act: 'sessions.signIn', outcome: 'ok' });
  });

  it('offers the workspaces of whoever has several', async () => {
    const places = [tenant, await server.createTenant()];
    const somebody = await createPerson(
      server,
      ...places.map(({ organizationId, workspaceId }) => ({ role: 'viewer' as const, organizationId, workspaceId })),
    );
    const { passkey, added } = await add(somebody);
    const { body } = await open(passkey);
    expect(body.workspaces).toHaveLength(2);
    const step = { step: body.step, workspaceId: tenant.publicId };
    expect((await postAsPage(server, '/sign-in/step', step)).body.url).toContain(tenant.publicId);
    // What was opened by a passkey that is gone meanwhile goes no further.
    const again = (await open(passkey)).body;
    await ask(somebody.token, 'account.removePasskey', { id: added.passkeys.items[0].id });
    expect(
      (await postAsPage(server, '/sign-in/step', { step: again.step, workspaceId: tenant.publicId })).body.code,
    ).toBe('auth.step_ended');
  });

  it('takes a challenge once, and only for a while', async () => {
    const { passkey } = await add(await person());
    const options = await begin();
    const [first, second] = await Promise.all([post(passkey.unlock(options)), post(passkey.unlock(options))]);
    expect([first.body.url, second.body.url].filter(Boolean)).toHaveLength(1);
    expect([first.body.code, second.body.code]).toContain('passkey.challenge_ended');
    const late = await begin();
    await control(`update passkey_challenge set expires_at = now()`);
    expect((await post(passkey.unlock(late))).body.code).toBe('passkey.challenge_ended');
  });

  it('is refused by another host name, without its owner being verified, with another key, and as somebody else', async () => {
    const { passkey } = await add(await person());
    for (const otherwise of [
      { origin: 'https://app.client.example' },
      { host: 'app.client.example' },
      { isVerified: false },
    ])
      expect((await open(passkey, otherwise)).body.code).toBe('auth.passkey_refused');
    const stranger = new SoftPasskey(hostedOrigin);
    expect((await open(stranger)).body.code).toBe('auth.passkey_refused');
    const used = stranger.unlock(await begin());
    expect((await post({ ...used, id: passkey.id, rawId: passkey.id })).body.code).toBe('auth.passkey_refused');
    const other = passkey.unlock(await begin());
    other.response.userHandle = Buffer.alloc(16).toString('base64url');
    expect((await post(other)).body.code).toBe('auth.passkey_refused');
    expect((await open(passkey)).body.url).toBeDefined();
  });

  it('opens nothing when its counter went back, and its owner is told once', async () => {
    const somebody = await person();
    const { passkey } = await add(somebody);
    expect((await open(passkey, { count: 10 })).body.url).toBeDefined();
    for (const count of [10, 9]) expect((await open(passkey, { count })).body.code).toBe('auth.passkey_refused');
    expect((await items(somebody))[0]).toMatchObject({ isDoubted: true });
    expect((await notices(somebody)).slice(1)).toEqual(['A passkey of yours may have been copied']);
    await expect.poll(() => acts(somebody)).toContainEqual({ act: 'sessions.signIn', outcome: 'auth.passkey_refused' });
    expect((await open(passkey, { count: 11 })).body.url).toBeDefined();
  });

  it('is not asked to count where it never does', async () => {
    const { passkey } = await add(await person());
    await control('update passkey set sign_count = 0 where credential_id = $1', [passkey.id]);
    for (const count of [0, 0]) expect((await open(passkey, { count })).body.url).toBeDefined();
  });

  it('wants the person confirmed before it is added and before it is removed', async () => {
    const somebody = await person();
    const { added } = await add(somebody);
    const { id } = added.passkeys.items[0];
    const { options } = await ask(somebody.token, 'account.beginPasskey');
    await control('update user_session set confirmed_at = null where user_id = $1', [somebody.userId]);
    const credential = new SoftPasskey(hostedOrigin).make(options);
    expect(await ask(somebody.token, 'account.beginPasskey')).toBe('auth.confirmation_required');
    expect(await ask(somebody.token, 'account.addPasskey', { name: 'x', credential })).toBe(
      'auth.confirmation_required',
    );
    expect(await ask(somebody.token, 'account.removePasskey', { id })).toBe('auth.confirmation_required');
  });

  it('shows that it is its person, and nobody else, who sits there', async () => {
    const [somebody, other] = [await person(), await person()];
    const [{ passkey }, { passkey: others }] = [await add(somebody), await add(other)];
    await control('update user_session set confirmed_at = null where user_id = $1', [somebody.userId]);
    const asked = async () => (await ask(somebody.token, 'account.beginConfirmation')).options;
    const confirm = (used: object) => ask(somebody.token, 'account.confirm', { passkey: used });
    const options = await asked();
    expect(options.allowCredentials).toMatchObject([{ id: passkey.id }]);
    expect(await confirm(others.unlock(options))).toBe('auth.wrong_passkey');
    expect(await confirm(passkey.unlock(await asked(), { isVerified: false }))).toBe('auth.wrong_passkey');
    expect(await confirm(passkey.unlock(await begin()))).toBe('passkey.challenge_ended');
    expect(await ask(somebody.token, 'account.beginPasskey')).toBe('auth.confirmation_required');
    expect((await confirm(passkey.unlock(await asked()))).confirmedUntil).toBeDefined();
    expect((await ask(somebody.token, 'account.beginPasskey')).options).toBeDefined();
    // What was asked of a person who is signed in signs nobody in.
    expect((await post(passkey.unlock(await asked()))).body.code).toBe('passkey.challenge_ended');
    expect(await ask((await person()).token, 'account.beginConfirmation')).toBe('passkey.not_found');
  });

  it('is not added twice, not for another host name, not unverified, and not to somebody else', async () => {
    const [somebody, other] = [await person(), await person()];
    const { passkey } = await add(somebody);
    expect((await add(other, 'Copy', passkey)).added).toBe('passkey.known');
    for (const otherwise of [{ origin: 'https://portal.example' }, { host: 'agency.example' }, { isVerified: false }]) {
      const { options } = await ask(somebody.token, 'account.beginPasskey');
      const credential = new SoftPasskey(hostedOrigin).make(options, otherwise);
      expect(await ask(somebody.token, 'account.addPasskey', { name: 'x', credential })).toBe('passkey.refused');
    }
    const { options } = await ask(somebody.token, 'account.beginPasskey');
    expect(options.excludeCredentials).toMatchObject([{ id: passkey.id }]);
    const credential = new SoftPasskey(hostedOrigin).make(options);
    expect(await ask(other.token, 'account.addPasskey', { name: 'x', credential })).toBe('passkey.challenge_ended');
    const [{ id } = { id: '' }] = await items(somebody);
    for (const path of ['account.renamePasskey', 'account.removePasskey'])
      expect(await ask(other.token, path, path.includes('rename') ? { id, name: 'x' } : { id })).toBe(
        'passkey.not_found',
      );
  });

  it('ends the sign-ins that it opened when it is removed, and no others', async () => {
    const somebody = await person();
    const { passkey, added } = await add(somebody);
    const { cookie } = await open(passkey);
    const page = () => postAsPage(server, '/app/session', { workspaceId: tenant.publicId }, { Cookie: cookie });
    expect((await page()).status).toBe(200);
    const { id } = added.passkeys.items[0];
    expect(await ask(somebody.token, 'account.removePasskey', { id })).toEqual({ id, endedSessions: 1 });
    expect((await page()).body.code).toBe('auth.required');
    expect((await open(passkey)).body.code).toBe('auth.passkey_refused');
    expect((await ask(somebody.token, 'account.get')).email).toBe(somebody.email);
  });

  it('is one of twenty at most', async () => {
    const somebody = await person();
    await control(
      `insert into passkey (id, user_id, host, name, credential_id, public_key, transports, is_synced)
       select gen_random_uuid(), $1, 'app.agency.example', 'x', gen_random_uuid()::text, '', '{}', false from generate_series(1, 20)`,
      [somebody.userId],
    );
    expect(await ask(somebody.token, 'account.beginPasskey')).toBe('passkey.too_many');
  });

  it('goes with the app for codes when an administrator resets how somebody signs in', async () => {
    const admin = await createPerson(server, { role: 'org_admin', organizationId: tenant.organizationId });
    const somebody = await person();
    const { passkey } = await add(somebody);
    const headers = { 'Workspace-Id': tenant.publicId };
    const { body } = await server.call('members.list', { limit: 200 }, { token: admin.token, headers });
    const member = body.result.data.items.find(
      ({ userId }: { userId: string }) => userId === toPublicId('user', somebody.userId),
    );
    expect(member.canResetSecondFactor).toBe(true);
    await server.call('account.resetSecondFactor', { id: member.id }, { token: admin.token, headers });
    expect((await open(passkey)).body.code).toBe('auth.passkey_refused');
    expect(await notices(somebody)).toContain('Your two-factor sign-in was reset');
  });
});
