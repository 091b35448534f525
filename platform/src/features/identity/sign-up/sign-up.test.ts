import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromPublicId } from '@tabard/contract';
import { newId } from '#kernel';
import { askUnder, codeOf, createPerson, mailsTo, plantDomains, type Domains } from '../../../../test/fixture/index.ts';

const password = 'tulip ferry marble noon';
let world: Domains;
let planted: Awaited<ReturnType<Domains['plant']>>;
let host = '';
let nth = 0;
beforeAll(async () => {
  world = await plantDomains();
});
afterAll(() => world.stop());
beforeEach(async () => {
  planted = await world.plant();
  host = `join-${++nth}.client.example`;
  await planted.active(host, { organizationId: planted.org('agency') });
  // Until this process knows of the name.
  await vi.waitFor(
    async () => {
      if ((await askUnder(world.server, host, '/sign-in')).status !== 200) throw new Error('not known yet');
    },
    { timeout: 20_000 },
  );
});

const say = (set: object, at: 'operator' | 'vendor' | 'agency' = 'agency', more: object = {}) =>
  planted.say(planted.token, at, { set, ...more });
const post = (path: string, body: object, headers = {}) => askUnder(world.server, host, path, { body, headers });
const ask = (email: string, more: object = {}, headers = {}) =>
  post('/sign-up', { name: 'Cleo Client', email, password, ...more }, headers);
const anAddress = (domain = 'client.example') => `${newId()}@${domain}`;
const rows = <T extends object>(statement: string, values: unknown[]) =>
  world.server.platform.app.database.readOrganization<T & Record<string, unknown>>(statement, values);
const usersOf = (email: string) => rows('select id from app_user where email = $1', [email]);

async function linkFor(email: string, more: object = {}, headers = {}): Promise<string> {
  expect((await ask(email, more, headers)).status).toBe(200);
  await expect.poll(async () => (await mailsTo(world.server, email)).length).toBeGreaterThan(0);
  return codeOf((await mailsTo(world.server, email)).at(-1)?.url);
}
const confirm = (code: string, more: object = {}) =>
  post('/sign-up/confirm', { code, password, workspace: 'Cleo & Co', ...more });

describe('somebody who was not invited', () => {
  it('finds no way in unless an organization above opens it, and none where one above has locked it', async () => {
    const offered = async () => (await askUnder(world.server, host, '/sign-in')).text.includes('href="/sign-up"');
    expect(await offered()).toBe(false);
    expect((await askUnder(world.server, host, '/sign-up')).headers.location).toBe(`https://${host}/sign-in`);
    expect((await ask(anAddress())).json.code).toBe('sign_up.closed');
    await say({ signUp: true }, 'operator');
    expect(await offered()).toBe(true);
    await say({ signUp: false });
    expect(await offered()).toBe(false);
    await say({ signUp: true });
    await say({ signUp: false }, 'operator', { lock: ['signUp'] });
    expect(await offered()).toBe(false);
    const refused = await planted.ask(planted.token, 'settings.update', { set: { signUp: true } });
    expect(refused.code).toBe('request.invalid');
  });

  it('gets a mail in the brand and the language of the page, confirms it with the password, and owns a workspace', async () => {
    await say({ signUp: true, displayName: 'Northlight', timeZone: 'Europe/Paris', dailyCap: 40 });
    const email = anAddress();
    const page = await askUnder(world.server, host, '/sign-up', { headers: { 'Accept-Language': 'de' } });
    expect(page.text).toContain('Konto anlegen');
    expect(page.text + JSON.stringify(page.headers)).not.toMatch(/agency\.example|tabard/i);
    const code = await linkFor(email, {}, { 'Accept-Language': 'de' });
    expect((await mailsTo(world.server, email))[0]).toMatchObject({
      kind: 'sign-up-link',
      subject: 'Bestätigen Sie Ihre Adresse (Northlight)',
      locale: 'de',
      url: `https://${host}/sign-up/confirm#${code}`,
    });
    expect(await usersOf(email)).toEqual([]);
    expect((await post('/sign-up/confirm/look', { code })).json.text).toContain(email);
    const { json, cookie } = await confirm(code);
    expect(cookie).toMatch(/app-session=us_/);
    const workspaceId = /\/app\/(wsp_\w+)$/.exec(json.url)?.[1] ?? '';
    const [made] = await rows<{ name: string; organization_id: string; time_zone: string; daily_cap: number }>(
      'select name, organization_id, time_zone, daily_cap from workspace where id = $1',
      [fromPublicId('workspace', workspaceId)],
    );
    expect(made).toEqual({
      name: 'Cleo & Co',
      organization_id: planted.tree.agency,
      time_zone: 'Europe/Paris',
      daily_cap: 40,
    });
    const members = await rows(
      `select m.role, u.name from member m join app_user u on u.id = m.user_id where u.email = $1`,
      [email],
    );
    expect(members).toEqual([{ role: 'workspace_admin', name: 'Cleo Client' }]);
    expect((await confirm(code)).json.code).toBe('sign_up.link_spent');
    expect((await post('/sign-in', { email, password })).json.url).toBe(json.url);
    const noted = await world.server.platform.app.database.write(planted.tree.agency, (_em, sql) =>
      sql<{ act: string }>(`select act from audit_log where act like 'signUps.%' order by act`),
    );
    expect(noted.map(({ act }) => act)).toEqual(['signUps.begin', 'signUps.confirm']);
  });

  it('is answered alike whether somebody has the address or not, and who has it is told by mail', async () => {
    await say({ signUp: true });
    const known = await createPerson(world.server, {
      role: 'viewer',
      organizationId: planted.tree.agency,
      workspaceId: planted.workspaces.client,
    });
    const nobody = anAddress();
    const [real, none] = [await ask(known.email), await ask(nobody)];
    const essence = ({ status, text }: typeof real, email: string) => [status, text.replace(email, '…')];
    expect(essence(real, known.email)).toEqual(essence(none, nobody));
    await expect
      .poll(async () => (await mailsTo(world.server, known.email)).map(({ kind }) => kind))
      .toEqual(['sign-up-known']);
    const [mail] = await mailsTo(world.server, known.email);
    expect(mail?.url).toBe(`https://${host}/sign-in`);
    expect(await usersOf(known.email)).toHaveLength(1);
  });

  it('cannot have what a stranger began confirmed by a click: the password is asked for, and tries are counted', async () => {
    await say({ signUp: true });
    const email = anAddress();
    const code = await linkFor(email);
    expect((await confirm(code, { password: 'another one of somebody' })).json).toMatchObject({
      code: 'auth.invalid_credentials',
      message: 'The password is wrong.',
    });
    await rows('update sign_up set tries = 10 where email = $1', [email]);
    expect((await confirm(code)).json.code).toBe('sign_up.link_spent');
    expect(await usersOf(email)).toEqual([]);
  });

  it('is refused a weak password, a domain that is not taken, and missing terms, before anything is written down', async () => {
    await say({
      signUp: true,
      signUpDomains: ['client.example', 'partner.example'],
      signUpBlockedDomains: ['throwaway.client.example'],
      termsUrl: 'https://northlight.example/terms',
      termsVersion: '2026-12',
    });
    const email = anAddress();
    expect((await ask(email, { password: 'short', terms: 'yes' })).json.code).toBe('user.password_short');
    expect((await ask(email, { password: 'password1234', terms: 'yes' })).json.code).toBe('user.password_common');
    for (const domain of ['elsewhere.example', 'notclient.example', 'throwaway.client.example'])
      expect((await ask(anAddress(domain), { terms: 'yes' })).json.code).toBe('sign_up.domain_refused');
    // What a box without a tick would send, had it a value.
    expect((await ask(email, { terms: 'no' })).json.code).toBe('sign_up.terms_required');
    expect(await rows('select from sign_up where organization_id = $1', [planted.tree.agency])).toEqual([]);
    const page = await askUnder(world.server, host, '/sign-up');
    expect(page.text).toContain('href="https://northlight.example/terms"');
    const below = anAddress('mail.partner.example');
    const code = await linkFor(below, { terms: 'yes' });
    expect((await confirm(code)).json.url).toBeDefined();
    const [person] = await rows<{ terms_accepted_at: Date }>(
      'select terms_url, terms_version, terms_accepted_at from app_user where email = $1',
      [below],
    );
    expect(person).toMatchObject({ terms_url: 'https://northlight.example/terms', terms_version: '2026-12' });
    expect(person?.terms_accepted_at).toBeInstanceOf(Date);
  });

  it('has a link that is good once, for a day, under its own name, and while the door is open', async () => {
    await say({ signUp: true });
    const email = anAddress();
    const code = await linkFor(email);
    expect((await confirm(`${code.slice(0, -1)}x`)).json.code).toBe('sign_up.link_wrong');
    await say({ signUp: false });
    expect((await confirm(code)).json.code).toBe('sign_up.closed');
    await say({ signUp: true });
    await rows('update sign_up set expires_at = now() where email = $1', [email]);
    expect((await confirm(code)).json.code).toBe('sign_up.link_spent');
    const other = await linkFor(anAddress());
    await rows('update sign_up set organization_id = $1 where code_hash is not null and used_at is null', [
      planted.tree.vendor,
    ]);
    expect((await confirm(other)).json.code).toBe('sign_up.link_spent');
  });

  it('is one of two who come at once with the same link, and one workspace is made', async () => {
    await say({ signUp: true });
    const email = anAddress();
    const code = await linkFor(email);
    const answers = await Promise.all([confirm(code), confirm(code)]);
    expect(answers.filter(({ json }) => json.url)).toHaveLength(1);
    expect(await rows('select from workspace where organization_id = $1', [planted.tree.agency])).toHaveLength(2);
  });

  it('is not flooded with mails, and what is answered does not tell', async () => {
    await say({ signUp: true });
    const email = anAddress();
    const answers = [];
    for (let index = 0; index < 5; index++) answers.push((await ask(email)).status);
    expect(new Set(answers)).toEqual(new Set([200]));
    await expect.poll(async () => (await rows('select from sign_up where email = $1', [email])).length).toBe(3);
  });
});
