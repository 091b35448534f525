import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectMail } from './inspect-mail.ts';

test('a mail becomes one plain object', async () => {
  const raw = [
    'From: =?utf-8?q?Zo=C3=AB?= <zoe@client.example>',
    'To: noor@agency.example',
    'Subject: Re: Offer',
    'Message-ID: <r@client.example>',
    'Date: Mon, 2 Mar 2026 10:00:00 +0100',
    'In-Reply-To: <m@agency.example>',
    '',
    'Yes please',
  ].join('\r\n');
  expect(await inspectMail('a.eml', raw)).toEqual({
    file: 'a.eml',
    messageId: '<r@client.example>',
    date: '2026-03-02T09:00:00.000Z',
    from: { name: 'Zoë', address: 'zoe@client.example' },
    to: [{ name: '', address: 'noor@agency.example' }],
    cc: [],
    subject: 'Re: Offer',
    inReplyTo: '<m@agency.example>',
    references: [],
    text: 'Yes please\n',
    attachments: [],
    class: 'human',
    recipients: [],
    error: null,
  });
});

test('whatever the bytes, there is an object and no exception', async () => {
  const header = fc.constantFrom(
    'From: ',
    'Content-Type: multipart/report; boundary=b',
    '--b',
    'Content-Type: message/delivery-status',
    'Final-Recipient: ',
    'Subject: =?utf-8?b?',
    '',
    'Auto-Submitted:',
    'Date: never',
  );
  const near = fc
    .array(fc.oneof(header, fc.string({ unit: 'binary' })), { maxLength: 20 })
    .map((lines) => lines.join('\r\n'));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), near), async (raw) => {
      expect(JSON.parse(JSON.stringify(await inspectMail('x', raw)))).toMatchObject({ file: 'x' });
    }),
    { numRuns: 100 },
  );
  expect((await inspectMail('x', new Uint8Array())).error).toContain('no headers');
});
