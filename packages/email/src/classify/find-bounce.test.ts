import { describe, expect, test } from 'vitest';
import { classifySample, parseSample, reportBody } from './build-sample.ts';
import { classifyMail } from './classify-mail.ts';
import { isDeadAddress } from './is-dead-address.ts';

const copy =
  'From: Noor Haddad <noor@agency.example>\nTo: ana@client.example\nMessage-ID: <m1@agency.example>\nSubject: Offer';
const attached = (notice: string) => ({
  headers: 'Content-Type: multipart/mixed; boundary="edge"',
  body: `--edge\nContent-Type: text/plain\n\n${notice}\n--edge\nContent-Type: message/rfc822\n\n${copy}\n\nHi\n--edge--\n`,
});
const dsn = (fields: string, notice = 'Sorry.') =>
  reportBody('delivery-status', [
    ['text/plain', notice],
    ['message/delivery-status', `Reporting-MTA: dns; mx.client.example\n\n${fields}`],
    ['text/rfc822-headers', copy],
  ]);

describe('a report is found', () => {
  test.each([
    [
      'by a null return path',
      'Return-Path: <>\nFrom: <x@client.example>\nSubject: Mail',
      'Nobody of that name works here.',
    ],
    ['by the name of a daemon', 'From: MAILER-DAEMON@client.example\nSubject: Offer', 'Etwas ging schief.'],
    [
      'though it calls itself an answer',
      'Return-Path: <>\nAuto-Submitted: auto-replied\nIn-Reply-To: <m1@agency.example>',
      'You wrote to ana@client.example. That is not a valid user here.',
    ],
    [
      "by a gateway's address and the failed one",
      'From: SMTP_Gateway@client.example\nSubject: Delivery failure notification',
      'Your message could not be delivered to the following recipients:\n\nana@client.example\n',
    ],
    [
      'by a sender like anybody',
      'From: e-mail@client.example\nSubject: Offer',
      'Your message could not be delivered to\nana@client.example\n',
    ],
    [
      'from sieve',
      'From: Mail Delivery Subsystem <ana@client.example>\nSubject: Automatically rejected mail\nAuto-Submitted: auto-replied (rejected)\nPrecedence: bulk',
      'Your message to <ana@client.example> was automatically rejected:\nQuota exceeded',
    ],
    [
      'from a list server',
      'From: team-bounces@client.example\nSubject: Your message to Team\nPrecedence: bulk',
      'You are not allowed to post to this mailing list, and your message has been automatically rejected.',
    ],
    [
      'that answers with a dialogue of servers',
      'From: post_master@client.example\nSubject: Re:Offer\nIn-Reply-To: <m1@agency.example>',
      'Error: Invalid user address\n\nError message below:\n550 - Requested action not taken: no such user here',
    ],
    [
      'in Japanese',
      'From: Postmaster@client.example\nSubject: エラー',
      '次のあて先へのメッセージは送信できませんでした。\n<ana@client.example>',
    ],
    ['in Chinese', 'From: postmaster@client.example\nSubject: 系统退信', '抱歉，无法发送到 ana@client.example'],
    [
      'in Russian',
      'From: mailer-daemon@client.example\nSubject: Недоставленное сообщение',
      'Ваше письмо не может быть доставлено',
    ],
  ])('%s', async (_, headers, body) => expect((await classifySample(headers, body)).class).toBe('bounce'));

  test('by a copy of our own mail in it, whatever the sender is called', async () => {
    const { headers, body } = attached('The mail below was not delivered: mailbox unknown.');
    expect(await classifySample(`From: ndr@client.example\nSubject: Offer\n${headers}`, body)).toMatchObject({
      class: 'bounce',
      originalMessageId: '<m1@agency.example>',
    });
  });

  test.each(['expired', 'error', 'failure', 'Failed (4.4.7)', 'rejected'])('that says "Action: %s"', async (action) => {
    const { headers, body } = dsn(`Final-Recipient: rfc822; ana@client.example\nAction: ${action}\nStatus: 5.4.7`);
    expect((await classifySample(`From: x@client.example\n${headers}`, body)).class).toBe('bounce');
  });

  test('in the notices of Amazon SES, by itself and through SNS', async () => {
    const notice = {
      notificationType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [
          { emailAddress: 'Ana@client.example', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 unknown user' },
        ],
      },
      mail: { commonHeaders: { messageId: '<m1@agency.example>' } },
    };
    for (const json of [notice, { Type: 'Notification', Message: JSON.stringify(notice) }]) {
      const body = `${JSON.stringify(json)}\n\n--\nTo unsubscribe visit {https://sns.example}`
        .replace('{https', '(https')
        .replace('example}', 'example)');
      expect(await classifySample('From: no-reply@sns.example\nSubject: AWS Notification Message', body)).toMatchObject(
        {
          class: 'bounce',
          originalMessageId: '<m1@agency.example>',
          recipients: [{ address: 'ana@client.example', kind: 'hard', status: '5.1.1' }],
        },
      );
    }
  });
});

describe('no report', () => {
  test.each([
    [
      'an absence without a return path',
      'Return-Path: <>\nSubject: Out of office',
      'I am on leave until Monday.',
      'out_of_office',
    ],
    ['a receipt without a return path', 'Return-Path: <>\nSubject: Hello', 'Thank you for your message.', 'auto_reply'],
    [
      'a read receipt',
      'Return-Path: <>\nSubject: Read: Offer\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x',
      '--x\nContent-Type: text/plain\n\nYour message was read.\n--x--',
      'auto_reply',
    ],
    [
      'a person who attaches our mail',
      'Subject: Re: Offer\nIn-Reply-To: <m1@agency.example>',
      'Could not open the link. Could you send it again?',
      'human',
    ],
    [
      'a person who asks about a failure',
      'Subject: Your address',
      'My message to ben@client.example could not be delivered. Is it still right?',
      'human',
    ],
    [
      'a parcel',
      'From: noreply@shop.example\nAuto-Submitted: auto-generated\nSubject: Delivery notification',
      'We could not deliver your parcel today.',
      'auto_reply',
    ],
    [
      'a newsletter',
      'From: news@shop.example\nPrecedence: bulk\nSubject: News',
      'You are not a member of our club yet. Only members can order.',
      'other',
    ],
    [
      'a moderator who will look',
      'From: team-bounces@client.example\nPrecedence: bulk\nAuto-Submitted: auto-replied',
      'Your mail to Team is being held until the list moderator can review it.',
      'auto_reply',
    ],
  ])('%s', async (_, headers, body, kind) => expect((await classifySample(headers, body)).class).toBe(kind));
});

describe('who failed', () => {
  const notice = (body: string) =>
    classifySample('Return-Path: <>\nFrom: MAILER-DAEMON@mx.client.example\nSubject: Undelivered Mail', body);

  test('is who heads a line of failure, not who the mail was sent to', async () => {
    const { recipients } = await notice(
      `Your mail to team@client.example was passed on.\n\n<ben@client.example>: 550 5.1.1 user unknown\n\n--- Below this line is a copy\n\nTo: team@client.example`,
    );
    expect(recipients).toMatchObject([{ address: 'ben@client.example', kind: 'hard' }]);
    expect(isDeadAddress(recipients, 'team@client.example')).toBe(false);
    expect(isDeadAddress(recipients, 'Ben+work@client.example')).toBe(true);
  });

  test.each([
    ['the same name at another host', 'ana@mailbox1.client.example', true],
    ['somebody else', 'ben@client.example', false],
  ])('behind a forwarding is %s: that kills the address written to or not', async (_, last, isDead) => {
    const { headers, body } = dsn(
      `Original-Recipient: rfc822;ana@client.example\nFinal-Recipient: rfc822;${last}\nAction: failed\nStatus: 5.1.1`,
    );
    const { recipients } = await classifySample(`From: MAILER-DAEMON@mx.client.example\n${headers}`, body);
    expect(recipients).toMatchObject([{ address: 'ana@client.example', forwardedTo: last, kind: 'hard' }]);
    expect(isDeadAddress(recipients, 'ana@client.example')).toBe(isDead);
  });

  test('is judged by its own lines', async () => {
    const { recipients } = await notice(
      '<ana@client.example>: 552 5.2.2 Over quota\n\n<ben@client.example>: 550 5.1.1 user unknown\n',
    );
    expect(recipients.map(({ address, kind }) => [address, kind])).toEqual([
      ['ana@client.example', 'full'],
      ['ben@client.example', 'hard'],
    ]);
  });

  test('by a bare name is at the domain of the daemon', async () => {
    for (const body of [
      '   ----- Transcript -----\nana... User unknown\n',
      'Your mail could not be delivered to:\n\tana\n',
    ])
      expect((await notice(body)).recipients).toMatchObject([{ address: 'ana@mx.client.example' }]);
    const { headers, body } = dsn('Final-Recipient: LOCAL; ben\nAction: failed\nStatus: 5.1.1');
    const { recipients } = await classifySample(`From: postmaster@client.example\n${headers}`, body);
    expect(recipients).toMatchObject([{ address: 'ben@client.example' }]);
  });

  test('is everybody whom a complaint names', async () => {
    const { headers, body } = reportBody('feedback-report', [
      [
        'message/feedback-report',
        'Feedback-Type: abuse\nOriginal-Rcpt-To: <ana@client.example>\nOriginal-Rcpt-To: ben@client.example\nVersion: 1',
      ],
      ['message/rfc822', `${copy}\n\nHi`],
    ]);
    const { recipients } = await classifySample(`From: fbl@isp.example\n${headers}`, body);
    expect(recipients.map(({ address }) => address)).toEqual(['ana@client.example', 'ben@client.example']);
  });

  test("is dead by the server's own code, not by what the reporting program made of it", async () => {
    const kindOf = async (status: string, words: string) => {
      const { headers, body } = dsn(
        `Final-Recipient: rfc822; ana@client.example\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${words}`,
      );
      return (await classifySample(`From: MAILER-DAEMON@mx.client.example\n${headers}`, body)).recipients[0];
    };
    expect(await kindOf('5.1.1', '552 5.2.2 Over quota')).toMatchObject({ kind: 'full', status: '5.2.2' });
    expect(await kindOf('5.1.1', '550 5.7.1 Message refused')).toMatchObject({ kind: 'policy', status: '5.7.1' });
    expect(await kindOf('5.0.0', '550 5.1.1 unknown')).toMatchObject({ kind: 'hard', status: '5.1.1' });
    expect(await kindOf('5.0.0', '451 try again')).toMatchObject({ kind: 'soft', status: '4.0.0' });
  });
});

test.each(['a', '\n', 'a@b.cc\n', '550 5.1.1 ', '停止', 'please remove me ', 'until 1 may ', '[::', '{"a":'])(
  'of a text filled with %j only the top is looked at',
  async (piece) => {
    const filled = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    for (const headers of [
      'Return-Path: <>\nFrom: MAILER-DAEMON@mx.client.example',
      'Subject: Re: Offer',
      'Auto-Submitted: auto-replied',
    ]) {
      const mail = await parseSample(headers);
      const verdicts = [220_000, 900_000].map((length) => classifyMail({ ...mail, text: filled(length) }));
      expect(verdicts[1]).toEqual(verdicts[0]);
    }
  },
);
