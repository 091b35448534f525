import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailLinks } from '#features/outreach/tracking';
import { newId } from '#kernel';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { trackingHandler } from './index.ts';
import { VisitBuffer } from './visit-buffer.ts';

let platform: TestPlatform;
let handler: ReturnType<typeof trackingHandler>;
let base: string;
const server = createServer((request, response) => {
  if (!handler(request, response)) response.writeHead(418).end();
});

beforeAll(async () => {
  platform = await startTestPlatform();
  handler = trackingHandler(platform.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listens on TCP
});
afterAll(async () => {
  server.close();
  await handler.stop();
  await platform.stop();
});

const person = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const phone = (model: string) =>
  `Mozilla/5.0 (Linux; Android 13; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36`;
const crawler = `${phone('Nexus 5X Build/MMB29P')} (compatible; Crawlbot/2.1; +http://www.search.example/bot.html)`;
const path = (url: string) => new URL(url).pathname;
const visit = (url: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
  fetch(base + path(url), { redirect: 'manual', ...init, headers: { 'user-agent': person, ...init.headers } });

async function sendMail(workspace: TestWorkspace, sentSecondsAgo = 3600) {
  const { workspaceId } = workspace;
  const [deliveryId, leadId, campaignId] = [newId(), newId(), newId()];
  const email = `${leadId.slice(-12)}@client.example`;
  await workspace.scope.write(async (scope) => {
    await scope.sql(`insert into lead (workspace_id, id, email) values ($1, $2, $3)`, [workspaceId, leadId, email]);
    await scope.sql(
      `insert into delivery (workspace_id, id, mailbox_id, campaign_id, step_id, lead_id, to_address, address_hash, subject, message_id, raw_hash, state, troubled, sent_at)
       values ($1, $2, $2, $3, $3, $4, $5, '', 'Offer', $7, '', 'accepted', false, now() - make_interval(secs => $6))`,
      [workspaceId, deliveryId, campaignId, leadId, email, sentSecondsAgo, deliveryId],
    );
  });
  const links = mailLinks(platform.app);
  return {
    deliveryId,
    leadId,
    email,
    open: links.open(workspaceId, deliveryId),
    click: (url: string) => links.click(workspaceId, deliveryId, url),
    unsubscribe: links.unsubscribe(workspaceId, deliveryId),
  };
}
const eventsOf = async (workspace: TestWorkspace) =>
  (
    await workspace.scope.read<{ type: string; n: number }>(
      'select type, count(*)::int as n from mail_event where workspace_id = $1 group by 1 order by 1',
      [workspace.workspaceId],
    )
  ).map((row) => `${row.type} ${row.n}`);
const suppressionsOf = (workspace: TestWorkspace) =>
  workspace.scope.read('select email, reason from suppression where workspace_id = $1', [workspace.workspaceId]);

describe('the open pixel', () => {
  it('is a picture of 43 bytes that no cache keeps, and stores who opened', async () => {
    const workspace = await platform.createWorkspace();
    const mail = await sendMail(workspace);
    const answer = await visit(mail.open);
    expect(answer.headers.get('content-type')).toBe('image/gif');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await answer.arrayBuffer()).byteLength).toBe(43);
    await expect.poll(() => eventsOf(workspace)).toEqual(['opened 1']);
    const [event] = await workspace.scope.read(`select type, data from event where workspace_id = $1`, [
      workspace.workspaceId,
    ]);
    expect(event).toMatchObject({ type: 'mail.opened', data: { machine: false } });
  });

  it('that is asked for five thousand times is written some dozens of times, and a person still counts beside a machine', async () => {
    const workspace = await platform.createWorkspace();
    const mail = await sendMail(workspace);
    const machine = { headers: { 'user-agent': 'Mimecast-Link-Scanner/2.0' } };
    for (let round = 0; round < 50; round++)
      await Promise.all(
        Array.from({ length: 100 }, () => visit(mail.open, machine).then((each) => each.arrayBuffer())),
      );
    await visit(mail.open);
    await expect.poll(() => eventsOf(workspace)).toEqual(['machine_opened 50', 'opened 1']);
  });

  it.each([
    ['a HEAD request', { method: 'HEAD' }, 3600],
    ['a privacy proxy', { headers: { 'user-agent': 'Mozilla/5.0' } }, 3600],
    ['a scanner', { headers: { 'user-agent': 'Mimecast-Link-Scanner/2.0' } }, 3600],
    ['anybody in the second after sending', {}, 0],
    ['a crawler that looks like a phone', { headers: { 'user-agent': crawler } }, 3600],
  ])('counts %s as a machine', async (_name, init, age) => {
    const workspace = await platform.createWorkspace();
    expect((await visit((await sendMail(workspace, age)).open, init)).status).toBe(200);
    await expect.poll(() => eventsOf(workspace)).toEqual(['machine_opened 1']);
  });
});

describe('a look from a phone', () => {
  it.each(['CUBOT NOTE 50', 'CUBOT', 'Spider X1 Build/TP1A', 'ScanPhone 8'])(
    'called %s is a look of a person',
    async (model) => {
      const workspace = await platform.createWorkspace();
      await visit((await sendMail(workspace)).open, { headers: { 'user-agent': phone(model) } });
      await expect.poll(() => eventsOf(workspace)).toEqual(['opened 1']);
    },
  );
});

describe('a tracked link', () => {
  it('leads to the address it was made for, and stores the click', async () => {
    const workspace = await platform.createWorkspace();
    const mail = await sendMail(workspace);
    const answer = await visit(mail.click('https://example.test/a?b=1#c'));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://example.test/a?b=1#c']);
    await expect.poll(() => eventsOf(workspace)).toEqual(['clicked 1']);
  });

  it('leads nowhere when it was not signed here', async () => {
    const mail = await sendMail(await platform.createWorkspace());
    const forged = mail.click('https://example.test/').slice(0, -4);
    for (const url of [
      forged,
      'http://x/c/aHR0cHM6Ly9ldmlsLnRlc3Q',
      'http://x/c/',
      'http://x/c/?url=https://evil.test',
    ]) {
      const answer = await fetch(base + url.slice(url.indexOf('/c/')), { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
    }
  });

  it('followed together with all others is followed by a machine', async () => {
    const workspace = await platform.createWorkspace();
    const mail = await sendMail(workspace);
    await Promise.all([1, 2, 3].map((page) => visit(mail.click(`https://example.test/${page}`))));
    await expect.poll(() => eventsOf(workspace)).toEqual(['machine_opened 3']);
  });

  it('is judged beside the clicks that came shortly after it, also those that still wait', async () => {
    const workspace = await platform.createWorkspace();
    const { deliveryId } = await sendMail(workspace);
    const buffer = new VisitBuffer(platform.app);
    const click = { kind: 'click', workspaceId: workspace.workspaceId, deliveryId, machine: false } as const;
    const ago = (ms: number) => ({ id: newId(), url: `https://example.test/${ms}`, at: new Date(Date.now() - ms) });
    buffer.add({ ...click, ...ago(1000) });
    buffer.add({ ...click, ...ago(300) });
    await expect.poll(() => eventsOf(workspace)).toEqual(['machine_opened 2']);
    await buffer.stop();
  });

  it('answers at once while the database is down, and the click arrives later, once', async () => {
    const workspace = await platform.createWorkspace();
    const mail = await sendMail(workspace);
    const url = new URL(platform.config.database.url);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    await admin.query(`alter database "${name}" with allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    const answer = await visit(mail.click('https://example.test/down'));
    expect(answer.headers.get('location')).toBe('https://example.test/down');
    const page = await visit(mail.unsubscribe);
    expect([page.status, (await page.text()).includes('<form method="post">')]).toEqual([200, true]);
    expect((await visit(mail.unsubscribe, { method: 'POST' })).status).toBe(503);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await admin.query(`alter database "${name}" with allow_connections true`);
    await admin.end();
    await expect.poll(() => eventsOf(workspace)).toEqual(['clicked 1']);
  });
});

describe('the way out', () => {
  it('goes on working while the workspace is suspended', async () => {
    const workspace = await platform.createWorkspace();
    const mail = await sendMail(workspace);
    await platform.app.database.control((_em, sql) =>
      sql(`update workspace set suspended_at = now(), standing = 'suspended' where id = $1`, [workspace.workspaceId]),
    );
    expect((await visit(mail.unsubscribe)).status).toBe(200);
    expect((await visit(mail.unsubscribe, { method: 'POST' })).status).toBe(200);
    expect(await suppressionsOf(workspace)).toMatchObject([{ email: mail.email }]);
    expect((await visit(mail.click('https://offer.example/'))).headers.get('location')).toBe('https://offer.example/');
  });

  it('never unsubscribes whoever only looks at it', async () => {
    const workspace = await platform.createWorkspace();
    const mail = await sendMail(workspace);
    const answer = await visit(mail.unsubscribe);
    const page = await answer.text();
    expect(page).toContain('Test agency');
    expect(page).not.toMatch(/tabard|<script/i);
    await visit(mail.unsubscribe, { method: 'HEAD' });
    expect(await suppressionsOf(workspace)).toEqual([]);
  });

  it.each([
    ['a mail program in one click', 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded'],
    ['the form of the page', '', 'application/x-www-form-urlencoded'],
  ])('stops mail for %s, once, without cookie or redirect', async (_name, body, type) => {
    const workspace = await platform.createWorkspace();
    const mail = await sendMail(workspace);
    for (let time = 0; time < 3; time++) {
      const answer = await visit(mail.unsubscribe, { method: 'POST', body, headers: { 'content-type': type } });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
      expect(await answer.text()).toContain('You are unsubscribed');
    }
    expect(await suppressionsOf(workspace)).toEqual([{ email: mail.email, reason: 'unsubscribe' }]);
    expect(await workspace.scope.read(`select status from lead where id = $1`, [mail.leadId])).toEqual([
      { status: 'unsubscribed' },
    ]);
    const rollup = await workspace.scope.read(`select type, firsts from mail_rollup where workspace_id = $1`, [
      workspace.workspaceId,
    ]);
    expect(rollup).toEqual([{ type: 'unsubscribed', firsts: 1 }]);
    expect(await workspace.scope.read(`select from event where type = 'lead.unsubscribed'`)).toHaveLength(1);
  });

  it('refuses other methods and leaves other addresses to others', async () => {
    expect((await fetch(`${base}/u/x`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${base}/users`)).status).toBe(418);
    expect((await fetch(`${base}/o/x.gif`)).status).toBe(404);
  });
});
