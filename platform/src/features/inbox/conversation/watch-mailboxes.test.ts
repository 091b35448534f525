import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailSandbox, type MailSandbox } from '@tabard/embedded';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../../compose.ts';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { mailboxWatch } from './index.ts';

let platform: TestPlatform;
let sandbox: MailSandbox;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-watch-'));
  sandbox = await startMailSandbox({ stateDir: folder, smtpPort: 0, imapPort: 0, httpPort: 0 });
  platform = await startTestPlatform({ env: { IMAP_POLL_INTERVAL: '0.5' } });
});
afterAll(async () => {
  await platform.stop();
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
/** A workspace with a mailbox on the sandbox's IMAP server. */
async function mailbox(password = 'sandbox') {
  const workspace = await platform.createWorkspace();
  const address = `box${(count += 1)}@agency.example`;
  const server = {
    host: sandbox.imap.host,
    port: sandbox.imap.port,
    security: 'none',
    user: address,
    password,
  } as const;
  const { id } = await workspace.caller.mailboxes.create({
    address,
    displayName: 'Box',
    smtp: { ...server, port: sandbox.smtp.port },
    imap: server,
  });
  const one = async (sql: string) => Object.values((await workspace.scope.read(sql))[0] ?? {})[0];
  return { ...workspace, id, address, server, one };
}
/** Puts a mail into the inbox as a server that received it would. */
async function receive(address: string, name: string) {
  const client = new ImapFlow({
    ...sandbox.imap,
    secure: false,
    auth: { user: address, pass: 'sandbox' },
    logger: false,
  });
  await client.connect();
  const raw = `From: Ben <ben@client.example>\r\nTo: ${address}\r\nSubject: ${name}\r\nMessage-ID: <${name}@client.example>\r\n\r\nHello?\r\n`;
  await client.append('INBOX', raw);
  await client.logout();
}
const subjects = "select string_agg(subject, ' ' order by subject) from message";

describe('watching mailboxes', () => {
  it('takes in new mail once, also when a second process takes over in the middle', async () => {
    const { address, one } = await mailbox();
    const first = await mailboxWatch.start(platform.app);
    await expect.poll(() => one('select uid_validity from mailbox'), { timeout: 15_000 }).toBeTruthy();
    const other = await compose(platform.config, { log: platform.app.log });
    const second = await mailboxWatch.start(other);
    await receive(address, 'm1');
    await expect.poll(() => one(subjects), { timeout: 15_000 }).toBe('m1');
    await first.stop();
    await receive(address, 'm2');
    await receive(address, 'm3');
    await expect.poll(() => one(subjects), { timeout: 15_000 }).toBe('m1 m2 m3');
    await second.stop();
    await other.close();
  }, 60_000);

  it('says what is wrong with a password, and reads once it is right', async () => {
    const { id, address, server, one, caller } = await mailbox('wrong');
    const watch = await mailboxWatch.start(platform.app);
    await expect.poll(() => one('select state from mailbox'), { timeout: 15_000 }).toBe('failing');
    expect(await one('select problem from mailbox')).toMatch(/^Receiving does not work: .*password/i);
    await expect.poll(() => one('select state from mailbox'), { timeout: 20_000 }).toBe('disconnected');
    await caller.mailboxes.update({ id, imap: { ...server, password: 'sandbox' } });
    await expect.poll(() => one('select uid_validity from mailbox'), { timeout: 15_000 }).toBeTruthy();
    await receive(address, 'after');
    await expect.poll(() => one(subjects), { timeout: 15_000 }).toBe('after');
    expect(await one('select problem from mailbox')).toBeNull();
    await watch.stop();
  }, 90_000);
});
