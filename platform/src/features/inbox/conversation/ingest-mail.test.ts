import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMail } from '@tabard/email';
import { fromPublicId, toPublicId } from '@tabard/contract';
import { suppressAddress } from '#features/outreach/suppression';
import { newId } from '#kernel';
import { startTestPlatform, type TestPlatform } from '../../../../test/fixture/index.ts';
import { appRouter } from '../../router.ts';
import { ingestMail } from './index.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const ours = 'noor@agency.example';

/** A workspace with a mailbox, a lead, and a mail that was sent to it. */
async function stage() {
  const workspace = await platform.createWorkspace();
  const { workspaceId, scope } = workspace;
  const [mailboxId, leadId, campaignId, deliveryId, stepId] = Array.from({ length: 5 }, newId) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const messageId = `${deliveryId}@agency.example`;
  await scope.write(async ({ sql }) => {
    await sql(
      `insert into mailbox (workspace_id, id, address, display_name, smtp_host, smtp_port, smtp_security, smtp_user, smtp_password)
       values ($1, $2, $3, 'Noor', 'localhost', 25, 'none', 'noor', 'x')`,
      [workspaceId, mailboxId, ours],
    );
    await sql(`insert into lead (workspace_id, id, email, first_name) values ($1, $2, 'ana@client.example', 'Ana')`, [
      workspaceId,
      leadId,
    ]);
    await sql(
      `insert into campaign (workspace_id, id, name, state, schedule) values ($1, $2, 'Spring', 'running', '{}')`,
      [workspaceId, campaignId],
    );
    await sql(
      `insert into enrollment (workspace_id, id, campaign_id, lead_id, mailbox_id, steps_sent, next_step_at) values ($1, $2, $3, $4, $5, 1, now())`,
      [workspaceId, newId(), campaignId, leadId, mailboxId],
    );
    await sql(
      `insert into delivery (workspace_id, id, mailbox_id, campaign_id, step_id, lead_id, to_address, address_hash, subject, message_id, raw_hash, state, due_at, sent_at)
       values ($1, $2, $3, $4, $5, $6, 'ana@client.example', '', 'Offer', $7, '', 'accepted', now(), now())`,
      [workspaceId, deliveryId, mailboxId, campaignId, stepId, leadId, messageId],
    );
  });
  const ingest = (lines: string[], uid = 1) =>
    ingestMail(scope, {
      mailboxId,
      raw: Buffer.from(lines.join('\r\n')),
      receivedAt: new Date(),
      position: { uidValidity: '1', uid },
    });
  const one = async (sql: string) => Object.values((await scope.read(sql))[0] ?? {})[0];
  const state = async () => ({
    enrollment: await one('select state from enrollment'),
    lead: await one('select status from lead'),
    suppressed: await one('select reason from suppression'),
    events: await one(`select string_agg(type, ' ' order by type) from mail_event`),
  });
  return { ...workspace, mailboxId, leadId, deliveryId, messageId, ingest, state, one };
}

const person = (subject: string, body: string, ...headers: string[]) => [
  'From: Ana Ruiz <ana@client.example>',
  `To: ${ours}`,
  `Subject: ${subject}`,
  'Content-Type: text/plain; charset=utf-8',
  ...(headers.some((header) => header.startsWith('Message-ID')) ? [] : [`Message-ID: <${newId()}@client.example>`]),
  ...headers,
  '',
  body,
];
const report = (type: string, fields: string[], original: string) => [
  'Return-Path: <>',
  'From: MAILER-DAEMON@mx.client.example',
  `To: ${ours}`,
  'Subject: Report',
  `Message-ID: <${newId()}@mx.client.example>`,
  'MIME-Version: 1.0',
  `Content-Type: multipart/report; report-type=${type}; boundary="b"`,
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'A report.',
  '',
  '--b',
  `Content-Type: message/${type}`,
  '',
  ...fields,
  '',
  '--b',
  'Content-Type: text/rfc822-headers',
  '',
  `Message-ID: <${original}>`,
  'To: ana@client.example',
  '--b--',
  '',
];
const dsn = (action: string, status: string, original: string) =>
  report(
    'delivery-status',
    [
      'Reporting-MTA: dns; mx.client.example',
      '',
      'Final-Recipient: rfc822; ana@client.example',
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; 550 ${status} said`,
    ],
    original,
  );
const untouched = { enrollment: 'active', lead: 'new', suppressed: undefined, events: null };

describe('a received mail', () => {
  it('of a person who answers ends the outreach to them and opens a conversation', async () => {
    const { ingest, messageId, state, scope, caller } = await stage();
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
    const { ingest, messageId, one } = await stage();
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
    const { ingest, messageId, one } = await stage();
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
    const { ingest, state } = await stage();
    await ingest(person('Re: Offer', 'Yes.', 'In-Reply-To: <0100abc@email.provider.example>'));
    expect(await state()).toMatchObject({ enrollment: 'replied', events: 'replied' });
  });

  it('that says its author is away is shown and stops nothing', async () => {
    const { ingest, messageId, state, caller } = await stage();
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
    const { ingest, messageId, state } = await stage();
    await ingest(person('Re: Offer', 'Please remove me from your list.', `In-Reply-To: <${messageId}>`));
    expect(await state()).toEqual({
      enrollment: 'unsubscribed',
      lead: 'unsubscribed',
      suppressed: 'unsubscribe',
      events: 'unsubscribed',
    });
  });

  it('that reports a dead address stops all mail to it', async () => {
    const { ingest, messageId, state, caller } = await stage();
    await ingest(dsn('failed', '5.1.1', messageId));
    expect(await state()).toEqual({ enrollment: 'bounced', lead: 'bounced', suppressed: 'bounce', events: 'bounced' });
    expect((await caller.conversations.list({})).items).toMatchObject([
      { lastClass: 'bounce', counterpart: { address: 'ana@client.example' } },
    ]);
  });

  it('that reports a full mailbox counts as bounced and stops nothing', async () => {
    const { ingest, messageId, state } = await stage();
    await ingest(dsn('failed', '5.2.2', messageId));
    expect(await state()).toEqual({ ...untouched, events: 'bounced' });
  });

  it('that reports a delay is no bounce', async () => {
    const { ingest, messageId, state } = await stage();
    await ingest(dsn('delayed', '4.4.1', messageId));
    expect(await state()).toEqual(untouched);
  });

  it('that reports a mail which was never ours is ignored', async () => {
    const { ingest, state, one } = await stage();
    await ingest(dsn('failed', '5.1.1', 'forged@elsewhere.example'), 9);
    expect(await state()).toEqual(untouched);
    expect(await one('select count(*)::int from message')).toBe(0);
    expect(await one('select last_uid from mailbox')).toBe(9);
  });

  it('that passes on a complaint suppresses the address', async () => {
    const { ingest, messageId, state } = await stage();
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
    const { ingest, one } = await stage();
    const from = (name: string, lines: string[]) => [`From: ${name}`, ...lines.slice(1)];
    await ingest(from('news@shop.example', person('News', 'Hello', 'List-Id: <news.shop.example>')));
    await ingest(from('desk@shop.example', person('Ticket', 'Thanks', 'Auto-Submitted: auto-replied')));
    expect(await one('select count(*)::int from conversation')).toBe(0);
    await ingest(from('Ben <ben@shop.example>', person('Question', 'Do you also do websites?')));
    expect(await one('select intent from conversation')).toBe('question');
  });

  it('keeps scripts, pictures from afar and zero bytes out of what is shown', async () => {
    const { ingest, messageId, caller } = await stage();
    const mail = person('Re: \0Offer', '', `In-Reply-To: <${messageId}>`).map((line) =>
      line.replace('text/plain', 'text/html'),
    );
    mail.push(
      '<p onclick="x()">Hi\0</p><script>x()</script><img src="https://spy.example/p.gif"><form action="https://x.example"><input></form>',
    );
    await ingest(mail);
    const [summary] = (await caller.conversations.list({})).items;
    const [message] = (await caller.conversations.get({ id: summary!.id })).messages;
    expect(message!.html).not.toMatch(/script|onclick|form|https:\/\/spy/);
    expect(message!.blockedImages).toBe(1);
  });
});

describe('an answer out of the inbox', () => {
  it('joins the thread in the program of its recipient, too, and is planned once per idempotency key', async () => {
    const { ingest, messageId, caller, scope, one, principal, workspaceId } = await stage();
    const { conversationId } = await ingest(
      person('Re: Offer', 'How much?', `In-Reply-To: <${messageId}>`, 'Message-ID: <q@client.example>'),
    );
    const id = toPublicId('conversation', conversationId!);
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
    expect(sent).toMatchObject({ direction: 'out', state: 'sending', subject: 'Re: Offer', text: 'Ten a month.' });
    const [planned] = await scope.read<{ raw: Buffer; to_address: string }>(
      'select raw, to_address from delivery where inbox_message_id = $1',
      [fromPublicId('message', sent.id)],
    );
    const mail = await parseMail(planned!.raw);
    expect(mail).toMatchObject({
      subject: 'Re: Offer',
      inReplyTo: '<q@client.example>',
      references: [`<${messageId}>`, '<q@client.example>'],
      to: [{ address: 'ana@client.example' }],
      from: { name: 'Noor', address: ours },
    });
    expect(mail.text).toMatch(/^Ten a month\.\n\nOn .* wrote:\n> How much\?/);
    await scope.write(({ sql }) =>
      sql(`update delivery set state = 'accepted', sent_at = now() where inbox_message_id is not null`),
    );
    const thread = await caller.conversations.get({ id });
    expect(thread.messages.map((message) => message.state)).toEqual(['received', 'sent']);
    expect(thread).toMatchObject({ unread: false, messageCount: 2, preview: 'Ten a month.' });
    const again = await ingest(person('Re: Offer', 'Deal.', `In-Reply-To: ${mail.messageId!}`));
    expect(again.conversationId).toBe(conversationId);
    expect(await one(`select total from mail_rollup where type = 'replied'`)).toBe(1);
  });

  it('is refused when the person asked not to be contacted', async () => {
    const { ingest, messageId, caller, scope } = await stage();
    const { conversationId } = await ingest(person('Re: Offer', 'Hi.', `In-Reply-To: <${messageId}>`));
    await scope.write((write) => suppressAddress(write, { email: 'Ana+x@Client.example', reason: 'manual' }));
    await expect(
      caller.conversations.reply({ id: toPublicId('conversation', conversationId!), text: 'Hello?' }),
    ).rejects.toMatchObject({
      cause: { code: 'conversation.recipient_suppressed' },
    });
  });

  it('is not possible in a conversation of another workspace, which looks like none', async () => {
    const [mine, other] = [await stage(), await stage()];
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
    const { caller, scope, workspaceId, mailboxId } = await stage();
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
    expect(await caller.conversations.counts()).toEqual({ open: 90, unread: 40, archived: 10 });
    const found = await caller.conversations.list({ search: 'P42@ subject', unread: true });
    expect(found.items.map((item) => item.subject)).toEqual(['Subject 42']);
    const id = found.items[0]!.id;
    await caller.conversations.mark({ id, unread: false });
    await caller.conversations.archive({ id });
    expect(await caller.conversations.counts()).toEqual({ open: 89, unread: 39, archived: 11 });
    expect((await caller.conversations.reopen({ id })).state).toBe('open');
  });
});
