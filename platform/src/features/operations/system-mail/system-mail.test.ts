import { parseMail } from '@tabard/email';
import { toPublicId } from '@tabard/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';
import { newId, runJob, type Principal } from '#kernel';
import { permissions } from '@tabard/contract/permissions';
import { appRouter } from '#features';
import { sendSystemMail } from './send-system-mail.job.ts';

let sink: MailSink;
let platform: TestPlatform;
let workspace: TestWorkspace;
beforeAll(async () => {
  sink = await startMailSink();
  platform = await startTestPlatform({
    env: {
      SYSTEM_MAIL_URL: `smtp://mail:mail@127.0.0.1:${sink.port}?security=none`,
      SYSTEM_MAIL_FROM: 'no-reply@platform.example',
      // The operator's own server may be near, whatever holds for those of mailboxes.
      MAIL_ALLOW_PRIVATE: 'false',
      HOSTED_URL: 'https://app.agency.example',
    },
  });
  workspace = await platform.createWorkspace({ name: 'Harbour <Hotel>' });
  await platform.app.database.readOrganization(`update organization set brand = brand || $2 where id = $1`, [
    workspace.organizationId,
    JSON.stringify({
      displayName: 'Northwind',
      supportEmail: 'help@northwind.example',
      color: '#0a7f5a',
      privacyUrl: 'https://northwind.example/privacy',
    }),
  ]);
});
afterEach(() => {
  Object.assign(sink, { hangUp: false, refuse: () => null, refuseMessage: () => null });
  sink.taken.length = 0;
});
afterAll(async () => {
  await platform.stop();
  await sink.stop();
});

/** A server's key, which may do everything. */
function keyOf(of: TestWorkspace): Principal {
  return {
    kind: 'api_key',
    apiKeyId: newId(),
    organizationId: of.organizationId,
    workspaceId: null,
    permissions: new Set(permissions),
  };
}
const callerAt = (of: TestWorkspace) =>
  appRouter.createCaller({
    app: platform.app,
    requestId: 'test',
    principal: keyOf(of),
    workspaceId: of.workspaceId,
    ip: '127.0.0.1',
    idempotencyKey: null,
  });
interface MailRow {
  id: string;
  state: string;
  content: string | null;
  problem: string | null;
  attempts: number;
  pause: number;
}
async function mails(scopeId = workspace.workspaceId): Promise<MailRow[]> {
  return platform.app.database.read<MailRow>(
    scopeId,
    `select id, state, content, problem, attempts, extract(epoch from next_try_at - now())::float as pause from system_mail where workspace_id = $1 order by id`,
    [scopeId],
  );
}
async function invite(where: object = {}): Promise<{ email: string; mail: MailRow; link: string }> {
  const email = `${newId()}@client.example`;
  const { items } = await callerAt(workspace).invitations.create({ emails: [email], role: 'viewer', ...where });
  const scopeId = 'organizationId' in where ? workspace.organizationId : workspace.workspaceId;
  return { email, mail: (await mails(scopeId)).at(-1)!, link: items[0]?.link ?? '' };
}
const attempt = (mailId: string, workspaceId = workspace.workspaceId) =>
  runJob(platform.app, sendSystemMail, { workspaceId, mailId });
const now = async (id: string) => (await mails()).find((row) => row.id === id)!;
/** As if its pause were over, or the mail older. */
const age = (id: string, hours = 0) =>
  workspace.scope.write(({ sql }) =>
    sql(
      `update system_mail set next_try_at = now(), created_at = created_at - make_interval(hours => $2) where id = $1`,
      [id, hours],
    ),
  );

describe('a mail of the platform', () => {
  it('is sealed while it waits, says all in the name of the brand, and is erased once it is sent', async () => {
    const { email, mail, link } = await invite();
    expect(mail).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(mail.content).not.toContain('iv_');
    await attempt(mail.id);
    expect(await now(mail.id)).toMatchObject({ state: 'sent', content: null, problem: null, attempts: 1 });
    expect(sink.taken).toMatchObject([{ from: 'no-reply@platform.example', to: email }]);
    const raw = sink.taken[0]!.raw;
    expect(raw).toMatch(/^From: "?Northwind"? <no-reply@platform\.example>/m);
    expect(raw).toMatch(/^Reply-To: "?Northwind"? <help@northwind\.example>/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
    const read = await parseMail(Buffer.from(raw, 'latin1'));
    expect(read.subject).toBe('You are invited to Harbour <Hotel>');
    for (const part of [read.text, read.html]) {
      expect(part).toContain(link.split('#')[1]);
      expect(part).toContain('1 Test Street, Testville');
      expect(part).not.toMatch(/tabard/i);
    }
    expect(read.html).toContain('Harbour &lt;Hotel&gt;');
    expect(read.html).toContain('#0a7f5a');
  });

  it('is found again from its row alone', async () => {
    const { mail } = await invite();
    const worker = await platform.app.jobs.work(platform.app, [sendSystemMail]);
    const { findSystemMails } = await import('./send-system-mail.job.ts');
    await findSystemMails(platform.app);
    await expect.poll(async () => (await now(mail.id)).state, { timeout: 20_000 }).toBe('sent');
    await worker.stop();
  });

  it('is tried again with the same Message-ID, later each time', async () => {
    const { mail } = await invite();
    sink.hangUp = true;
    await attempt(mail.id);
    const first = await now(mail.id);
    expect(first).toMatchObject({ state: 'waiting', attempts: 1 });
    expect(first.content).not.toBeNull();
    // Before its time nothing happens.
    await attempt(mail.id);
    expect((await now(mail.id)).attempts).toBe(1);
    await age(mail.id);
    await attempt(mail.id);
    expect((await now(mail.id)).pause).toBeGreaterThan(first.pause);
    sink.hangUp = false;
    await age(mail.id);
    await attempt(mail.id);
    expect((await now(mail.id)).state).toBe('sent');
    const ids = sink.taken.map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(3);
  });

  it('is given up after a day, with a reason, and what it said is erased', async () => {
    const { mail } = await invite();
    sink.refuse = () => ({ code: 451, text: '4.3.0 come back later' });
    await age(mail.id, 24);
    await attempt(mail.id);
    expect(await now(mail.id)).toMatchObject({ state: 'failed', content: null });
    expect((await now(mail.id)).problem).toContain('come back later');
  });

  it('to an address that is not there is given up at once, and the list of invitations says so', async () => {
    const { mail, email } = await invite();
    sink.refuse = () => ({ code: 550, text: '5.1.1 no such user' });
    await attempt(mail.id);
    const { items } = await callerAt(workspace).invitations.list({});
    expect(items.find((item) => item.email === email)?.mail).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('no such user'),
    });
  });

  it('of an organization is its own, and not sent when the invitation was withdrawn', async () => {
    const { mail } = await invite({ organizationId: toPublicId('organization', workspace.organizationId) });
    await attempt(mail.id, workspace.organizationId);
    expect(sink.taken[0]?.raw).toContain('Subject: You are invited to Test agency');
    const caller = callerAt(workspace);
    const other = await invite();
    const { items } = await caller.invitations.list({});
    await caller.invitations.revoke({ id: items.find(({ email }) => email === other.email)!.id });
    expect((await mails()).some(({ id }) => id === other.mail.id)).toBe(false);
  });
});
