import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, processEnvironment } from '@tabard/testing';
import { startTestServer, testPassword, type TestServer, type TestTenant } from '../fixture/index.ts';

const program = join(import.meta.dirname, '../../../examples/agency-portal/server.ts');

let server: TestServer;
let member: TestTenant;
let stranger: TestTenant;
let child: ChildProcess;
let url: string;
beforeAll(async () => {
  server = await startTestServer();
  [member, stranger] = [await server.createTenant(), await server.createTenant()];
  const port = await freePort();
  const clients = [{ slug: 'one', name: 'Client One', workspaceId: member.publicId }];
  child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: {
      ...processEnvironment(),
      PORT: String(port),
      API_URL: server.url,
      API_KEY: member.apiKey,
      CLIENTS: JSON.stringify(clients),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data'); // piped just above
  url = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  await server.stop();
});

const emailOf = (tenant: TestTenant) => `${tenant.workspaceId}@example.com`;
async function signIn(email: string, password = testPassword): Promise<{ location: string | null; cookie: string }> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    redirect: 'manual',
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { location: answer.headers.get('location'), cookie };
}
const openSession = (cookie: string) =>
  fetch(`${url}/one/session`, { method: 'POST', headers: { cookie }, redirect: 'manual' });

describe("the example agency's portal", () => {
  it('lets members of its clients in, and nobody else who has an account on the platform', async () => {
    const { location, cookie } = await signIn(emailOf(member));
    expect(location).toBe('/');
    expect((await openSession(cookie)).status).toBe(200);
    expect(await signIn(emailOf(stranger))).toEqual({ location: '/sign-in?failed=stranger', cookie: '' });
    expect((await signIn(emailOf(member), 'wrong')).location).toBe('/sign-in?failed=wrong');
  });

  it('opens the record that an address names, in the lists whose rows lead to addresses', async () => {
    const { cookie } = await signIn(emailOf(member));
    const page = async (path: string) => (await fetch(`${url}/one/${path}`, { headers: { cookie } })).text();
    for (const [section, prefix] of Object.entries({ mailboxes: 'mbx', templates: 'tpl' })) {
      const id = `${prefix}_${'0'.repeat(32)}`;
      expect(await page(`${section}/${id}`)).toContain(` record-id="${id}"`);
      expect(await page(`${section}/"><script>`)).not.toContain('record-id');
    }
  });

  it('ends a sign-in for every copy of its cookie', async () => {
    const { cookie } = await signIn(emailOf(member));
    expect((await openSession(cookie)).status).toBe(200);
    await fetch(`${url}/sign-out`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    const after = await openSession(cookie);
    expect([after.status, after.headers.get('location')]).toEqual([303, '/sign-in']);
    const forged = await openSession(`portal=${'x'.repeat(43)}`);
    expect(forged.status).toBe(303);
  });

  it('gives no further session to somebody who has left the client since', async () => {
    const leaver = await server.createTenant();
    const { database } = server.platform.app;
    await database.readOrganization('update member set organization_id = $1 where organization_id = $2', [
      member.organizationId,
      leaver.organizationId,
    ]);
    const { cookie } = await signIn(emailOf(leaver));
    expect((await openSession(cookie)).status).toBe(200);
    await database.readOrganization(
      'delete from member where organization_id = $1 and user_id = (select id from app_user where email = $2)',
      [member.organizationId, emailOf(leaver)],
    );
    await expect.poll(async () => (await openSession(cookie)).status, { interval: 250 }).toBe(403);
  });

  it('counts wrong passwords for the person who is guessed at, not for all of the portal', async () => {
    const guessed = await server.createTenant();
    for (let guess = 0; guess < 10; guess++) await signIn(emailOf(guessed), 'wrong');
    expect((await signIn(emailOf(guessed))).location).toBe('/sign-in?failed=wait');
    expect((await signIn(emailOf(member))).location).toBe('/');
  });
});
