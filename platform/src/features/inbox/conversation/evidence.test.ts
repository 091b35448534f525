import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPublicId } from '@tabard/contract';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { ours, person, stage, untouched } from '../../../../test/fixture/received-mail.ts';
import { digestMail } from './digest-mail.ts';
import { fileMail } from './file-mail.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

type Stage = Awaited<ReturnType<typeof stage>>;
/** The same lines with another value of a header, or one more. */
const withHeader = (name: string, value: string, lines: string[]) => [
  `${name}: ${value}`,
  ...lines.filter((line) => !line.startsWith(`${name}:`)),
];
const code = (name: string) => ({ cause: { code: name } });
/** A mail whose author may want no more mail, or may not. */
async function ingestDoubtful({ scope, mailboxId }: Stage, lines: string[]) {
  const raw = Buffer.from(lines.join('\r\n'));
  const digest = await digestMail(raw);
  const report = { ...digest.report, class: 'human', unsubscribe: 'perhaps' } as const;
  return fileMail(scope, { mailboxId, raw, receivedAt: new Date(), digest: { ...digest, report } });
}
/** Makes everything of the stage so many days older. */
const age = ({ scope }: Stage, days: number) =>
  scope.write(async ({ sql }) => {
    await sql(`update mailbox set created_at = created_at - make_interval(days => $1)`, [days]);
    await sql(`update delivery set sent_at = sent_at - make_interval(days => $1)`, [days]);
  });

describe('an answer goes to the one the thread is with', () => {
  it('when somebody else refers to our mail under their name, unless a person chooses the other address', async () => {
    const staged = await stage(platform);
    const { ingest, messageId, caller, one } = staged;
    const hijack = withHeader(
      'From',
      'Ana Ruiz <ana.ruiz@elsewhere.example>',
      person('Re: Offer', 'Please send it to my new account.', `References: <${messageId}>`),
    );
    const { conversationId } = await ingest(hijack);
    const id = toPublicId('conversation', conversationId!);
    const thread = await caller.conversations.get({ id });
    expect(thread.counterpart).toEqual({ name: '', address: 'ana@client.example' });
    expect(thread.messages.at(-1)!.from).toEqual({ name: 'Ana Ruiz', address: 'ana.ruiz@elsewhere.example' });
    expect(thread.recipients.map(({ address }) => address)).toEqual([
      'ana@client.example',
      'ana.ruiz@elsewhere.example',
    ]);
    const sent = await caller.conversations.reply({ id, text: 'Which account?' });
    expect(sent.to.map(({ address }) => address)).toEqual(['ana@client.example']);
    expect(sent.quoted).toBe('');
    await expect(caller.conversations.reply({ id, text: 'x', to: 'third@elsewhere.example' })).rejects.toMatchObject(
      code('conversation.recipient_not_offered'),
    );
    const chosen = await caller.conversations.reply({ id, text: 'Hello', to: 'Ana.Ruiz@elsewhere.example' });
    expect(chosen.to).toEqual([{ name: 'Ana Ruiz', address: 'ana.ruiz@elsewhere.example' }]);
    expect(
      await one(`select string_agg(to_address, ' ' order by created_at) from delivery where enrollment_id is null`),
    ).toBe('ana@client.example ana.ruiz@elsewhere.example');
  });

  it('and Reply-To is kept and offered, not followed', async () => {
    const { ingest, messageId, caller } = await stage(platform);
    const mail = withHeader(
      'Reply-To',
      'Desk <desk@client.example>',
      person('Re: Offer', 'Please write to the desk.', `In-Reply-To: <${messageId}>`),
    );
    const id = toPublicId('conversation', (await ingest(mail)).conversationId!);
    const thread = await caller.conversations.get({ id });
    expect(thread.messages.at(-1)!.replyTo).toEqual([{ name: 'Desk', address: 'desk@client.example' }]);
    expect(thread.recipients.map(({ address }) => address)).toEqual(['ana@client.example', 'desk@client.example']);
    expect((await caller.conversations.reply({ id, text: 'Hi' })).to[0]!.address).toBe('ana@client.example');
    const toDesk = await caller.conversations.reply({ id, text: 'Hi desk', to: 'desk@client.example' });
    expect(toDesk).toMatchObject({ to: [{ name: 'Desk', address: 'desk@client.example' }] });
    expect(toDesk.quoted).toContain('Please write to the desk.');
  });
});

describe('a person is the same', () => {
  it.each([
    ['ana@client.example', 'ana+work@client.example'],
    ['ana+list@client.example', 'ana@client.example'],
    ['ana+list@client.example', 'ana+work@client.example'],
  ])('as the suppression list has it: the lead %s answers from %s', async (known, from) => {
    const { ingest, state, scope, caller } = await stage(platform);
    await scope.write(({ sql }) => sql('update lead set email = $1', [known]));
    const { conversationId } = await ingest(
      withHeader('From', from, person('About your mail', 'Interested, call me.')),
    );
    expect(await state()).toMatchObject({ enrollment: 'replied', lead: 'replied' });
    const thread = await caller.conversations.get({ id: toPublicId('conversation', conversationId!) });
    expect(thread.lead?.email).toBe(known);
    expect(thread.recipients.map(({ address }) => address)).toEqual([known, from]);
  });

  it('only with the same name: a tag of another is another', async () => {
    const { ingest, state } = await stage(platform);
    await ingest(withHeader('From', 'anabel+x@client.example', person('Hello', 'Interested.')));
    expect(await state()).toEqual(untouched);
  });

  it('whose program left out the quotes around a comma', async () => {
    const { ingest, state, caller } = await stage(platform);
    await ingest(
      withHeader('From', 'Ruiz, Ana <ana@client.example>', person('About Tuesday', 'Please unsubscribe me.')),
    );
    expect(await state()).toMatchObject({ enrollment: 'unsubscribed', suppressed: 'unsubscribe' });
    expect((await caller.conversations.list({})).items[0]!.counterpart.name).toBe('Ruiz, Ana');
  });
});

describe('a doubtful wish to leave', () => {
  const doubtful = person('Re: Offer', 'We would rather not get so many mails. When can we talk?');

  it('pauses this lead alone and asks; "resume" lets the campaign go on where it stood', async () => {
    const staged = await stage(platform);
    const { caller, state, one } = staged;
    const due = await one('select next_step_at from enrollment');
    const { conversationId } = await ingestDoubtful(staged, doubtful);
    expect(await state()).toEqual({ enrollment: 'paused', lead: 'new', suppressed: undefined, events: 'replied' });
    const id = toPublicId('conversation', conversationId!);
    expect((await caller.conversations.list({})).items).toMatchObject([{ id, question: 'wants_out' }]);
    expect(await one(`select state from campaign`)).toBe('running');
    expect(await caller.conversations.decide({ id, decision: 'resume' })).toMatchObject({ question: null });
    expect(await state()).toMatchObject({ enrollment: 'active', suppressed: undefined });
    expect(await one('select next_step_at from enrollment')).toEqual(due);
    // Answered twice, the first answer counts.
    await caller.conversations.decide({ id, decision: 'unsubscribe' });
    expect(await state()).toMatchObject({ enrollment: 'active', suppressed: undefined });
  });

  it('unsubscribes and suppresses when a person says so, and ends as a reply when they say that', async () => {
    const [leaving, answering] = [await stage(platform), await stage(platform)];
    const first = await ingestDoubtful(leaving, doubtful);
    await leaving.caller.conversations.decide({
      id: toPublicId('conversation', first.conversationId!),
      decision: 'unsubscribe',
    });
    expect(await leaving.state()).toMatchObject({
      enrollment: 'unsubscribed',
      lead: 'unsubscribed',
      suppressed: 'unsubscribe',
    });
    const second = await ingestDoubtful(answering, doubtful);
    await answering.caller.conversations.decide({
      id: toPublicId('conversation', second.conversationId!),
      decision: 'end',
    });
    expect(await answering.state()).toMatchObject({ enrollment: 'replied', lead: 'replied', suppressed: undefined });
  });

  it('goes on only when no other conversation of the lead asks', async () => {
    const staged = await stage(platform);
    const ids: string[] = [];
    for (const subject of ['One matter', 'Another matter'])
      ids.push(
        toPublicId('conversation', (await ingestDoubtful(staged, person(subject, 'Perhaps no more.'))).conversationId!),
      );
    expect(new Set(ids).size).toBe(2);
    await staged.caller.conversations.decide({ id: ids[0]!, decision: 'resume' });
    expect(await staged.state()).toMatchObject({ enrollment: 'paused' });
    await staged.caller.conversations.decide({ id: ids[1]!, decision: 'resume' });
    expect(await staged.state()).toMatchObject({ enrollment: 'active' });
  });

  it('is settled by a certain one that comes after it', async () => {
    const staged = await stage(platform);
    await ingestDoubtful(staged, doubtful);
    await staged.ingest(person('Re: Offer', 'Please unsubscribe me.'));
    expect(await staged.state()).toMatchObject({ enrollment: 'unsubscribed', suppressed: 'unsubscribe' });
    expect(await staged.one('select count(*)::int from conversation where question is not null')).toBe(0);
  });

  it('is known by its words', async () => {
    const staged = await stage(platform);
    await staged.ingest(person('Re: Offer', 'Not interested. Perhaps take me off?'));
    expect(await staged.state()).toMatchObject({ enrollment: 'paused', suppressed: undefined });
    expect(await staged.one('select question from conversation')).toBe('wants_out');
  });

  it('of somebody we never wrote to asks nobody', async () => {
    const staged = await stage(platform);
    await ingestDoubtful(staged, withHeader('From', 'ben@shop.example', person('Question', 'Perhaps no more mails?')));
    expect(await staged.one('select question from conversation')).toBeNull();
  });
});

describe('evidence from before our first mail to a lead', () => {
  const old = (lines: string[], ...received: string[]) => [
    ...received.map((at) => `Received: from mx.client.example by mx.agency.example with ESMTP id x; ${at}`),
    'Date: Tue, 05 Mar 2024 10:00:00 +0000',
    ...lines,
  ];

  it('changes nothing, and older mail than the mailbox makes no thread', async () => {
    const staged = await stage(platform);
    for (const body of ['Where is my invoice?', 'Please unsubscribe me.'])
      await staged.ingest(old(person('Invoice question', body)));
    await staged.ingest(old(withHeader('From', 'stranger@else.example', person('Hello', 'Who are you?'))));
    expect(await staged.state()).toEqual(untouched);
    expect(await staged.one('select count(*)::int from conversation')).toBe(0);
  });

  it('that came while the mailbox was ours already is filed as read, and changes nothing', async () => {
    const staged = await stage(platform);
    await staged.scope.write(({ sql }) => sql(`update mailbox set created_at = '2024-01-01'`));
    await staged.ingest(old(person('Invoice question', 'Please unsubscribe me.')));
    expect(await staged.state()).toEqual(untouched);
    expect((await staged.caller.conversations.list({})).items).toMatchObject([{ unread: false, question: null }]);
  });

  it('counts when it was passed on after it, whatever the clock of its author says', async () => {
    const staged = await stage(platform);
    await staged.ingest(old(person('Re: Offer', 'Yes.'), new Date().toUTCString(), '5 Mar 2024 10:00:00 +0000'));
    expect(await staged.state()).toMatchObject({ enrollment: 'replied' });
  });

  it('counts when it refers to that mail', async () => {
    const staged = await stage(platform);
    await staged.ingest(old(person('Re: Offer', 'Yes.', `In-Reply-To: <${staged.messageId}>`)));
    expect(await staged.state()).toMatchObject({ enrollment: 'replied' });
  });

  it('is what it is: newer than the first mail counts, also long before today', async () => {
    const staged = await stage(platform);
    await age(staged, 400);
    const lastMonth = new Date(Date.now() - 30 * 86_400_000).toUTCString();
    await staged.ingest(withHeader('Date', lastMonth, person('About your mail', 'Yes.')));
    expect(await staged.state()).toMatchObject({ enrollment: 'replied' });
    expect((await staged.caller.conversations.list({})).items).toMatchObject([{ unread: true }]);
  });
});

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

describe('an invitation', () => {
  it('with words stops the sequence as any answer does', async () => {
    const { ingest, state } = await stage(platform);
    const [from] = person('', '');
    await ingest([
      from!,
      'Subject: Call about your offer',
      'Message-ID: <i1@client.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Tuesday works, here is the invite.',
      '--b',
      'Content-Type: text/calendar; method=REQUEST',
      '',
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'END:VCALENDAR',
      '--b--',
    ]);
    expect(await state()).toMatchObject({ enrollment: 'replied', lead: 'replied' });
  });
});

describe('an absence', () => {
  it('holds the sequence until the day it ends', async () => {
    const staged = await stage(platform);
    const raw = Buffer.from(person('Automatic reply', 'Away.', 'Auto-Submitted: auto-replied').join('\r\n'));
    const digest = await digestMail(raw);
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const report = { ...digest.report, class: 'out_of_office', until } as const;
    await fileMail(staged.scope, {
      mailboxId: staged.mailboxId,
      raw,
      receivedAt: new Date(),
      digest: { ...digest, report },
    });
    expect(await staged.state()).toEqual(untouched);
    expect(
      await staged.one(`select to_char(next_step_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from enrollment`),
    ).toBe(`${until} 00:00`);
  });
});
