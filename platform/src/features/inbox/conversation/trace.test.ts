import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPublicId } from '@tabard/contract';
import { forgetSetAside, mostAside } from './set-aside.ts';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { dsn, ours, person, stage, withHeader } from '../../../../test/fixture/received-mail.ts';

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
    expect(await one(`select count(*)::int from conversation where state = 'open'`)).toBe(2);
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

describe('a mail that concerns nobody here is set aside where a person can look it up', () => {
  const news = (subject: string, body = 'Our autumn offers.', ...more: string[]) =>
    withHeader('From', 'News <news@shop.example>', person(subject, body, 'List-Id: <news.shop.example>', ...more));

  it.each([
    ['a newsletter', () => news('Autumn')],
    ['a report about a mail that was never ours', () => dsn('failed', '5.1.1', 'forged@elsewhere.example')],
    [
      'a note of a stranger’s machine',
      () => withHeader('From', 'desk@shop.example', person('Ticket', 'Noted.', 'Auto-Submitted: auto-replied')),
    ],
    [
      'a mail from before the mailbox was ours',
      () => ['Date: Tue, 05 Mar 2019 10:00:00 +0000', ...person('Old', 'From long ago.')],
    ],
    ['a mail that its owner wrote elsewhere', () => withHeader('From', ours, person('A note', 'To myself.'))],
  ])('%s: read, without a word to anybody', async (_, mail) => {
    const { ingest, caller, state, one } = await stage(platform);
    const lines = mail();
    await ingest(lines);
    const { items } = await caller.conversations.list({ state: 'aside' });
    expect(items).toMatchObject([{ unread: false, question: null, state: 'aside', lead: null }]);
    const { messages } = await caller.conversations.get({ id: items[0]!.id });
    expect(messages).toMatchObject([{ direction: 'in', html: null, source: 'none' }]);
    expect(messages[0]!.text).not.toBe('');
    expect(await caller.conversations.counts()).toMatchObject({ open: 0, unread: 0, aside: 1 });
    expect(await state()).toMatchObject({ enrollment: 'active', suppressed: undefined, events: null });
    expect(await one('select count(*)::int from event')).toBe(0);
    // The same mail again, under another number, leaves no second trace.
    await ingest(lines, 2);
    expect((await caller.conversations.list({ state: 'aside' })).items).toHaveLength(1);
  });

  it('and moved to the inbox, or answered, it stays', async () => {
    const { ingest, caller, scope } = await stage(platform);
    await ingest(news('One'));
    await ingest(news('Two'));
    const [two, one] = (await caller.conversations.list({ state: 'aside' })).items;
    await caller.conversations.reopen({ id: one!.id });
    await caller.conversations.reply({ id: two!.id, text: 'Tell me more.', to: 'news@shop.example' });
    await scope.write(({ sql }) => sql(`update conversation set created_at = now() - interval '31 days'`));
    await forgetSetAside(platform.app);
    expect((await caller.conversations.list({})).items.map(({ id }) => id).toSorted()).toEqual(
      [one!.id, two!.id].toSorted(),
    );
  });

  it('an answer to it is a conversation of its own', async () => {
    const { ingest, caller } = await stage(platform);
    await ingest(news('Autumn', 'Offers', 'Message-ID: <n1@shop.example>'));
    await ingest(
      withHeader(
        'From',
        'Ben <ben@shop.example>',
        person('Re: Autumn', 'Did you see it?', 'In-Reply-To: <n1@shop.example>'),
      ),
    );
    expect((await caller.conversations.list({})).items).toMatchObject([{ counterpart: { name: 'Ben' } }]);
    expect((await caller.conversations.list({ state: 'aside' })).items).toHaveLength(1);
  });

  it('for a month, and the newest of a mailbox alone: a flood fills nothing', async () => {
    const { ingest, one, mailboxId, workspaceId, scope } = await stage(platform);
    await scope.write(({ sql }) =>
      sql(
        `with made as (insert into conversation (workspace_id, id, mailbox_id, counterpart_address, subject, last_class, last_message_at, state, created_at)
           select $1, gen_random_uuid(), $2, 'x@shop.example', 'Flood', 'other', now(), 'aside', now() - n * interval '1 hour'
             from generate_series(1, $3::int + 10) n returning workspace_id, id)
         insert into message (workspace_id, id, conversation_id, mailbox_id, direction, state, class, message_id, from_address, recipients, subject, text, sent_at)
           select workspace_id, gen_random_uuid(), id, $2, 'in', 'received', 'other', id::text, 'x@shop.example', '[]', 'Flood', 'x', now() from made`,
        [workspaceId, mailboxId, mostAside],
      ),
    );
    await ingest(news('One more'));
    expect(await one('select count(*)::int from conversation')).toBe(mostAside);
    expect(await one('select count(*)::int from message')).toBe(mostAside);
    expect(await one(`select count(*)::int from conversation where subject = 'One more'`)).toBe(1);
    await scope.write(({ sql }) =>
      sql(`update conversation set created_at = created_at - interval '31 days' where subject = 'Flood'`),
    );
    await forgetSetAside(platform.app);
    expect(await one('select string_agg(subject, $$ $$) from message')).toBe('One more');
  });
});

describe('a certain wish to leave ends everything only as the word of the one we wrote to', () => {
  const wish = (from: string, id: string, ...more: string[]) =>
    withHeader('From', from, person('Re: Offer', 'Please remove me from your list.', `In-Reply-To: <${id}>`, ...more));
  const asked = { enrollment: 'paused', suppressed: undefined };
  const ended = { enrollment: 'unsubscribed', suppressed: 'unsubscribe' };

  it.each([
    ['a stranger who knows our Message-ID', 'Ana Ruiz <ana@elsewhere.example>', [], asked],
    ['a stranger whose domain only ends alike', 'ana@notclient.example', [], asked],
    [
      'the lead as the receiving server does not believe',
      'ana@client.example',
      ['Authentication-Results: mx.agency.example; dkim=none; dmarc=fail header.from=client.example'],
      asked,
    ],
    ['the lead', 'ana@client.example', ['Authentication-Results: mx.agency.example; dmarc=pass'], ended],
    ['the lead with a tag', 'ana+x@client.example', [], ended],
    ['a colleague in the same house who got our mail', 'office@client.example', [], ended],
    ['the same house under a part of its domain', 'ana@berlin.client.example', [], ended],
  ])('%s', async (_, from, more, expected) => {
    const { ingest, messageId, state, one } = await stage(platform);
    await ingest(wish(from, messageId, ...more));
    expect(await state()).toMatchObject(expected);
    expect(await one('select question from conversation')).toBe(expected === asked ? 'wants_out' : null);
  });

  it('whose address has changed here meanwhile', async () => {
    const { ingest, messageId, state, scope } = await stage(platform);
    await scope.write(({ sql }) => sql(`update lead set email = 'ana@newjob.example'`));
    await ingest(wish('ana@newjob.example', messageId));
    expect(await state()).toMatchObject(ended);
  });

  it('and not of another customer of the same public mail service', async () => {
    const { ingest, messageId, state, scope } = await stage(platform);
    await scope.write(async ({ sql }) => {
      await sql(`update lead set email = 'ana@gmail.com'`);
      await sql(`update delivery set to_address = 'ana@gmail.com'`);
    });
    await ingest(wish('eve@gmail.com', messageId));
    expect(await state()).toMatchObject(asked);
    await ingest(wish('ana@gmail.com', messageId));
    expect(await state()).toMatchObject(ended);
  });

  it('and a person who is asked can end it for both addresses', async () => {
    const { ingest, messageId, state, caller, one } = await stage(platform);
    await ingest(wish('ana@elsewhere.example', messageId));
    const [asking] = (await caller.conversations.list({})).items;
    await caller.conversations.decide({ id: asking!.id, decision: 'unsubscribe' });
    expect(await state()).toMatchObject(ended);
    expect(await one('select count(*)::int from suppression')).toBe(2);
  });
});
