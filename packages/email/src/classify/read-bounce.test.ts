import { describe, expect, test } from 'vitest';
import { parseMail } from '../parse/index.ts';
import { classifyMail } from './classify-mail.ts';

const classify = async (...lines: string[]) => classifyMail(await parseMail(lines.join('\r\n')));
const daemon = (subject: string, body: string, ...headers: string[]) =>
  classify(
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.client.example>',
    'To: noor@agency.example',
    `Subject: ${subject}`,
    ...headers,
    '',
    body,
  );
const dsn = (group: string[], subject = 'Undelivered Mail Returned to Sender') =>
  classify(
    'From: MAILER-DAEMON@mx.client.example',
    'To: noor@agency.example',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Sorry.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.client.example',
    '',
    ...group,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'Message-ID: <m1@agency.example>',
    'To: ana@client.example',
    '--b--',
    '',
  );

describe('standard bounces (RFC 3464)', () => {
  test.each([
    ['5.1.1', 'smtp; 550 5.1.1 <ana@client.example>: Recipient address rejected: User unknown', 'hard'],
    ['5.0.0', 'smtp; 550 No such user here', 'hard'],
    ['5.4.1', 'smtp; 550 5.4.1 Recipient address rejected: Access denied', 'hard'],
    ['5.4.4', 'smtp; host not found', 'hard'],
    ['5.2.2', 'smtp; 552 5.2.2 Over quota', 'full'],
    ['4.2.2', 'smtp; 452 4.2.2 The email account is over quota', 'full'],
    ['5.7.1', 'smtp; 550 5.7.1 Message blocked due to spam content', 'policy'],
    ['5.7.26', 'smtp; 550 5.7.26 Unauthenticated email is not accepted (DMARC)', 'policy'],
    ['4.7.1', 'smtp; 451 4.7.1 Greylisting in action, please come back later', 'greylisted'],
    ['4.4.1', 'smtp; connection timed out', 'soft'],
    ['5.2.3', 'smtp; 552 5.2.3 Message exceeds maximum size', 'soft'],
  ])('%s %s is %s', async (status, diagnostic, kind) => {
    const result = await dsn([
      'Final-Recipient: rfc822; Ana@client.example',
      'Action: failed',
      `Status: ${status}`,
      `Diagnostic-Code: ${diagnostic}`,
    ]);
    expect(result).toMatchObject({
      class: 'bounce',
      originalMessageId: '<m1@agency.example>',
      recipients: [{ address: 'ana@client.example', kind }],
    });
  });

  test('a delay is not a bounce', async () => {
    const result = await dsn(
      ['Final-Recipient: rfc822; ana@client.example', 'Action: delayed', 'Status: 4.4.1'],
      'Delayed Mail',
    );
    expect(result).toMatchObject({ class: 'delayed', recipients: [{ kind: 'soft', status: '4.4.1' }] });
  });

  test('a success notice is not a bounce', async () => {
    const result = await dsn(['Final-Recipient: rfc822; ana@client.example', 'Action: delivered', 'Status: 2.0.0']);
    expect(result).toMatchObject({ class: 'other', recipients: [] });
  });

  test('of several recipients only the failed ones are named', async () => {
    const result = await dsn([
      'Final-Recipient: rfc822; a@client.example',
      'Action: failed',
      'Status: 5.1.1',
      '',
      'Final-Recipient: rfc822; b@client.example',
      'Action: delivered',
      'Status: 2.0.0',
    ]);
    expect(result.recipients.map(({ address }) => address)).toEqual(['a@client.example']);
  });
});

describe("bounces in a server's own words", () => {
  test('qmail', async () => {
    const body =
      "Hi. This is the qmail-send program at mx.client.example.\r\nI'm afraid I wasn't able to deliver your message.\r\n\r\n<ana@client.example>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <m1@agency.example>\r\nTo: other@client.example";
    expect(await daemon('failure notice', body)).toMatchObject({
      class: 'bounce',
      originalMessageId: '<m1@agency.example>',
      recipients: [{ address: 'ana@client.example', kind: 'hard', status: '5.1.1' }],
    });
  });

  test('Exim', async () => {
    const body =
      'A message that you sent could not be delivered. This is a permanent error.\r\n\r\n  ana@client.example\r\n    host mx.client.example [192.0.2.1]\r\n    SMTP error from remote mail server after RCPT TO:\r\n    550 unknown user';
    const result = await daemon(
      'Mail delivery failed: returning message to sender',
      body,
      'X-Failed-Recipients: ana@client.example',
    );
    expect(result).toMatchObject({
      class: 'bounce',
      recipients: [{ address: 'ana@client.example', kind: 'hard', status: '5.0.0' }],
    });
  });

  test('Exim, delayed', async () => {
    const body =
      'This message was created automatically.\r\nA message that you sent has not yet been delivered after 24 hours.\r\n\r\n  ana@client.example\r\n\r\nNo action is required on your part.';
    expect(await daemon('Warning: message 1abc delayed 24 hours', body)).toMatchObject({
      class: 'delayed',
      recipients: [{ address: 'ana@client.example', kind: 'soft' }],
    });
  });

  test('Gmail', async () => {
    const body =
      "** Address not found **\r\n\r\nYour message wasn't delivered to ana@client.example because the address couldn't be found.\r\n\r\nThe response was:\r\n550 5.1.1 The email account that you tried to reach does not exist.";
    expect(await daemon('Delivery Status Notification (Failure)', body)).toMatchObject({
      class: 'bounce',
      recipients: [{ address: 'ana@client.example', kind: 'hard', status: '5.1.1' }],
    });
  });

  test('Exchange, in German', async () => {
    const body =
      'Fehler bei der Zustellung an folgende Empfänger:\r\n\r\nana@client.example\r\nDas Postfach ist voll.\r\n\r\n#550 5.2.2 mailbox full';
    const result = await classify(
      'From: postmaster@client.example',
      'To: noor@agency.example',
      'Subject: Unzustellbar: Angebot',
      'Content-Type: text/plain; charset=utf-8',
      '',
      body,
    );
    expect(result).toMatchObject({ class: 'bounce', recipients: [{ address: 'ana@client.example', kind: 'full' }] });
  });

  test('a bounce of a mail that is not ours is still a bounce, with its id', async () => {
    const result = await daemon(
      'Undelivered Mail Returned to Sender',
      '<x@client.example>: 550 5.1.1 unknown\r\n\r\nMessage-ID: <forged@elsewhere.example>',
    );
    expect(result).toMatchObject({ class: 'bounce', originalMessageId: '<forged@elsewhere.example>' });
  });
});
