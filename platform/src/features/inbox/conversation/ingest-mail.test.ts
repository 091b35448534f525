import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { dsn, person, report, stage, untouched } from '../../../../test/fixture/received-mail.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('a received mail', () => {
  it('of a person who answers ends the outreach to them and opens a conversation', async () => {
    const { ingest, messageId, state, scope, caller } = await stage(platform);
    const body =
      'Gladly, tell me more.\r\n\r\nOn Mon, 2 Mar 2026, Noor <noor@agency.example> wrote:\r\n> Would you like an offer?';
    await ingest(person('Re: Offer', body, `In-Reply-To: <${messageId}>`));
    expect(await state()).toMatchObject({
      enrollment: 'replied',
      lead: 'replied',
      suppressed: undefined,
      events: 'replied',
    });
    const { items } = await caller.conversations.list({});
    expect(items).toMatchObject([
      {
        subject: 'Re: Offer',
        unread: true,
        intent: 'interested',
        lastClass: 'human',
        messageCount: 1,
        preview: 'Gladly, tell me more.',
        lead: { email: 'ana@client.example' },
        campaign: { name: 'Spring' },
      },
    ]);
    const { messages } = await caller.conversations.get({ id: items[0]!.id });
    expect(messages).toMatchObject([{ direction: 'in', state: 'received', text: 'Gladly, tell me more.' }]);
    expect(messages[0]!.quoted).toContain('Would you like an offer?');
    const events = await scope.read<{ type: string }>('select type from event order by id');
    expect(events.map((event) => event.type)).toEqual(['lead.replied', 'message.received', 'conversation.updated']);
  });

  it('taken in again, also at the same time or under another number, changes nothing', async () => {
    const { ingest, messageId, one } = await stage(platform);
    const mail = person('Re: Offer', 'Yes.', `In-Reply-To: <${messageId}>`, 'Message-ID: <same@client.example>');
    await Promise.all([ingest(mail), ingest(mail), ingest(mail)]);
    await ingest(mail, 77);
    expect(await one('select count(*)::int from message')).toBe(1);
    expect(await one('select count(*)::int from conversation')).toBe(1);
    expect(await one('select total from mail_rollup')).toBe(1);
    expect(await one('select last_uid from mailbox')).toBe(77);
    const nameless = person('Hello', 'No id here.').filter((line) => !line.startsWith('Message-ID'));
    await ingest(nameless);
    await ingest(nameless);
    expect(await one('select count(*)::int from message')).toBe(2);
  });

  it('joins its thread by any id it refers to, or by person and subject when it refers to none', async () => {
    const { ingest, messageId, one } = await stage(platform);
    const first = await ingest(
      person('Re: Offer', 'One.', `In-Reply-To: <${messageId}>`, 'Message-ID: <one@client.example>'),
    );
    const byId = await ingest(person('Something else', 'Two.', 'References: <unknown@x.example> <one@client.example>'));
    const bySubject = await ingest(person('AW: RE: Offer', 'Three.'));
    expect(new Set([first.conversationId, byId.conversationId, bySubject.conversationId]).size).toBe(1);
    const other = await ingest(person('A new matter', 'Four.'));
    expect(other.conversationId).not.toBe(first.conversationId);
    expect(await one('select count(*)::int from conversation')).toBe(2);
  });

  it('of a person whose provider replaced our id still ends the outreach', async () => {
    const { ingest, state } = await stage(platform);
    await ingest(person('Re: Offer', 'Yes.', 'In-Reply-To: <0100abc@email.provider.example>'));
    expect(await state()).toMatchObject({ enrollment: 'replied', events: 'replied' });
  });

  it('that says its author is away is shown and stops nothing', async () => {
    const { ingest, messageId, state, caller } = await stage(platform);
    await ingest(
      person(
        'Automatic reply: Offer',
        'I am out of the office until Monday.',
        'Auto-Submitted: auto-replied',
        `In-Reply-To: <${messageId}>`,
      ),
    );
    expect(await state()).toEqual(untouched);
    expect((await caller.conversations.list({})).items).toMatchObject([{ lastClass: 'out_of_office', intent: null }]);
    expect((await caller.conversations.list({ humanOnly: true })).items).toEqual([]);
  });

  it('that asks for no more mail suppresses the address', async () => {
    const { ingest, messageId, state } = await stage(platform);
    await ingest(person('Re: Offer', 'Please remove me from your list.', `In-Reply-To: <${messageId}>`));
    expect(await state()).toEqual({
      enrollment: 'unsubscribed',
      lead: 'unsubscribed',
      suppressed: 'unsubscribe',
      events: 'unsubscribed',
    });
  });

  it('that reports a dead address stops all mail to it', async () => {
    const { ingest, messageId, state, caller } = await stage(platform);
    await ingest(dsn('failed', '5.1.1', messageId));
    expect(await state()).toEqual({ enrollment: 'bounced', lead: 'bounced', suppressed: 'bounce', events: 'bounced' });
    expect((await caller.conversations.list({})).items).toMatchObject([
      { lastClass: 'bounce', counterpart: { address: 'ana@client.example' } },
    ]);
  });

  it('that reports another address dead, behind the one that was written to, counts as bounced and stops nothing', async () => {
    const { ingest, messageId, state } = await stage(platform);
    await ingest(
      dsn('failed', '5.1.1', messageId).map((line) =>
        line.replace(/^Final-Recipient: .*/, 'Final-Recipient: rfc822; ben@client.example'),
      ),
    );
    expect(await state()).toEqual({ ...untouched, events: 'bounced' });
  });

  it('with a wish to leave that is not certain is an answer and unsubscribes nobody', async () => {
    const { ingest, messageId, state } = await stage(platform);
    const body = 'Sounds great, let us talk on Tuesday. But please remove me from your mailing list.';
    await ingest(person('Re: Offer', body, `In-Reply-To: <${messageId}>`));
    expect(await state()).toMatchObject({ lead: 'replied', suppressed: undefined });
  });

  it('with an invitation of a calendar is an answer', async () => {
    const { ingest, messageId, state } = await stage(platform);
    const calendar = [
      '--b',
      'Content-Type: text/calendar; method=REQUEST',
      '',
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'END:VCALENDAR',
      '--b--',
    ];
    const lines = person('Call about your offer', 'Tuesday works, here is the invite.', `In-Reply-To: <${messageId}>`);
    const head = lines.findIndex((line) => line === '');
    const text = ['', '--b', 'Content-Type: text/plain', ...lines.slice(head)];
    const headers = lines.slice(0, head).filter((line) => !/^content-type/i.test(line));
    await ingest([...headers, 'Content-Type: multipart/alternative; boundary=b', ...text, ...calendar]);
    expect(await state()).toMatchObject({ enrollment: 'replied', events: 'replied' });
  });

  it('that reports a full mailbox counts as bounced and stops nothing', async () => {
    const { ingest, messageId, state } = await stage(platform);
    await ingest(dsn('failed', '5.2.2', messageId));
    expect(await state()).toEqual({ ...untouched, events: 'bounced' });
  });

  it('that reports a delay is no bounce', async () => {
    const { ingest, messageId, state } = await stage(platform);
    await ingest(dsn('delayed', '4.4.1', messageId));
    expect(await state()).toEqual(untouched);
  });

  it('that reports a mail which was never ours changes nothing and is set aside', async () => {
    const { ingest, state, one, caller } = await stage(platform);
    await ingest(dsn('failed', '5.1.1', 'forged@elsewhere.example'), 9);
    expect(await state()).toEqual(untouched);
    expect((await caller.conversations.list({})).items).toEqual([]);
    expect((await caller.conversations.list({ state: 'aside' })).items).toMatchObject([{ lastClass: 'bounce' }]);
    expect(await one('select last_uid from mailbox')).toBe(9);
  });

  it('that passes on a complaint suppresses the address', async () => {
    const { ingest, messageId, state } = await stage(platform);
    await ingest(
      report(
        'feedback-report',
        ['Feedback-Type: abuse', 'Version: 1', 'Original-Rcpt-To: ana@client.example'],
        messageId,
      ),
    );
    expect(await state()).toMatchObject({ suppressed: 'complaint', events: 'complained' });
  });

  it('of a newsletter or a stranger’s machine opens no conversation, of an unknown person it does', async () => {
    const { ingest, one } = await stage(platform);
    const from = (name: string, lines: string[]) => [`From: ${name}`, ...lines.slice(1)];
    await ingest(from('news@shop.example', person('News', 'Hello', 'List-Id: <news.shop.example>')));
    await ingest(from('desk@shop.example', person('Ticket', 'Thanks', 'Auto-Submitted: auto-replied')));
    expect(await one(`select count(*)::int from conversation where state = 'open'`)).toBe(0);
    await ingest(from('Ben <ben@shop.example>', person('Question', 'Do you also do websites?')));
    expect(await one(`select intent from conversation where state = 'open'`)).toBe('question');
  });

  it('shows names, subjects and files as what they are, and gives the mail as it came', async () => {
    const { ingest, messageId, caller } = await stage(platform);
    const turned = '\u202egpj.exe\u202c';
    const raw = [
      `From: "Ana \u2066Ruiz\u2069" <ana@client.example>`,
      `Subject: Re: Offer ${turned}`,
      `In-Reply-To: <${messageId}>`,
      'Message-ID: <turned@client.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...['../../etc/passwd', 'C:\\\\Temp\\\\plan.pdf', '..', turned].flatMap((name) => [
        '--b',
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Type: application/pdf',
        '',
        'x',
      ]),
      '--b--',
    ];
    await ingest(raw);
    const [summary] = (await caller.conversations.list({})).items;
    expect(summary).toMatchObject({ subject: 'Re: Offer gpj.exe', counterpart: { name: 'Ana Ruiz' } });
    const [message] = (await caller.conversations.get({ id: summary!.id })).messages;
    expect(message!.attachments.map(({ name }) => name)).toEqual(['passwd', 'plan.pdf', 'file', 'gpj.exe']);
    const { content } = await caller.conversations.source({ id: message!.id });
    expect(Buffer.from(content, 'base64').toString()).toBe(raw.join('\r\n'));
  });

  it('previews a mail as it reads, whatever turns its letters', async () => {
    const { ingest, messageId, caller } = await stage(platform);
    await ingest(person('Re: Offer', 'Send \u202egpj.exe\u202c to \u2066Ana\u2069.', `In-Reply-To: <${messageId}>`));
    expect((await caller.conversations.list({})).items[0]?.preview).toBe('Send gpj.exe to Ana.');
  });

  it('keeps scripts, pictures from afar and zero bytes out of what is shown', async () => {
    const { ingest, messageId, caller } = await stage(platform);
    const mail = person('Re: \0Offer', '', `In-Reply-To: <${messageId}>`).map((line) =>
      line.replace('text/plain', 'text/html'),
    );
    mail.push(
      '<p onclick="x()">Hi\0</p><script>x()</script><img src="https://spy.example/p.gif"><form action="https://x.example"><input></form>',
    );
    await ingest(mail);
    const [summary] = (await caller.conversations.list({})).items;
    const [message] = (await caller.conversations.get({ id: summary!.id })).messages;
    expect(message!.html).not.toMatch(/script|onclick|form| src=/);
    expect(message!.html).toContain('<img data-src="https://spy.example/p.gif">');
    expect(message!.blockedImages).toBe(1);
  });
});
