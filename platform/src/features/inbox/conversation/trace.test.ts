import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPublicId } from '@tabard/contract';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { ours, person, stage, withHeader } from '../../../../test/fixture/received-mail.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const code = (name: string) => ({ cause: { code: name } });

describe('a mail that is not taken for an answer leaves a trace', () => {
  it('when it names no sender', async () => {
    const { ingest, caller } = await stage(platform);
    const { conversationId } = await ingest(person('Whoever', 'Guess.').filter((line) => !line.startsWith('From:')));
    const id = toPublicId('conversation', conversationId!);
    const thread = await caller.conversations.get({ id });
    expect(thread).toMatchObject({ recipients: [], messages: [{ text: 'Guess.', from: { address: '' } }] });
    await expect(caller.conversations.reply({ id, text: 'Hi' })).rejects.toMatchObject(
      code('conversation.no_recipient'),
    );
  });

  it('when its Message-ID was used before: both are kept, a copy of one is not', async () => {
    const { ingest, one } = await stage(platform);
    const id = 'Message-ID: <fixed@ticket.client.example>';
    const first = person('Re: Offer', 'First answer.', id);
    const second = person('Re: Offer', 'Second answer, another day: we buy.', id);
    for (const mail of [first, second, first, ['Received: from a by b; Mon, 2 Mar 2020 09:00:00 +0000', ...second]])
      await ingest(mail);
    expect(await one(`select string_agg(text, ' ' order by sent_at, id) from message where direction = 'in'`)).toBe(
      'First answer. Second answer, another day: we buy.',
    );
  });

  it('when a form on our own site sent it in our name for somebody', async () => {
    const { ingest, caller, state, one } = await stage(platform);
    const form = (author: string, body: string) =>
      withHeader('From', ours, withHeader('Reply-To', author, person('Contact form', body)));
    const { conversationId } = await ingest(form('Ben <ben@shop.example>', 'Please call me.'));
    const id = toPublicId('conversation', conversationId!);
    expect(await caller.conversations.get({ id })).toMatchObject({
      counterpart: { name: 'Ben', address: 'ben@shop.example' },
      recipients: [{ address: 'ben@shop.example' }],
    });
    // Anybody can put anybody's address into a form.
    await ingest(form('ana@client.example', 'Please unsubscribe me.'));
    expect(await state()).toMatchObject({ enrollment: 'paused', suppressed: undefined });
    await ingest(withHeader('From', ours, person('A copy', 'Of our own.')));
    expect(await one('select count(*)::int from conversation')).toBe(2);
  });

  it('when it has no headers that a mail has', async () => {
    const { ingest, caller } = await stage(platform);
    const { conversationId, messageId } = await ingest(['\x01\x02 no mail at all', 'nothing here']);
    expect(conversationId).not.toBeNull();
    const { content, size, next } = await caller.conversations.source({ id: toPublicId('message', messageId!) });
    expect([Buffer.from(content, 'base64').toString(), size, next]).toEqual([
      '\x01\x02 no mail at all\r\nnothing here',
      31,
      null,
    ]);
  });
});
