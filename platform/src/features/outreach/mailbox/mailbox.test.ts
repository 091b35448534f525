import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromPublicId } from '@tabard/contract';
import { startMailSandbox, type MailSandbox } from '@tabard/embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recheckMailbox, recheckMailboxes } from './recheck-mailbox.job.ts';
import { startTestPlatform, type TestPlatform, type TestWorkspace } from '../../../../test/fixture/index.ts';
import {
  clearMailboxProblem,
  mailServerColumns,
  mailServerOf,
  reportMailboxProblem,
  type MailServerRow,
} from './index.ts';

let platform: TestPlatform;
let sandbox: MailSandbox;
let stateDir: string;
beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'mailbox-'));
  [platform, sandbox] = await Promise.all([
    startTestPlatform(),
    startMailSandbox({ stateDir, smtpPort: 0, imapPort: 0, httpPort: 0 }),
  ]);
});
afterAll(async () => {
  await platform.stop();
  await sandbox.stop();
  await rm(stateDir, { recursive: true, force: true });
});

const code = (name: string) => expect.objectContaining({ cause: expect.objectContaining({ code: name }) });
const uuidOf = (id: string) => fromPublicId('mailbox', id)!;

function account(address = 'ann@example.com', password = 'sandbox') {
  const login = { security: 'none' as const, user: address, password };
  return {
    address,
    displayName: 'Ann',
    smtp: { ...sandbox.smtp, ...login },
    imap: { ...sandbox.imap, ...login },
  };
}

/** What is stored of a mailbox. */
async function stored({ scope }: TestWorkspace, id: string) {
  const [row] = await scope.read<MailServerRow & { uid_validity: string | null; last_uid: number }>(
    `select ${mailServerColumns}, m.uid_validity, m.last_uid from mailbox m where m.id = $1`,
    [uuidOf(id)],
  );
  return row!;
}

describe('a mailbox', () => {
  it('never shows its passwords, and stores them sealed for its workspace', async () => {
    const workspace = await platform.createWorkspace();
    const { caller } = workspace;
    const mailbox = await caller.mailboxes.create({ ...account('Ann@Example.COM', 'sandbox') });
    expect(mailbox).toMatchObject({ address: 'ann@example.com', state: 'active', dailyCap: 50, sentToday: 0 });
    const answers = [mailbox, await caller.mailboxes.get({ id: mailbox.id }), await caller.mailboxes.list({})];
    const row = await stored(workspace, mailbox.id);
    expect(JSON.stringify([answers, row])).not.toContain('"sandbox"');
    expect(mailServerOf(platform.app, row, 'smtp')).toMatchObject(account('Ann@Example.COM').smtp);
    expect(mailServerOf(platform.app, row, 'imap')).toEqual(account('Ann@Example.COM').imap);
    const other = { ...row, workspace_id: (await platform.createWorkspace()).workspaceId };
    expect(() => mailServerOf(platform.app, other, 'smtp')).toThrow(/authenticate/);
  });

  it('is one per address as long as it lives, and unknown to other workspaces', async () => {
    const [a, b] = [await platform.createWorkspace(), await platform.createWorkspace()];
    const { id } = await a.caller.mailboxes.create(account());
    await expect(a.caller.mailboxes.create(account('ANN@example.com'))).rejects.toEqual(code('mailbox.address_taken'));
    await b.caller.mailboxes.create(account());
    for (const act of ['get', 'check', 'update'] as const)
      await expect(b.caller.mailboxes[act]({ id })).rejects.toEqual(code('mailbox.not_found'));
    for (const act of ['archive', 'restore'] as const)
      await expect(b.caller.mailboxes[act]({ ids: [id] })).rejects.toEqual(code('mailbox.not_found'));
  });

  it('is given no state, problem or count by its maker', async () => {
    const { caller } = await platform.createWorkspace();
    for (const more of [{ state: 'failing' }, { problem: 'Away.' }, { sentToday: 7 }])
      await expect(caller.mailboxes.create({ ...account(), ...more })).rejects.toThrow(/unrecognized/i);
  });

  it("counts the mails of its workspace's local day", async () => {
    const workspace = await platform.createWorkspace({ timeZone: 'Pacific/Kiritimati' });
    const { id } = await workspace.caller.mailboxes.create(account());
    await workspace.scope.write(({ sql }) =>
      sql(
        `insert into mailbox_day (workspace_id, mailbox_id, day, reserved)
         select $1, $2, (now() at time zone 'Pacific/Kiritimati')::date - back, 7 + back from generate_series(0, 1) as back`,
        [workspace.workspaceId, uuidOf(id)],
      ),
    );
    expect(await workspace.caller.mailboxes.get({ id })).toMatchObject({ sentToday: 7 });
  });
});

describe('checking a mailbox', () => {
  it('signs in to both servers and ends an earlier problem', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id } = await caller.mailboxes.create(account());
    await scope.write((write) =>
      reportMailboxProblem(write, uuidOf(id), { state: 'failing', problem: 'The server was away.' }),
    );
    expect(await caller.mailboxes.check({ id })).toEqual({
      smtp: { ok: true, code: null, message: 'Ready to send.' },
      imap: { ok: true, code: null, message: 'Ready to receive.' },
    });
    expect(await caller.mailboxes.get({ id })).toMatchObject({ state: 'active', problem: null });
    expect(sandbox.messages()).toEqual([]);
  });

  it('explains in plain words what is wrong with each, without the password', async () => {
    const { caller } = await platform.createWorkspace();
    const wrong = await caller.mailboxes.create(account('bob@example.com', 'open sesame'));
    const verdict = await caller.mailboxes.check({ id: wrong.id });
    for (const side of [verdict.smtp, verdict.imap])
      expect(side).toMatchObject({
        ok: false,
        code: 'mailbox.authentication_failed',
        message: expect.stringMatching(/refused the user name or the password/),
      });
    expect(JSON.stringify(verdict)).not.toContain('sesame');
    const { smtp } = account();
    const away = await caller.mailboxes.create({
      ...account('eve@example.com'),
      imap: undefined,
      smtp: { ...smtp, port: 1 },
    });
    expect(await caller.mailboxes.check({ id: away.id })).toMatchObject({
      smtp: { ok: false, code: 'mailbox.unreachable', message: expect.stringContaining('port 1') },
      imap: null,
    });
  });

  it('does not reach into private networks unless the operator allows it', async () => {
    const strict = await startTestPlatform({ env: { MAIL_ALLOW_PRIVATE: 'false' } });
    const { caller } = await strict.createWorkspace();
    await expect(caller.mailboxes.create(account())).rejects.toEqual(code('mailbox.host_not_allowed'));
    const { smtp } = account();
    const { id } = await caller.mailboxes.create({
      ...account(),
      imap: undefined,
      smtp: { ...smtp, host: 'localhost', security: 'starttls' },
    });
    expect(await caller.mailboxes.check({ id })).toMatchObject({
      smtp: { ok: false, code: 'mailbox.host_not_allowed' },
    });
    await strict.stop();
  });
});

describe('the health of a mailbox', () => {
  it('is what its check says, everywhere: in its state, in lists, in what keeps a campaign from starting', async () => {
    const { caller } = await platform.createWorkspace();
    const { id } = await caller.mailboxes.create(account('una@example.com', 'wrong'));
    const { id: campaignId } = await caller.campaigns.create({ name: 'First', mailboxIds: [id] });
    expect((await caller.mailboxes.check({ id })).smtp).toMatchObject({ code: 'mailbox.authentication_failed' });
    const broken = { state: 'disconnected', problem: expect.stringMatching(/refused the user name or the password/) };
    expect(await caller.mailboxes.get({ id })).toMatchObject(broken);
    expect((await caller.mailboxes.list({})).items).toMatchObject([broken]);
    const reasons = (await caller.campaigns.get({ id: campaignId })).blockers.map(({ reason }) => reason);
    expect(reasons).toContain('mailbox_not_ready');
  });

  it('tells a server that is away from a wrong password, and receiving from sending', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { smtp, imap, ...rest } = account('via@example.com');
    const away = await caller.mailboxes.create({ ...rest, smtp: { ...smtp, port: 1 } });
    await caller.mailboxes.check({ id: away.id });
    expect(await caller.mailboxes.get({ id: away.id })).toMatchObject({ state: 'failing' });
    const deaf = await caller.mailboxes.create({
      ...rest,
      address: 'wes@example.com',
      smtp,
      imap: { ...imap, password: 'wrong' },
    });
    await caller.mailboxes.check({ id: deaf.id });
    const problem = expect.stringMatching(/^Receiving does not work: /);
    expect(await caller.mailboxes.get({ id: deaf.id })).toMatchObject({ state: 'disconnected', problem });
    // A mail that leaves proves nothing about receiving.
    await scope.write((write) => clearMailboxProblem(write, uuidOf(deaf.id), { of: 'sending' }));
    expect(await caller.mailboxes.get({ id: deaf.id })).toMatchObject({ state: 'disconnected', problem });
  });

  it('that went bad during a pause has to come back before the mailbox is called active', async () => {
    const { caller } = await platform.createWorkspace();
    const { id } = await caller.mailboxes.create(account('xia@example.com', 'wrong'));
    await caller.mailboxes.update({ id, paused: true });
    await caller.mailboxes.check({ id });
    expect(await caller.mailboxes.get({ id })).toMatchObject({ state: 'paused', problem: expect.any(String) });
    expect(await caller.mailboxes.update({ id, paused: false })).toMatchObject({ state: 'failing' });
  });

  it('comes back by itself when the server does, although nothing is to be sent', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id } = await caller.mailboxes.create(account('yan@example.com'));
    await scope.write((write) => reportMailboxProblem(write, uuidOf(id), { state: 'failing', problem: 'Away.' }));
    await scope.write(({ sql }) => sql(`update mailbox set updated_at = now() - interval '2 minutes'`));
    const worker = await platform.app.jobs.work(platform.app, [recheckMailbox]);
    await recheckMailboxes(platform.app);
    await expect.poll(async () => (await caller.mailboxes.get({ id })).state, { timeout: 20_000 }).toBe('active');
    await worker.stop();
  });
});

describe('changing a mailbox', () => {
  it('wakes it when a password was corrected, and tells so', async () => {
    const workspace = await platform.createWorkspace();
    const { caller, scope } = workspace;
    const { id, smtp, imap } = await caller.mailboxes.create(account('cat@example.com', 'wrong'));
    await scope.write((write) =>
      reportMailboxProblem(write, uuidOf(id), { state: 'disconnected', problem: 'Wrong password.' }),
    );
    const right = { password: 'sandbox' };
    const updated = await caller.mailboxes.update({ id, smtp: { ...smtp, ...right }, imap: { ...imap!, ...right } });
    expect(updated).toMatchObject({ state: 'active', problem: null });
    expect((await caller.mailboxes.check({ id })).smtp.ok).toBe(true);
    const events = await scope.read<{ data: { state: string } }>(
      `select data from event where type = 'mailbox.updated' order by id`,
    );
    expect(events.map((event) => event.data.state)).toEqual(['disconnected', 'active']);
  });

  it('keeps a stored password only for the server it was given for', async () => {
    const workspace = await platform.createWorkspace();
    const { caller } = workspace;
    const { id, smtp } = await caller.mailboxes.create(account());
    await caller.mailboxes.update({ id, smtp: { ...smtp, user: 'ann' } });
    expect(mailServerOf(platform.app, await stored(workspace, id), 'smtp')).toMatchObject({ password: 'sandbox' });
    await expect(caller.mailboxes.update({ id, smtp: { ...smtp, host: 'evil.example' } })).rejects.toEqual(
      code('request.invalid'),
    );
  });

  it('starts reading anew at another IMAP server and stops receiving without one', async () => {
    const workspace = await platform.createWorkspace();
    const { caller, scope } = workspace;
    const { id } = await caller.mailboxes.create(account());
    const place = () => scope.write(({ sql }) => sql(`update mailbox set uid_validity = '7', last_uid = 9`));
    await place();
    await caller.mailboxes.update({ id, imap: account().imap });
    expect(await stored(workspace, id)).toMatchObject({ uid_validity: '7', last_uid: 9 });
    await caller.mailboxes.update({ id, imap: { ...account().imap, host: 'localhost' } });
    expect(await stored(workspace, id)).toMatchObject({ uid_validity: null, last_uid: 0 });
    expect((await caller.mailboxes.update({ id, imap: null })).imap).toBeNull();
    expect(await stored(workspace, id)).toMatchObject({ imap_password: null });
  });

  it('pauses and goes on; a pause outlasts problems and new passwords', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id, smtp } = await caller.mailboxes.create(account());
    expect(await caller.mailboxes.update({ id, paused: true })).toMatchObject({ state: 'paused' });
    await scope.write((write) => reportMailboxProblem(write, uuidOf(id), { state: 'failing', problem: 'Away.' }));
    await scope.write((write) => clearMailboxProblem(write, uuidOf(id)));
    const changed = await caller.mailboxes.update({ id, smtp: { ...smtp, password: 'sandbox' } });
    expect(changed).toMatchObject({ state: 'paused', problem: null });
    expect(await caller.mailboxes.update({ id, paused: false })).toMatchObject({ state: 'active' });
  });

  it('tells of a problem once, however often it is reported', async () => {
    const { caller, scope } = await platform.createWorkspace();
    const { id } = await caller.mailboxes.create(account());
    for (let index = 0; index < 3; index++)
      await scope.write((write) => reportMailboxProblem(write, uuidOf(id), { state: 'failing', problem: 'Away.' }));
    await scope.write((write) => clearMailboxProblem(write, uuidOf(id)));
    await scope.write((write) => clearMailboxProblem(write, uuidOf(id)));
    expect(await scope.read(`select from event where type = 'mailbox.updated'`)).toHaveLength(2);
  });
});
