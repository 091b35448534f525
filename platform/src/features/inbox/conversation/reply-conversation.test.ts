import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMail } from '@tabard/email';
import { fromPublicId, toPublicId } from '@tabard/contract';
import { readPacked, type PackPlace } from '#features/outreach/delivery';
import { suppressAddress } from '#features/outreach/suppression';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { ours, person, stage } from '../../../../test/fixture/received-mail.ts';
import { appRouter } from '#features';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('an answer out of the inbox', () => {
  it('joins the thread in the program of its recipient, too, and is planned once per idempotency key', async () => {
    const { ingest, messageId, caller, scope, one, principal, workspaceId } = await stage(platform);
    const { conversationId } = await ingest(
      person('Re: Offer', 'How much?', `In-Reply-To: <${messageId}>`, 'Message-ID: <q@client.example>'),
    );
    const id = toPublicId('conversation', conversationId!);
    await scope.write(({ sql }) => sql(`update mailbox set signature = E'Noor\\nLane Desk\\n'`));
    const write = (key: string, input: { id: string; text: string }) =>
      appRouter
        .createCaller({
          app: platform.app,
          requestId: 'test',
          principal,
          workspaceId,
          ip: '127.0.0.1',
          idempotencyKey: key,
        })
        .conversations.reply(input);
    const sent = await write('k1', { id, text: 'Ten a month.' });
    expect(await write('k1', { id, text: 'Ten a month.' })).toEqual(sent);
    expect(sent).toMatchObject({
      direction: 'out',
      state: 'sending',
      subject: 'Re: Offer',
      text: 'Ten a month.',
      footer: 'Noor<br>Lane Desk',
    });
    const [planned] = await scope.read<PackPlace & { to_address: string }>(
      'select pack_id, pack_start, pack_size, to_address from delivery where inbox_message_id = $1',
      [fromPublicId('message', sent.id)],
    );
    const bytes = await readPacked(scope.read, workspaceId, new Map([['answer', planned!]]));
    const mail = await parseMail(bytes.get('answer')!);
    expect(mail).toMatchObject({
      subject: 'Re: Offer',
      inReplyTo: '<q@client.example>',
      references: [`<${messageId}>`, '<q@client.example>'],
      to: [{ address: 'ana@client.example' }],
      from: { name: 'Noor', address: ours },
    });
    expect(mail.text).toMatch(/^Ten a month\.\n\n-- \nNoor\nLane Desk\n\nOn .* wrote:\n> How much\?/);
    await scope.write(({ sql }) =>
      sql(
        `update delivery set state = 'accepted', troubled = false, due_at = null, sent_at = now() where inbox_message_id is not null`,
      ),
    );
    const thread = await caller.conversations.get({ id });
    expect(thread.messages.map((message) => message.state)).toEqual(['received', 'sent']);
    expect(thread).toMatchObject({ unread: false, messageCount: 2, preview: 'Ten a month.' });
    const again = await ingest(person('Re: Offer', 'Deal.', `In-Reply-To: ${mail.messageId!}`));
    expect(again.conversationId).toBe(conversationId);
    expect(await one(`select total from mail_rollup where type = 'replied'`)).toBe(1);
  });

  it('is refused when the person asked not to be contacted', async () => {
    const { ingest, messageId, caller, scope } = await stage(platform);
    const { conversationId } = await ingest(person('Re: Offer', 'Hi.', `In-Reply-To: <${messageId}>`));
    await scope.write((write) => suppressAddress(write, { email: 'Ana+x@Client.example', reason: 'manual' }));
    await expect(
      caller.conversations.reply({ id: toPublicId('conversation', conversationId!), text: 'Hello?' }),
    ).rejects.toMatchObject({
      cause: { code: 'conversation.recipient_suppressed' },
    });
  });

  it('is not possible in a conversation of another workspace, which looks like none', async () => {
    const [mine, other] = [await stage(platform), await stage(platform)];
    const { conversationId } = await mine.ingest(person('Re: Offer', 'Hi.', `In-Reply-To: <${mine.messageId}>`));
    const id = toPublicId('conversation', conversationId!);
    for (const call of [
      () => other.caller.conversations.get({ id }),
      () => other.caller.conversations.reply({ id, text: 'x' }),
      () => other.caller.conversations.archive({ id }),
    ])
      await expect(call()).rejects.toMatchObject({ cause: { code: 'conversation.not_found' } });
  });
});

describe('the list of conversations', () => {
  it('pages without gaps or repeats, filters, finds and counts', async () => {
    const { caller, scope, workspaceId, mailboxId } = await stage(platform);
    await scope.write(({ sql }) =>
      sql(
        `insert into conversation (workspace_id, id, mailbox_id, counterpart_address, subject, last_class, unread, state, human, last_message_at)
         select $1, gen_random_uuid(), $2, 'p' || n || '@client.example', 'Subject ' || n, 'human', n % 2 = 0, case when n % 10 = 0 then 'archived' else 'open' end, true,
                now() - make_interval(secs => n / 3) from generate_series(1, 100) n`,
        [workspaceId, mailboxId],
      ),
    );
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await caller.conversations.list({ limit: 7, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map((item) => item.id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([90, 90]);
    expect(await caller.conversations.counts()).toEqual({ open: 90, unread: 40, people: 90, archived: 10, aside: 0 });
    const middle = await caller.conversations.list({ limit: 5, skip: 40 });
    expect(middle.items.map((item) => item.id)).toEqual(seen.slice(40, 45));
    const found = await caller.conversations.list({ search: 'P42@ subject', unread: true });
    expect(found.items.map((item) => item.subject)).toEqual(['Subject 42']);
    const id = found.items[0]!.id;
    await caller.conversations.mark({ id, unread: false });
    await caller.conversations.archive({ id });
    expect(await caller.conversations.counts()).toEqual({ open: 89, unread: 39, people: 89, archived: 11, aside: 0 });
    expect((await caller.conversations.reopen({ id })).state).toBe('open');
  });
});
