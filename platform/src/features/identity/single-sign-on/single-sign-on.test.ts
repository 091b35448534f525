import { randomUUID } from 'node:crypto';
import { fromPublicId } from '@tabard/contract';
import type { Domain } from '@tabard/contract/identity/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  comeBack,
  createPerson,
  goToCompany,
  hostedOrigin,
  mailsTo,
  plantDomains,
  postAsPage,
  startTestIssuer,
  testPassword,
  type Domains,
  type TestIssuer,
} from '../../../../test/fixture/index.ts';

type Planted = Awaited<ReturnType<Domains['plant']>>;

let domains: Domains;
let planted: Planted;
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startTestIssuer();
  domains = await plantDomains({ IDENTITY_ALLOW_PRIVATE: 'true' });
  planted = await domains.plant();
});
afterAll(() => Promise.all([domains.stop(), issuer.stop()]));
beforeEach(() => issuer.says({}));

/** Domains of mail that nobody of another test has. */
const newDomain = () => `${randomUUID().slice(0, 8)}.client.example`;
const place = () => ({ organizationId: planted.org('agency') });
/** A domain that the agency has proven. */
async function prove(host: string): Promise<Domain> {
  const claimed = await planted.claim(host, place());
  const [proof] = (claimed as Domain).records;
  domains.names.set(proof?.name ?? '', { TXT: [proof?.value ?? ''] });
  return planted.check(claimed);
}
const set = (more: object = {}, token = planted.token) =>
  planted.ask(token, 'identityProviders.set', {
    ...place(),
    kind: 'oidc',
    name: 'Client AG',
    issuer: issuer.url,
    clientId: 'us',
    clientSecret: 'a secret',
    ...more,
  });
const control = (text: string, values: unknown[] = []) =>
  domains.server.platform.app.database.control((_em, sql) => sql(text, values));
const says = (email: string, more: object = {}) =>
  issuer.says({ sub: randomUUID(), email, name: 'Uma Client', ...more });
const through = async (email: string) =>
  (await comeBack(domains.server, await goToCompany(domains.server, email))).body;
const way = async (email: string) => (await postAsPage(domains.server, '/sign-in/way', { email })).body;
const page = async (path = '/sign-in') => (await fetch(domains.server.url + path)).text();
const client = () => planted.wsp('client');

/** Somebody of the workspace with an address of a domain. */
async function person(domain: string, role: 'viewer' | 'org_admin' = 'viewer') {
  const where =
    role === 'viewer'
      ? { organizationId: planted.tree.agency, workspaceId: planted.workspaces.client }
      : { organizationId: planted.tree.agency };
  const somebody = await createPerson(domains.server, { role, ...where });
  const email = `${randomUUID().slice(0, 8)}@${domain}`;
  await control('update app_user set email = $2 where id = $1', [somebody.userId, email]);
  return { ...somebody, email };
}

describe('the sign-in of a company', () => {
  it('captures only domains that the organization has proven, for as long as it has', async () => {
    const domain = newDomain();
    expect(await set({ domains: [domain] })).toMatchObject({
      code: 'identity_provider.domain_unproven',
      details: [{ path: 'domains.0' }],
    });
    const proven = await prove(domain);
    expect(proven.state).toBe('verified');
    expect(await set({ domains: [domain.toUpperCase()] })).toMatchObject({
      kind: 'oidc',
      issuer: issuer.url,
      domains: [{ domain, isProven: true }],
      isEnforced: false,
      join: null,
    });
    expect((await way(`uma@${domain}`)).leave).toContain(issuer.url);
    expect(await way('uma@elsewhere.example')).toEqual({ isOwn: true });
    await planted.ask(planted.token, 'domains.remove', { id: proven.id });
    expect(await way(`uma@${domain}`)).toEqual({ isOwn: true });
    const { items } = await planted.ask(planted.token, 'identityProviders.list', place());
    expect(items[0].domains).toEqual([{ domain, isProven: false }]);
  });

  it('takes people in on their first day, with the role that was said, and knows them again by their subject', async () => {
    const domain = newDomain();
    await prove(domain);
    await set({ domains: [domain], join: { role: 'viewer', workspaceId: client() } });
    const email = `new@${domain}`;
    says(email);
    const opened = await comeBack(domains.server, await goToCompany(domains.server, email));
    expect(opened.body).toEqual({ url: `${hostedOrigin}/app/${client()}` });
    expect(await through(email)).toEqual({ url: `${hostedOrigin}/app/${client()}` });
    const rows = await control(
      `select m.role, u.name, u.password_hash from member m join app_user u on u.id = m.user_id where u.email = $1`,
      [email],
    );
    expect(rows).toEqual([{ role: 'viewer', name: 'Uma Client', password_hash: null }]);
    const account = await planted.ask(opened.cookie.split('=')[1] ?? '', 'account.get');
    expect(account).toMatchObject({
      hasPassword: false,
      identities: { items: [{ kind: 'oidc', name: 'Client AG', email }] },
    });
    // Without it they are invited first.
    await set({ join: null });
    says(`other@${domain}`);
    expect((await through(`other@${domain}`)).code).toBe('user_identity.unknown');
  });

  it('signs in who was here before, and tells them; but nobody whose address is another company’s, or was somebody else’s', async () => {
    const domain = newDomain();
    await prove(domain);
    await set({ domains: [domain], join: null });
    const somebody = await person(domain);
    says(somebody.email);
    expect((await through(somebody.email)).url).toContain('/app/');
    expect((await mailsTo(domains.server, somebody.email)).map(({ kind }) => kind)).toEqual(['account-notice']);
    says('boss@elsewhere.example');
    expect((await through(somebody.email)).code).toBe('user_identity.unverified');
    says(somebody.email, { email_verified: false });
    expect((await through(somebody.email)).code).toBe('user_identity.unverified');
    says(somebody.email, { sub: 'whoever has the address now' });
    expect((await through(somebody.email)).code).toBe('user_identity.recycled');
  });

  it('lets nobody sign up with a password that would never let them in', async () => {
    const domain = newDomain();
    await prove(domain);
    await planted.say(planted.token, 'operator', { set: { signUp: true } });
    const ask = async (email: string) =>
      (await postAsPage(domains.server, '/sign-up', { name: 'Uma Client', email, password: 'tulip ferry marble noon' }))
        .body;
    const begun = `${randomUUID()}@${domain}`;
    expect((await ask(begun)).ending).toBeDefined();
    await expect.poll(async () => (await mailsTo(domains.server, begun)).length).toBe(1);
    const [mail] = await mailsTo(domains.server, begun);
    await set({ domains: [domain], isEnforced: true });
    expect((await ask(`${randomUUID()}@${domain}`)).code).toBe('auth.single_sign_on_required');
    expect((await ask(`${randomUUID()}@elsewhere.example`)).ending).toBeDefined();
    // Nor is it confirmed where it began before.
    const code = new URL(mail?.url ?? '').hash.slice(1);
    const confirmed = await postAsPage(domains.server, '/sign-up/confirm', {
      code,
      password: 'tulip ferry marble noon',
      workspace: 'Uma',
    });
    expect(confirmed.body.code).toBe('auth.single_sign_on_required');
    expect(await control('select from app_user where email = $1', [begun])).toEqual([]);
    await planted.say(planted.token, 'operator', { set: { signUp: false } });
  });

  it('is the only way in where it is enforced, but for the owners who can mend it', async () => {
    const domain = newDomain();
    await prove(domain);
    const [somebody, owner] = [await person(domain), await person(domain, 'org_admin')];
    const signIn = (email: string) => postAsPage(domains.server, '/sign-in', { email, password: testPassword });
    await set({ domains: [domain], isEnforced: true });
    expect((await signIn(somebody.email)).body.code).toBe('auth.single_sign_on_required');
    expect(
      (await domains.server.call('sessions.signIn', { email: somebody.email, password: testPassword })).body.error.data
        .code,
    ).toBe('auth.single_sign_on_required');
    // A wrong password tells nobody that there is such a person.
    expect((await postAsPage(domains.server, '/sign-in', { email: somebody.email, password: 'wrong' })).body.code).toBe(
      'auth.invalid_credentials',
    );
    await postAsPage(domains.server, '/sign-in/by-mail', { email: somebody.email });
    await expect.poll(async () => (await mailsTo(domains.server, somebody.email)).length).toBe(1);
    const [mail] = await mailsTo(domains.server, somebody.email);
    const code = new URL(mail?.url ?? '').hash.slice(1);
    expect((await postAsPage(domains.server, '/sign-in/link', { code })).body.code).toBe(
      'auth.single_sign_on_required',
    );
    says(somebody.email);
    expect((await through(somebody.email)).url).toContain('/app/');
    expect((await signIn(owner.email)).body.code).toBeUndefined();
    // An address of elsewhere is not the company's matter.
    const guest = await person('elsewhere.example');
    expect((await signIn(guest.email)).body.url).toContain('/app/');
  });

  it('is asked for by the address, before the password, only where there is one', async () => {
    expect(await page()).toContain('Give your email address to go on.');
    expect(await page('/sign-in?with=password')).not.toContain('Give your email address to go on.');
  });
});

describe('setting it up', () => {
  it('is for those who manage the organization, who showed that it is them, and hands out no role above their own', async () => {
    const viewer = await planted.signIn('viewer', 'agency', 'client');
    expect((await set({}, viewer)).code).toMatch(/permission_denied|not_found/);
    const admin = await planted.signIn('org_admin', 'agency');
    expect((await set({ join: { role: 'super_admin' } }, admin)).code).toMatch(/member\.role_(exceeded|misplaced)/);
    expect((await set({ join: { role: 'viewer', workspaceId: planted.wsp('beside') } }, admin)).code).toBe(
      'workspace.not_found',
    );
    const saved = await set({}, admin);
    expect(saved.id).toMatch(/^idp_/);
    const stranger = await (await domains.plant()).signIn('org_admin', 'agency');
    for (const path of ['identityProviders.remove', 'identityProviders.test'])
      expect((await planted.ask(stranger, path, { id: saved.id }, 'client')).code).toMatch(/not_found/);
    await control(`update user_session set confirmed_at = now() - interval '1 hour'`);
    expect((await set({}, admin)).code).toBe('auth.confirmation_required');
    await control(`update user_session set confirmed_at = now()`);
  });

  it('keeps the secret sealed, shows it nobody, and gives it to no other issuer than it was given for', async () => {
    const saved = await set();
    expect(JSON.stringify(saved)).not.toContain('a secret');
    const [row] = await domains.server.platform.app.database.maintain<{ client_secret: string }>(
      'select client_secret from identity_provider where id = $1',
      [fromPublicId('identityProvider', saved.id)],
    );
    expect(row?.client_secret).not.toContain('a secret');
    expect((await set({ clientSecret: undefined, name: 'Client SE' })).name).toBe('Client SE');
    expect(await set({ clientSecret: undefined, issuer: 'https://evil.example' })).toMatchObject({
      code: 'identity_provider.incomplete',
      details: [{ path: 'clientSecret' }],
    });
  });

  it.each([
    ['issuer', 'javascript:alert(1)'],
    ['issuer', 'https://user:password@issuer.example'],
    ['issuer', 'https://issuer.example/?a=b'],
    ['issuer', 'issuer'],
  ])('refuses %s %s', async (path, value) => {
    expect(await set({ [path]: value })).toMatchObject({
      code: 'identity_provider.address_refused',
      details: [{ path }],
    });
  });

  it('tests the connection, and says what is wrong with it', async () => {
    const { id } = await set();
    const test = () => planted.ask(planted.token, 'identityProviders.test', { id });
    expect(await test()).toEqual({
      isWorking: true,
      checks: ['discovery', 'keys', 'flow', 'client'].map((check) => ({ check, isWorking: true, code: null })),
    });
    issuer.knows('another secret');
    expect((await test()).checks.at(-1)).toEqual({
      check: 'client',
      isWorking: false,
      code: 'identity_provider.client_refused',
    });
    issuer.describes({ response_types_supported: ['id_token'] });
    expect((await test()).checks.at(-1)).toMatchObject({ check: 'flow', code: 'identity_provider.flow_missing' });
    issuer.describes({ issuer: 'https://accounts.google.com' });
    expect((await test()).checks).toEqual([{ check: 'discovery', isWorking: false, code: 'auth.provider_refused' }]);
    issuer.describes({});
  });

  it('has an app of the organization at an open provider under its own host names, and nowhere else', async () => {
    const host = `app.${newDomain()}`;
    await planted.active(host, place());
    const google = await set({
      kind: 'google',
      issuer: undefined,
      name: undefined,
      domains: ['ignored.example'],
      isEnforced: true,
    });
    expect(google).toMatchObject({
      kind: 'google',
      name: 'Google',
      issuer: 'https://accounts.google.com',
      domains: [],
      isEnforced: false,
    });
    const { redirectUrls } = await planted.ask(planted.token, 'identityProviders.list', place());
    expect(redirectUrls).toContain(`https://${host}/sign-in/callback`);
    expect(await page()).not.toContain('Google');
    const offered = await postAsPage(domains.server, '/sign-in/with', {
      provider: google.id,
    });
    expect(offered.body.code).toBe('identity_provider.not_found');
    await planted.ask(planted.token, 'identityProviders.remove', { id: google.id });
    expect(
      (await planted.ask(planted.token, 'identityProviders.list', place())).items.map(
        ({ kind }: { kind: string }) => kind,
      ),
    ).toEqual(['oidc']);
  });
});
