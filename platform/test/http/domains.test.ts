import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertMember } from '#features/identity/member';
import { createUser } from '#features/identity/user';
import { newId } from '#kernel';
import { askUnder, codeOf, mailsTo, plantDomains, SoftPasskey, testPassword, type Domains } from '../fixture/index.ts';

let world: Domains;
let planted: Awaited<ReturnType<Domains['plant']>>;
/** The name of the client, of the agency's other client, and of the installation. */
let host = '';
const own = 'app.agency.example';
let nth = 0;
beforeAll(async () => {
  world = await plantDomains();
});
afterAll(() => world.stop());
beforeEach(async () => {
  planted = await world.plant();
  host = `portal-${++nth}.client.example`;
  await planted.ask(planted.token, 'settings.update', { set: { displayName: `Client ${nth}`, color: '#c2185b' } });
});

/** Waits until this process knows of a change. */
const known = (name: string, status = 200) =>
  expect.poll(async () => (await askUnder(world.server, name, '/sign-in')).status, { timeout: 20_000 }).toBe(status);
const active = async (name = host, more?: object) => {
  const domain = await planted.active(name, more);
  await known(name);
  return domain;
};

/** Somebody new who is a client of a workspace. */
async function person(workspace: 'client' | 'beside' = 'client') {
  const email = `${newId()}@example.com`;
  const organizationId = planted.tree[workspace === 'client' ? 'agency' : 'vendor'];
  await world.server.platform.app.database.control(async (_em, sql) => {
    const userId = await createUser(sql, { email, name: 'Cleo', password: testPassword });
    await insertMember(sql, { userId, role: 'client', organizationId, workspaceId: planted.workspaces[workspace] });
  });
  return { email, password: testPassword };
}
const signIn = (name: string, body: object) => askUnder(world.server, name, '/sign-in', { body });

describe('a request under a claimed name', () => {
  it('is answered 421 until the name is proven and leads here, and again once it is given back', async () => {
    const claimed = await planted.claim(host);
    expect((await askUnder(world.server, host, '/sign-in')).status).toBe(421);
    planted.setRecords(claimed);
    const domain = await planted.check(claimed);
    await known(host);
    expect((await askUnder(world.server, `${host.toUpperCase()}.:8443`, '/sign-in')).status).toBe(200);
    await planted.ask(planted.token, 'domains.remove', { id: domain.id });
    await known(host, 421);
  });

  it('gets the pages in the brand of whoever has it, and nothing of the installation', async () => {
    await active();
    for (const path of [
      '/sign-in',
      '/sign-in/forgotten',
      '/sign-in/link',
      '/sign-up/confirm',
      '/invitation',
      '/errors/request-invalid',
      '/nowhere',
    ]) {
      const page = await askUnder(world.server, host, path, { headers: { Accept: 'text/html' } });
      expect(page.text, path).toContain(`<header>Client ${nth}</header>`);
      expect(page.text + JSON.stringify(page.headers), path).not.toMatch(/agency\.example|tabard/i);
    }
    expect((await askUnder(world.server, host, '/')).headers.location).toBe(`https://${host}/sign-in`);
    expect((await askUnder(world.server, host, '/setup')).status).toBe(404);
    expect((await askUnder(world.server, own, '/sign-in')).text).not.toContain('<header>');
  });

  it('gets what the name is for, and nothing else', async () => {
    const statuses = async (purpose: string) => {
      const name = `${purpose}-${host}`;
      const domain = await planted.active(name, { purpose, workspaceId: planted.wsp('client') });
      expect(domain.state).toBe('active');
      const health = async () => (await askUnder(world.server, name, '/errors/request-invalid')).status;
      if (purpose !== 'mail') await expect.poll(health, { timeout: 20_000 }).toBe(200);
      const asked = ['/sign-in', '/rpc/sessions.current', '/u/not-a-token'];
      return Promise.all(asked.map(async (path) => (await askUnder(world.server, name, path)).status));
    };
    expect(await statuses('api')).toEqual([404, 401, 404]);
    expect(await statuses('links')).toEqual([404, 404, 404]);
    expect(await statuses('mail')).toEqual([421, 421, 404]);
  });
});

describe('somebody who signs in under a name', () => {
  it('sees the workspace of the name, at the address of the name', async () => {
    await active();
    const { json, cookie, status } = await signIn(host, await person());
    expect([status, json.url]).toEqual([200, `https://${host}/app/${planted.wsp('client')}`]);
    const page = await askUnder(world.server, host, new URL(json.url).pathname, { headers: { Cookie: cookie } });
    expect(page.status).toBe(200);
    expect(page.text).toContain(`base-url="https://${host}"`);
    expect(page.text + JSON.stringify(page.headers)).not.toMatch(/agency\.example/);
    const session = await askUnder(world.server, host, '/app/session', {
      body: { workspaceId: planted.wsp('client') },
      headers: { Cookie: cookie },
    });
    const headers = { Authorization: `Bearer ${session.json.clientSecret}`, Origin: `https://${host}` };
    const current = await askUnder(world.server, host, '/rpc/sessions.current', { headers });
    expect(current.json.result.data.workspace.id).toBe(planted.wsp('client'));
  });

  it('has passkeys of the name, which open nothing under another one', async () => {
    await active();
    const { cookie } = await signIn(host, await person());
    const session = await askUnder(world.server, host, '/app/session', {
      body: { workspaceId: planted.wsp('client') },
      headers: { Cookie: cookie },
    });
    const headers = { Authorization: `Bearer ${session.json.clientSecret}` };
    const rpc = async (path: string, body: object = {}) =>
      (await askUnder(world.server, host, `/rpc/${path}`, { body, headers })).json.result.data;
    const { options } = await rpc('account.beginPasskey');
    expect(options.rp).toEqual({ id: host, name: `Client ${nth}` });
    const passkey = new SoftPasskey(`https://${host}`);
    const added = await rpc('account.addPasskey', { name: 'Laptop', credential: passkey.make(options) });
    expect(added.passkeys).toMatchObject({ host, items: [{ host, isHere: true }] });
    const open = async (name: string, otherwise = {}) => {
      const begun = await askUnder(world.server, name, '/sign-in/passkey/begin', { body: {} });
      const credential = passkey.unlock(begun.json.options, otherwise);
      return askUnder(world.server, name, '/sign-in/passkey', { body: { credential } });
    };
    expect((await open(host)).json.url).toBe(`https://${host}/app/${planted.wsp('client')}`);
    for (const otherwise of [{}, { origin: `https://${own}` }, { origin: `https://${own}`, host: own }])
      expect((await open(own, otherwise)).json.code).toBe('auth.passkey_refused');
  });

  it('approves with a phone what asks under the same name, and nothing that asks under another one', async () => {
    await active();
    const somebody = await person();
    const phone = { [host]: (await signIn(host, somebody)).cookie, [own]: (await signIn(own, somebody)).cookie };
    const look = (name: string, letters: string) =>
      askUnder(world.server, name, '/sign-in/approve/look', { body: { letters }, headers: { Cookie: phone[name]! } });
    for (const [here, elsewhere] of [
      [host, own],
      [own, host],
    ] as const) {
      const { json } = await askUnder(world.server, here, '/sign-in/phone', { body: {} });
      expect((await look(elsewhere, json.shown.letters)).json.code).toBe('sign_in_request.ended');
      const wait = { body: { token: json.shown.token, opened: false } };
      expect((await askUnder(world.server, elsewhere, '/sign-in/phone/wait', wait)).json.code).toBe(
        'sign_in_request.ended',
      );
      expect((await look(here, json.shown.letters)).json.asks).toHaveLength(5);
    }
  });

  it('and belongs to another workspace is told what a stranger is told', async () => {
    await active();
    const foreign = await person('beside');
    const refused = await signIn(host, foreign);
    const stranger = await signIn(host, { email: 'nobody@nowhere.example', password: testPassword });
    const plain = ({ json, status }: Awaited<ReturnType<typeof signIn>>) => [status, { ...json, requestId: '' }];
    expect(plain(refused)).toEqual(plain(stranger));
    expect(refused.json.code).toBe('auth.invalid_credentials');
    expect(refused.cookie).toBe('');
    expect((await signIn(own, foreign)).status).toBe(200);
    const rpc = await askUnder(world.server, host, '/rpc/sessions.signIn', { body: foreign });
    expect(rpc.json.error.data.code).toBe('auth.invalid_credentials');
  });

  it('from above is signed in, and led to what is below the name', async () => {
    await active(host, { organizationId: planted.org('agency') });
    const email = `${newId()}@example.com`;
    await world.server.platform.app.database.control(async (_em, sql) => {
      const userId = await createUser(sql, { email, name: 'Vera', password: testPassword });
      await insertMember(sql, { userId, role: 'org_admin', organizationId: planted.tree.vendor });
    });
    const { json } = await signIn(host, { email, password: testPassword });
    expect(json.url).toBe(`https://${host}/app/${planted.wsp('client')}`);
  });

  it('has a cookie that is good under no other name', async () => {
    await active();
    const beside = `beside-${host}`;
    await active(beside, { workspaceId: planted.wsp('beside') });
    const { cookie } = await signIn(host, await person());
    const path = `/app/${planted.wsp('client')}`;
    const show = async (name: string, Cookie: string) =>
      (await askUnder(world.server, name, path, { headers: { Cookie } })).status;
    expect([await show(host, cookie), await show(beside, cookie), await show(own, cookie)]).toEqual([200, 303, 303]);
    const ownCookie = (await signIn(own, await person())).cookie;
    expect([await show(own, ownCookie), await show(host, ownCookie)]).toEqual([200, 303]);
  });

  it('is signed out when the name is given back', async () => {
    const domain = await active();
    const { cookie } = await signIn(host, await person());
    await planted.ask(planted.token, 'domains.remove', { id: domain.id });
    const again = await active();
    expect(again.id).not.toBe(domain.id);
    const page = await askUnder(world.server, host, `/app/${planted.wsp('client')}`, { headers: { Cookie: cookie } });
    expect(page.status).toBe(303);
  });
});

describe('a credential', () => {
  it('of one workspace opens nothing under the name of another', async () => {
    await active();
    const beside = `beside-${host}`;
    await active(beside, { workspaceId: planted.wsp('beside') });
    const key = await world.server.createKey({
      organizationId: planted.tree.agency,
      workspaceId: planted.workspaces.client,
    } as Parameters<typeof world.server.createKey>[0]);
    const current = async (name: string, token: string) =>
      (await askUnder(world.server, name, '/rpc/sessions.current', { headers: { Authorization: `Bearer ${token}` } }))
        .json;
    expect((await current(host, key)).result.data.workspace.id).toBe(planted.wsp('client'));
    expect((await current(beside, key)).error.data.code).toBe('auth.invalid_token');
    // A person's token of the installation's own address, too.
    expect((await current(host, planted.token)).error.data.code).toBe('auth.invalid_token');
  });
});

describe('a link of a mail', () => {
  it('is asked for and followed under the name, and is sent to nobody who has nothing to do there', async () => {
    await active();
    const cleo = await person();
    const foreign = await person('beside');
    const ask = (email: string, name = host) => askUnder(world.server, name, '/sign-in/by-mail', { body: { email } });
    const answers = [await ask(foreign.email), await ask(cleo.email)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await expect.poll(() => mailsTo(world.server, cleo.email)).toHaveLength(1);
    expect(await mailsTo(world.server, foreign.email)).toEqual([]);
    const [mail] = await mailsTo(world.server, cleo.email);
    expect(mail!.url).toContain(`https://${host}/sign-in/link#al_`);
    expect(mail!.subject).toContain(`Client ${nth}`);
    await ask(foreign.email, own);
    await expect.poll(() => mailsTo(world.server, foreign.email)).toHaveLength(1);
    const foreignCode = codeOf((await mailsTo(world.server, foreign.email))[0]?.url);
    const use = (code: string, at = '/sign-in/link') => askUnder(world.server, host, at, { body: { code } });
    for (const at of ['/sign-in/link/look', '/sign-in/link'])
      expect((await use(foreignCode, at)).json.code).toBe('auth.link_wrong');
    expect((await use(codeOf(mail!.url))).json.url).toBe(`https://${host}/app/${planted.wsp('client')}`);
  });

  it('of an invitation to another place is none under this name', async () => {
    await active();
    const invite = async (workspace: 'client' | 'beside') => {
      const workspaceId = planted.wsp(workspace);
      const emails = [`${newId()}@example.com`];
      const made = await planted.ask(planted.token, 'invitations.create', { emails, role: 'viewer', workspaceId });
      return codeOf(made.items[0].link);
    };
    const look = async (code: string) =>
      (await askUnder(world.server, host, '/invitation/look', { body: { code } })).json;
    expect((await look(await invite('beside'))).code).toBe('invitation.link_wrong');
    const code = await invite('client');
    expect((await look(code)).title).toContain('client');
    const body = { code, password: testPassword, name: 'Ivo' };
    expect((await askUnder(world.server, host, '/invitation', { body })).json.url).toBe(
      `https://${host}/app/${planted.wsp('client')}`,
    );
  });
});

describe('whoever asks whether to get a certificate', () => {
  it('is told of names in use, and of no others', async () => {
    const ask = async (name: string) => (await askUnder(world.server, own, `/tls/ask?domain=${name}`)).status;
    expect(await ask(host)).toBe(404);
    const domain = await active();
    expect(await ask(host)).toBe(200);
    for (const name of ['', own, 'nobody.example', `x.${host}`]) expect(await ask(name), name).toBe(404);
    world.names.set(domain.records[0]!.name);
    await planted.check(domain);
    await expect.poll(() => ask(host), { timeout: 20_000 }).toBe(404);
  });

  it('about names that nobody has is slowed down', async () => {
    const ask = () => askUnder(world.server, own, '/tls/ask?domain=nobody.example');
    const answers = await Promise.all(Array.from({ length: 310 }, ask));
    const last = answers.find(({ status }) => status === 429);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
