import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '@tabard/contract/identity/account';
import {
  appCode,
  codeOf,
  comeBack,
  createPerson,
  followTo,
  goTo,
  hostedEnvironment,
  hostedOrigin,
  mailsTo,
  postAsPage,
  startTestIssuer,
  startTestServer,
  testPassword,
  type TestIssuer,
  type TestPerson,
  type TestServer,
  type TestTenant,
} from '../../../../test/fixture/index.ts';

let server: TestServer;
let tenant: TestTenant;
let issuer: TestIssuer;
let other: TestIssuer;
beforeAll(async () => {
  [issuer, other] = await Promise.all([startTestIssuer(), startTestIssuer()]);
  server = await startTestServer({
    env: {
      ...hostedEnvironment,
      SYSTEM_MAIL_URL: 'smtp://mail:mail@127.0.0.1:1?security=none',
      SYSTEM_MAIL_FROM: 'no-reply@mail.agency.example',
      GOOGLE_CLIENT_ID: 'us-at-google',
      GOOGLE_CLIENT_SECRET: 'a secret',
      GOOGLE_ISSUER: issuer.url,
      LINKEDIN_CLIENT_ID: 'us-at-linkedin',
      LINKEDIN_CLIENT_SECRET: 'another secret',
      LINKEDIN_ISSUER: other.url,
      IDENTITY_ALLOW_PRIVATE: 'true',
    },
  });
  tenant = await server.createTenant();
});
afterAll(() => Promise.all([server.stop(), issuer.stop(), other.stop()]));
beforeEach(() => issuer.answers(null));

const person = () =>
  createPerson(server, { role: 'viewer', organizationId: tenant.organizationId, workspaceId: tenant.workspaceId });
async function ask(token: string, path: string, input: object = {}) {
  const { body } = await server.call(path, input, { token });
  return body.error?.data.code ?? body.result.data;
}
const accountOf = async ({ token }: TestPerson) => (await ask(token, 'account.get')) as Account;
const control = (text: string, values: unknown[] = []) =>
  server.platform.app.database.control((_em, sql) => sql(text, values));
const home = () => `${hostedOrigin}/app/${tenant.publicId}`;
/** An account at Google whose address is Google's own to give. */
const ownAddress = (email: string, sub: string = randomUUID()) => ({
  sub,
  email,
  email_verified: true,
  hd: email.split('@')[1],
  name: 'Uma Client',
});
const through = async (provider: 'google' | 'linkedin') => (await comeBack(server, await goTo(server, provider))).body;

/** Adds an account at Google to somebody's own, in the browser in which they are signed in. */
async function add(somebody: TestPerson, { cookie }: { cookie?: string } = {}) {
  const signedIn =
    cookie ?? (await postAsPage(server, '/sign-in', { email: somebody.email, password: testPassword })).cookie;
  // The page of the account asks by a session of that very sign-in.
  const token = signedIn.split('=')[1] ?? '';
  const { url } = await ask(token, 'account.beginIdentity', { provider: 'google', workspaceId: tenant.publicId });
  const path = new URL(url).pathname + new URL(url).search;
  const sent = await fetch(server.url + path, { redirect: 'manual', headers: { Cookie: signedIn } });
  const browser = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await followTo(sent.headers.get('location') ?? '');
  return {
    signedIn,
    browser,
    answer,
    url: path,
    back: () => comeBack(server, { cookie: `${signedIn}; ${browser}`, answer }),
  };
}

describe('an account at a provider', () => {
  it('signs in whose address is the provider’s own to give, and tells them by mail the first time', async () => {
    const somebody = await person();
    issuer.says(ownAddress(somebody.email));
    const opened = await comeBack(server, await goTo(server, 'google'));
    expect(opened.body).toEqual({ url: home() });
    expect(opened.cookie).toMatch(/=us_/);
    expect((await accountOf(somebody)).identities.items).toMatchObject([{ kind: 'google', email: somebody.email }]);
    // Whoever is known is known by the subject, whatever address they have by then.
    issuer.says({ ...ownAddress(somebody.email), sub: 'unknown', email: 'changed@example.com', email_verified: false });
    expect((await through('google')).code).toBe('user_identity.unverified');
    expect((await mailsTo(server, somebody.email)).map(({ subject }) => subject.split(' (')[0])).toEqual([
      'You sign in with another account, too',
    ]);
  });

  it('still asks for a code where the account has an app for it', async () => {
    const somebody = await person();
    const { secret } = await ask(somebody.token, 'account.setUpSecondFactor');
    await ask(somebody.token, 'account.turnOnSecondFactor', { oneTimePassword: appCode(secret, new Date()) });
    issuer.says(ownAddress(somebody.email));
    const asked = await through('google');
    expect(asked.ask).toBe('code');
    const step = { step: asked.step, oneTimePassword: appCode(secret, new Date(), 1) };
    expect((await postAsPage(server, '/sign-in/step', step)).body).toEqual({ url: home() });
  });

  it('is asked about by mail where the address is not the provider’s own, and opens nothing before', async () => {
    const somebody = await person();
    const claims = { sub: randomUUID(), email: somebody.email.toUpperCase(), email_verified: true };
    other.says(claims);
    expect((await through('linkedin')).ending.title).toBe('Look into your mailbox');
    expect((await accountOf(somebody)).identities.items).toEqual([]);
    expect((await through('linkedin')).ending.title).toBe('Look into your mailbox');
    const [mail, second] = await mailsTo(server, somebody.email);
    expect(mail?.kind).toBe('identity-link');
    const code = codeOf(second?.url);
    expect((await postAsPage(server, '/sign-in/identity/look', { code })).body.text).toContain(somebody.email);
    expect((await postAsPage(server, '/sign-in/identity', { code })).body).toEqual({ url: home() });
    expect((await postAsPage(server, '/sign-in/identity', { code: codeOf(mail?.url) })).body.code).toBe(
      'auth.link_spent',
    );
    expect(await through('linkedin')).toEqual({ url: home() });
  });

  it('opens nothing with an address that the provider has not seen, that nobody has here, or that another account of the person had', async () => {
    const somebody = await person();
    issuer.says({ ...ownAddress(somebody.email), email_verified: false });
    expect((await through('google')).code).toBe('user_identity.unverified');
    issuer.says({ ...ownAddress(somebody.email), email: '' });
    expect((await through('google')).code).toBe('user_identity.unverified');
    // What it says besides the token is about somebody else.
    issuer.says({ ...ownAddress(somebody.email), email: null });
    expect((await through('google')).code).toBe('auth.provider_refused');
    issuer.says(ownAddress('nobody-here@example.com'));
    expect((await through('google')).code).toBe('user_identity.unknown');
    issuer.says(ownAddress(somebody.email));
    expect(await through('google')).toEqual({ url: home() });
    // The address belongs to somebody else by now.
    issuer.says(ownAddress(somebody.email));
    expect((await through('google')).code).toBe('user_identity.recycled');
  });

  it('is added by whoever is signed in, in that very browser, once', async () => {
    const [somebody, stranger] = [await person(), await person()];
    issuer.says({ sub: randomUUID(), email: 'private@elsewhere.example', email_verified: true });
    const adding = await add(somebody);
    const strangers = (await postAsPage(server, '/sign-in', { email: stranger.email, password: testPassword })).cookie;
    expect(
      (await comeBack(server, { cookie: `${strangers}; ${adding.browser}`, answer: adding.answer })).body.code,
    ).toBe('auth.authorization_ended');
    // It was spent by that; and the address of the beginning leads a stranger, or a second time, nowhere.
    expect((await adding.back()).body.code).toBe('auth.authorization_ended');
    const led = await fetch(server.url + adding.url, { redirect: 'manual', headers: { Cookie: strangers } });
    expect(led.headers.get('location')).toBe(`${hostedOrigin}/sign-in/callback`);
    const added = await add(somebody, { cookie: adding.signedIn });
    expect((await added.back()).body).toEqual({ url: `${home()}/account` });
    expect(await through('google')).toEqual({ url: home() });
    // It is theirs, and nobody else's.
    const second = await add(stranger);
    expect((await second.back()).body.code).toBe('user_identity.taken');
  });

  it('is removed with what it opened, after the person showed that it is them, and never as the last way to sign in', async () => {
    const somebody = await person();
    issuer.says(ownAddress(somebody.email));
    const opened = await comeBack(server, await goTo(server, 'google'));
    const [identity] = (await accountOf(somebody)).identities.items;
    const id = identity?.id ?? '';
    await control(`update app_user set password_hash = null where id = $1`, [somebody.userId]);
    expect(await ask(somebody.token, 'account.removeIdentity', { id })).toBe('user_identity.last_way');
    expect((await accountOf(somebody)).hasPassword).toBe(false);
    await control(`update app_user set password_hash = 'x' where id = $1`, [somebody.userId]);
    await control(`update user_session set confirmed_at = now() - interval '1 hour' where user_id = $1`, [
      somebody.userId,
    ]);
    expect(await ask(somebody.token, 'account.removeIdentity', { id })).toBe('auth.confirmation_required');
    await control(`update user_session set confirmed_at = now() where user_id = $1`, [somebody.userId]);
    expect(await ask((await person()).token, 'account.removeIdentity', { id })).toBe('user_identity.not_found');
    expect(await ask(somebody.token, 'account.removeIdentity', { id })).toEqual({ id, endedSessions: 1 });
    expect(await ask(opened.cookie.split('=')[1] ?? '', 'account.get')).toBe('auth.invalid_token');
  });
});

describe('what a provider sends back', () => {
  it('is taken once, in the browser that was sent there, and for some minutes only', async () => {
    const somebody = await person();
    issuer.says(ownAddress(somebody.email));
    const sent = await goTo(server, 'google');
    expect((await comeBack(server, { ...sent, cookie: '' })).body.code).toBe('auth.authorization_ended');
    const elsewhere = await goTo(server, 'google');
    expect((await comeBack(server, { ...sent, cookie: elsewhere.cookie })).body.code).toBe('auth.authorization_ended');
    expect((await comeBack(server, sent)).body).toEqual({ url: home() });
    expect((await comeBack(server, sent)).body.code).toBe('auth.authorization_ended');
    await control(`update authorization_request set expires_at = now()`);
    expect((await comeBack(server, elsewhere)).body.code).toBe('auth.authorization_ended');
  });

  it('is refused with another state, from another provider, and where the person did not agree', async () => {
    const sent = await goTo(server, 'google');
    const changed = new URLSearchParams(sent.answer);
    changed.set('state', `${(changed.get('state') ?? '').slice(0, -1)}x`);
    expect((await comeBack(server, { ...sent, answer: changed.toString() })).body.code).toBe(
      'auth.authorization_ended',
    );
    // A code of one provider, with the state of another.
    const [here, there] = [await goTo(server, 'google'), await goTo(server, 'linkedin')];
    const mixed = new URLSearchParams(here.answer);
    mixed.set('code', new URLSearchParams(there.answer).get('code') ?? '');
    expect((await comeBack(server, { ...here, answer: mixed.toString() })).body.code).toBe('auth.provider_refused');
    const named = new URLSearchParams((await goTo(server, 'google')).answer);
    const third = await goTo(server, 'google');
    named.set('state', new URLSearchParams(third.answer).get('state') ?? '');
    named.set('iss', other.url);
    expect((await comeBack(server, { ...third, answer: named.toString() })).body.code).toBe('auth.provider_refused');
    const fourth = await goTo(server, 'google');
    const denied = new URLSearchParams({
      error: 'access_denied',
      state: new URLSearchParams(fourth.answer).get('state') ?? '',
    });
    expect((await comeBack(server, { ...fourth, answer: denied.toString() })).body.code).toBe(
      'auth.provider_cancelled',
    );
  });

  it.each([
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: null }],
    ['another audience', { aud: 'somebody-else' }],
    ['several audiences and none of them authorized', { aud: ['somebody-else', 'us-at-google'], azp: 'somebody-else' }],
    ['another issuer', { iss: 'https://accounts.google.com' }],
    ['a time that is over', { exp: Math.floor(Date.now() / 1000) - 600 }],
    ['no subject', { sub: null }],
    ['an endless subject', { sub: 'x'.repeat(300) }],
  ])('is refused with a token that has %s', async (_what, wrong) => {
    const somebody = await person();
    issuer.says({ ...ownAddress(somebody.email), ...wrong });
    expect((await through('google')).code).toBe('auth.provider_refused');
    expect((await accountOf(somebody)).identities.items).toEqual([]);
  });

  it('is refused with a token that nobody signed, that was changed, or that another issuer signed', async () => {
    const somebody = await person();
    const claims = ownAddress(somebody.email);
    issuer.says(claims);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payloadOf = (token: unknown) =>
      JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString());
    issuer.answers((body) => (body['id_token'] = `${part({ alg: 'none' })}.${part(payloadOf(body['id_token']))}.`));
    expect((await through('google')).code).toBe('auth.provider_refused');
    issuer.answers((body) => {
      const [header = '', , signature = ''] = String(body['id_token']).split('.');
      body['id_token'] = `${header}.${part({ ...payloadOf(body['id_token']), sub: 'somebody-else' })}.${signature}`;
    });
    expect((await through('google')).code).toBe('auth.provider_refused');
    issuer.answers((body) => delete body['id_token']);
    expect((await through('google')).code).toBe('auth.provider_refused');
    expect((await accountOf(somebody)).identities.items).toEqual([]);
  });
});

describe('the sign-in page', () => {
  it('offers what is set up, and says so in the language of the browser', async () => {
    const page = await fetch(`${server.url}/sign-in`, { headers: { 'Accept-Language': 'de' } });
    const text = await page.text();
    expect(text).toContain('Weiter mit Google');
    expect(text).toContain('Weiter mit LinkedIn');
    expect(text).not.toContain('Microsoft');
    expect((await postAsPage(server, '/sign-in/with', { provider: 'microsoft' })).body.code).toBe(
      'identity_provider.not_found',
    );
  });

  it('says where a provider does not answer', async () => {
    const silent = await startTestIssuer();
    const alone = await startTestServer({
      env: {
        ...hostedEnvironment,
        GOOGLE_CLIENT_ID: 'us',
        GOOGLE_CLIENT_SECRET: 'a secret',
        GOOGLE_ISSUER: silent.url,
        IDENTITY_ALLOW_PRIVATE: 'true',
      },
    });
    await silent.stop();
    expect((await postAsPage(alone, '/sign-in/with', { provider: 'google' })).body.code).toBe(
      'auth.provider_unreachable',
    );
    await alone.stop();
  });
});
