import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toPublicId } from '@tabard/contract';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { person, stage, untouched, withHeader } from '../../../../test/fixture/received-mail.ts';
import { newId } from '#kernel';
import { digestMail } from './digest-mail.ts';
import { fileMail } from './file-mail.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

type Stage = Awaited<ReturnType<typeof stage>>;
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

describe('a doubtful wish to leave', () => {
  const doubtful = person('Re: Offer', 'We would rather not get so many mails. When can we talk?');

  it('pauses this lead alone and asks; "resume" lets the campaign go on where it stood', async () => {
    const staged = await stage(platform);
    const { caller, state, one } = staged;
    const due = await one('select next_step_at from enrollment');
    const { conversationId } = await ingestDoubtful(staged, doubtful);
    expect(await state()).toEqual({ enrollment: 'paused', lead: 'replied', suppressed: undefined, events: 'replied' });
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

  it('is called in lists what a person made of it, whatever the mail was taken for', async () => {
    const called = async (decision: 'resume' | 'end' | 'unsubscribe', certain: boolean) => {
      const staged = await stage(platform);
      const wish = person('Re: Offer', 'Please unsubscribe me.', `In-Reply-To: <${staged.messageId}>`);
      const stranger = withHeader('From', 'stranger@else.example', wish);
      const { conversationId } = await (certain ? staged.ingest(stranger) : ingestDoubtful(staged, doubtful));
      const id = toPublicId('conversation', conversationId!);
      expect(await staged.caller.conversations.get({ id })).toMatchObject({ question: 'wants_out' });
      return (await staged.caller.conversations.decide({ id, decision })).lastClass;
    };
    expect(await called('resume', true)).toBe('human');
    expect(await called('end', true)).toBe('human');
    expect(await called('unsubscribe', true)).toBe('unsubscribe');
    expect(await called('unsubscribe', false)).toBe('unsubscribe');
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
    expect(await staged.one(`select count(*)::int from conversation where state <> 'aside'`)).toBe(0);
    expect((await staged.caller.conversations.list({ state: 'aside' })).items).toHaveLength(3);
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

describe('a mail of the lead to a colleague', () => {
  /** A second mailbox of the workspace, which never wrote to the lead. */
  async function withColleague() {
    const staged = await stage(platform);
    const colleague = newId();
    await staged.addMailbox(colleague, 'bea@agency.example');
    const tell = (lines: string[]) => staged.ingest(withHeader('To', 'bea@agency.example', lines), 1, colleague);
    return { ...staged, tell };
  }

  it('ends the sequence as an answer does, though it refers to nothing', async () => {
    const { tell, state, caller } = await withColleague();
    await tell(person('A question', 'Noor wrote to me. When can we talk?'));
    expect(await state()).toMatchObject({ enrollment: 'replied', lead: 'replied', events: 'replied' });
    expect((await caller.conversations.list({})).items).toMatchObject([
      { subject: 'A question', lead: { email: 'ana@client.example' }, campaign: { name: 'Spring' }, messageCount: 1 },
    ]);
  });

  it('from before our first one changes nothing', async () => {
    const { tell, state } = await withColleague();
    await tell(withHeader('Date', 'Tue, 05 Mar 2024 10:00:00 +0000', person('An invoice', 'Where is it?')));
    expect(await state()).toEqual(untouched);
  });

  it('changes nothing when we wrote nothing to them, or when a machine or somebody else wrote it', async () => {
    const { tell, state, one, scope } = await withColleague();
    await tell(withHeader('From', 'ben@client.example', person('A question', 'When can we talk?')));
    await tell(person('Re: A question', 'Noted.', 'Auto-Submitted: auto-replied'));
    expect(await state()).toEqual(untouched);
    await scope.write(({ sql }) => sql(`update delivery set state = 'rejected', troubled = true, sent_at = null`));
    await tell(person('Another question', 'When can we talk?'));
    expect(await state()).toEqual(untouched);
    expect(await one(`select count(*)::int from conversation where subject = 'Another question'`)).toBe(1);
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
