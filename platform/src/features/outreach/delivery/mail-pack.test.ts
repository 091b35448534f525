import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailSink, type MailSink } from '../../../../test/faults/mail-sink.ts';
import { stageCampaign } from '../../../../test/faults/stage-campaign.ts';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { readPacked, writePack } from './mail-pack.ts';
import { closePools } from './mailbox-queue-pools.ts';
import { mailboxQueueOf, runMailboxQueue } from './run-mailbox-queue.ts';
import { mailPackRetention } from './mail-pack.entity.ts';
import { sweepTable } from '#kernel';

let platform: TestPlatform;
let sink: MailSink;
beforeAll(async () => {
  platform = await startTestPlatform();
  sink = await startMailSink();
});
afterAll(async () => {
  await closePools(platform.app);
  await platform.stop();
  await sink.stop();
});
const sweep = () => sweepTable(platform.app, mailPackRetention);

describe('a pack', () => {
  it('gives every mail back to the byte, also from many packs at once, and knows nothing of one that is gone', async () => {
    const { workspaceId, scope } = await platform.createWorkspace();
    const mails = Array.from({ length: 60 }, (_, n) => randomBytes(n * 37));
    const places = await scope.write(async ({ sql }) => {
      const written = [];
      for (let start = 0; start < mails.length; start += 5)
        written.push(...(await writePack(sql, workspaceId, mails.slice(start, start + 5))));
      return written;
    });
    const wanted = new Map(places.map((place, n) => [n, place]));
    wanted.set(99, { pack_id: workspaceId, pack_start: 0, pack_size: 1 });
    const found = await readPacked(scope.read, workspaceId, wanted);
    expect([...found.keys()].toSorted((a, b) => a - b)).toEqual(mails.map((_, n) => n));
    for (const [n, bytes] of found) expect(Buffer.from(bytes).equals(mails[n]!)).toBe(true);
  });

  it('is cleared away when it is old, and not before', async () => {
    const { workspaceId, scope } = await platform.createWorkspace();
    const [old, young] = await scope.write(async ({ sql }) => {
      const first = await writePack(sql, workspaceId, [Buffer.from('old')]);
      await sql(`update mail_pack set created_at = now() - interval '91 days'`);
      return [...first, ...(await writePack(sql, workspaceId, [Buffer.from('young')]))];
    });
    await sweep();
    const found = await readPacked(
      scope.read,
      workspaceId,
      new Map([
        ['old', old!],
        ['young', young!],
      ]),
    );
    expect([...found.keys()]).toEqual(['young']);
  });
});

it('A mail whose bytes were cleared away ends and stops nobody: the others of its mailbox queue leave', async () => {
  const workspace = await platform.createWorkspace();
  const staged = await stageCampaign(workspace, { port: sink.port, leads: 3 });
  sink.refuse = (to) => (to.startsWith('lead-3@') ? null : { code: 451, text: '4.7.1 come back' });
  await workspace.caller.campaigns.launch({ id: staged.campaignId });
  const run = () => runMailboxQueue(mailboxQueueOf(workspace.scope, staged.mailboxIds[0]!));
  await run();
  sink.refuse = () => null;
  await workspace.scope.write(async ({ sql }) => {
    const [place] = await writePack(sql, workspace.workspaceId, [Buffer.from('x')]);
    await sql(
      `update delivery set due_at = now(), pack_id = case when to_address like 'lead-1@%' then $1 else pack_id end where state = 'planned'`,
      [place!.pack_id],
    );
    await sql('delete from mail_pack where id = $1', [place!.pack_id]);
  });
  await run();
  const rows = await workspace.scope.read('select to_address, state from delivery order by to_address');
  expect(rows).toEqual([
    { to_address: 'lead-1@recipients.test', state: 'cancelled' },
    { to_address: 'lead-2@recipients.test', state: 'accepted' },
    { to_address: 'lead-3@recipients.test', state: 'accepted' },
  ]);
  const [day] = await workspace.scope.read('select reserved from mailbox_day');
  expect(day).toEqual({ reserved: 2 });
});
