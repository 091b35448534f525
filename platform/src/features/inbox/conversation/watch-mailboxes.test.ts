import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fromPublicId } from '@tabard/contract';
import { startMailSandbox, type MailSandbox } from '@tabard/embedded';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../../compose.ts';
import { startScriptedImap, writeForEver, type ScriptedImap } from '../../../../test/fixture/scripted-imap.ts';
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
async function receive(address: string, name: string, headers = '') {
  const client = new ImapFlow({
    ...sandbox.imap,
    secure: false,
    auth: { user: address, pass: 'sandbox' },
    logger: false,
  });
  await client.connect();
  const raw = `${headers}From: Ben <ben@client.example>\r\nTo: ${address}\r\nSubject: ${name}\r\nMessage-ID: <${name}@client.example>\r\n\r\nHello?\r\n`;
  await client.append('INBOX', raw);
  await client.logout();
}
/** What is in the inbox; mails that concern nobody are aside. */
const subjects = `select string_agg(m.subject, ' ' order by m.subject) from message m join conversation c on c.id = m.conversation_id where c.state = 'open'`;

describe('watching mailboxes', () => {
  it('takes in new mail once, also when a second process takes over in the middle', async () => {
    const { address, one } = await mailbox();
    const first = await mailboxWatch.start(platform.app);
    await expect.poll(() => one('select uid_validity from mailbox')).toBeTruthy();
    const other = await compose(platform.config, { log: platform.app.log });
    const second = await mailboxWatch.start(other);
    await receive(address, 'm1');
    await expect.poll(() => one(subjects)).toBe('m1');
    await first.stop();
    await receive(address, 'm2');
    await receive(address, 'm3');
    await expect.poll(() => one(subjects)).toBe('m1 m2 m3');
    await second.stop();
    await other.close();
  });

  it('leaves the mail of a suspended workspace where it is, and takes it in once it is resumed', async () => {
    const [shut, open] = [await mailbox(), await mailbox()];
    const watch = await mailboxWatch.start(platform.app);
    await expect.poll(() => shut.one('select uid_validity from mailbox')).toBeTruthy();
    const stand = (standing: string) =>
      platform.app.database.control((_em, sql) =>
        sql('update workspace set standing = $2 where id = $1', [shut.workspaceId, standing]),
      );
    await stand('suspended');
    // Whoever reads it gives its lock back.
    const watched = async () =>
      (
        await platform.app.database.maintain<{ n: number }>(
          `select count(*)::int as n from pg_locks where locktype = 'advisory' and classid = 7401 and objid::bigint = hashtext($1)::bigint & 4294967295`,
          [fromPublicId('mailbox', shut.id)],
        )
      )[0]?.n;
    await expect.poll(watched).toBe(0);
    await receive(shut.address, 'meanwhile');
    await receive(open.address, 'beside');
    await expect.poll(() => open.one(subjects)).toBe('beside');
    expect(await shut.one(subjects)).toBeNull();
    await stand('open');
    await expect.poll(() => shut.one(subjects)).toBe('meanwhile');
    await watch.stop();
  }, 90_000);

  it('says what is wrong with a password, and reads once it is right', async () => {
    const { id, address, server, one, caller } = await mailbox('wrong');
    const watch = await mailboxWatch.start(platform.app);
    await expect.poll(() => one('select state from mailbox')).toBe('failing');
    expect(await one('select problem from mailbox')).toMatch(/^Receiving does not work: .*password/i);
    await expect.poll(() => one('select state from mailbox'), { timeout: 20_000 }).toBe('disconnected');
    await caller.mailboxes.update({ id, imap: { ...server, password: 'sandbox' } });
    await expect.poll(() => one('select uid_validity from mailbox')).toBeTruthy();
    await receive(address, 'after');
    await expect.poll(() => one(subjects)).toBe('after');
    expect(await one('select problem from mailbox')).toBeNull();
    await watch.stop();
  }, 90_000);

  it('reads what came before reading first worked, since the mailbox was made', async () => {
    const { id, address, server, one, caller } = await mailbox('wrong');
    const watch = await mailboxWatch.start(platform.app);
    await expect.poll(() => one('select state from mailbox')).not.toBe('active');
    await receive(address, 'early1');
    await receive(address, 'early2');
    await caller.mailboxes.update({ id, imap: { ...server, password: 'sandbox' } });
    await expect.poll(() => one(subjects), { timeout: 30_000 }).toBe('early1 early2');
    await watch.stop();
  }, 90_000);

  it('makes no thread of what is older than the mailbox, also when its server numbers all mails anew', async () => {
    const { address, one } = await mailbox();
    await receive(address, 'past', 'Date: Tue, 05 Mar 2024 10:00:00 +0000\r\n');
    const watch = await mailboxWatch.start(platform.app);
    await expect.poll(() => one('select uid_validity from mailbox')).toBeTruthy();
    await receive(address, 'fresh1');
    await expect.poll(() => one(subjects)).toBe('fresh1');
    const numbering = await one('select uid_validity from mailbox');
    const index = new DatabaseSync(join(folder, 'index.sqlite'));
    index.exec('pragma busy_timeout = 2000; update folder set uid_validity = uid_validity + 1');
    index.close();
    await watch.stop();
    const again = await mailboxWatch.start(platform.app);
    await expect.poll(() => one('select uid_validity from mailbox')).not.toBe(numbering);
    await receive(address, 'fresh2');
    await expect.poll(() => one(subjects)).toBe('fresh1 fresh2');
    await again.stop();
  }, 90_000);

  it('goes on for all when one has a broken row, one a server that floods and one a server that hangs', async () => {
    const flood = await startScriptedImap({
      'UID SEARCH': (connection) => writeForEver(connection, '* 2 EXISTS\r\n* 3 EXISTS\r\n'),
    });
    const hang = await startScriptedImap({ EXAMINE: () => undefined });
    const [broken, flooded, hanging] = [await mailbox(), await mailbox(), await mailbox()];
    const at = ({ server }: ScriptedImap) => [server.host, server.port];
    await broken.scope.write(({ sql }) => sql(`update mailbox set imap_password = 'not sealed by us'`));
    for (const [of, imap] of [
      [flooded, flood],
      [hanging, hang],
    ] as const)
      await of.scope.write(({ sql }) => sql(`update mailbox set imap_host = $1, imap_port = $2`, at(imap)));
    const good = await mailbox();
    const watch = await mailboxWatch.start(platform.app);
    await expect.poll(() => good.one('select uid_validity from mailbox')).toBeTruthy();
    await receive(good.address, 'm1');
    await expect.poll(() => good.one(subjects)).toBe('m1');
    for (const { one } of [broken, flooded])
      await expect
        .poll(() => one('select problem from mailbox'), { timeout: 30_000 })
        .toMatch(/^Receiving does not work: /);
    expect(await flooded.one('select problem from mailbox')).toContain('the connection was ended');
    await expect.poll(() => hang.open()).toBe(1);
    await receive(good.address, 'm2');
    await expect.poll(() => good.one(subjects)).toBe('m1 m2');
    // The one that hangs holds up neither a change of another mailbox nor the end.
    await watch.stop();
    await Promise.all([flood.stop(), hang.stop()]);
  }, 90_000);
});
