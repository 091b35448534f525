import { describe, expect, test } from 'vitest';
import { classifySample, reportBody } from './build-sample.ts';

interface Report {
  subject: string;
  from: string;
  notice: string;
  fields: string;
  headers?: string;
}

function classifyReport({ subject, from, notice, fields, headers = '' }: Report) {
  const original =
    'From: Noor Haddad <noor@agency.example>\nTo: ana@client.example\nMessage-ID: <m1@agency.example>\nSubject: Offer\n\nHi';
  const report = reportBody('delivery-status', [
    ['text/plain; charset=utf-8', notice],
    [
      'message/delivery-status',
      `Reporting-MTA: dns; mx.client.example\nArrival-Date: Mon, 2 Mar 2026 09:30:00 +0100\n\n${fields}`,
    ],
    ['message/rfc822', original],
  ]);
  return classifySample(`From: ${from}\nSubject: ${subject}\n${report.headers}\n${headers}`, report.body);
}

const recipient = (status: string, diagnostic: string, action = 'failed') =>
  `Final-Recipient: rfc822; ana@client.example\nAction: ${action}\nStatus: ${status}\n${diagnostic ? `Diagnostic-Code: ${diagnostic}` : 'X-Nothing: yes'}`;

test.each([
  [
    'Postfix',
    '5.1.1',
    'smtp; 550 5.1.1 <ana@client.example>: Recipient address rejected: User unknown in virtual mailbox table',
    'hard',
  ],
  [
    'Postfix, no such domain',
    '5.4.4',
    'X-Postfix; Host or domain name not found. Name service error for name=client.example type=A: Host not found',
    'hard',
  ],
  ['Postfix, given up', '4.4.1', 'X-Postfix; connect to mx.client.example[192.0.2.1]:25: Connection timed out', 'soft'],
  ['Postfix, loop', '5.4.6', 'X-Postfix; mail for client.example loops back to myself', 'soft'],
  ['Sendmail', '5.3.0', 'X-Unix; 550 5.1.1 <ana@client.example>... User unknown', 'hard'],
  ['Exim', '5.0.0', 'smtp; 550 Unrouteable address', 'hard'],
  [
    'Exchange',
    '5.1.10',
    'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ana@client.example not found by SMTP address lookup',
    'hard',
  ],
  [
    'Exchange, quota',
    '5.2.2',
    'smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException',
    'full',
  ],
  ['Exchange, rights', '5.7.1', 'smtp;550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized', 'policy'],
  [
    'Office 365, next hop',
    '5.0.350',
    'smtp;550 5.0.350 Remote server returned an error -> 550 5.7.1 Message rejected as spam by Content Filtering.',
    'policy',
  ],
  ['Office 365, tenant', '5.4.1', 'smtp;550 5.4.1 Recipient address rejected: Access denied.', 'hard'],
  ['Office 365, DNS', '5.4.310', 'smtp;550 5.4.310 DNS domain client.example does not exist', 'hard'],
  ['Outlook.com', '5.5.0', 'smtp;550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).', 'hard'],
  [
    'Outlook.com, DMARC',
    '5.7.509',
    'smtp;550 5.7.509 Access denied, sending domain agency.example does not pass DMARC verification',
    'policy',
  ],
  [
    'Gmail',
    '5.1.1',
    "smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try\n 550-5.1.1 double-checking the recipient's email address for typos.",
    'hard',
  ],
  ['Gmail, full', '5.2.2', 'smtp; 552-5.2.2 The email account that you tried to reach is over quota.', 'full'],
  ['Gmail, disabled', '5.2.1', 'smtp; 550 5.2.1 The email account that you tried to reach is inactive.', 'hard'],
  [
    'Gmail, rate',
    '5.2.1',
    'smtp; 550-5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages',
    'soft',
  ],
  [
    'Gmail, spam',
    '5.7.1',
    'smtp; 550-5.7.1 Our system has detected that this message is likely unsolicited mail.',
    'policy',
  ],
  [
    'Yahoo',
    '5.0.0',
    "smtp; 554 delivery error: dd This user doesn't have a yahoo.example account (ana@yahoo.example)",
    'hard',
  ],
  [
    'Yahoo, complaints',
    '4.7.0',
    'smtp; 421 4.7.0 [TSS04] Messages from 192.0.2.9 temporarily deferred due to unexpected volume or user complaints',
    'policy',
  ],
  [
    'Yahoo, closed',
    '5.0.0',
    'smtp; 554 delivery error: dd Sorry your message cannot be delivered. This mailbox is disabled (554.30).',
    'hard',
  ],
  ['Amazon SES', '5.1.1', 'smtp; 550 5.1.1 user unknown', 'hard'],
  [
    'Amazon SES, suppressed',
    '5.1.1',
    'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
    'hard',
  ],
  [
    'Mimecast',
    '5.0.0',
    'smtp; 550 Rejected by header based manually Blocked Senders - block for manual block',
    'policy',
  ],
  ['Mimecast, recipient', '5.0.0', 'smtp; 550 Invalid Recipient - https://help.gateway.example/docs#550', 'hard'],
  [
    'Barracuda',
    '5.0.0',
    'smtp; 554 Service unavailable; Client host [mail.agency.example] blocked using Reputation; http://filter.example/q=192.0.2.9',
    'blocked',
  ],
  [
    'Barracuda, recipient',
    '5.0.0',
    'smtp; 550 permanent failure for one or more recipients (ana@client.example:550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found)',
    'hard',
  ],
  ['Zimbra', '5.2.2', 'smtp; 552 5.2.2 Over quota', 'full'],
  ['Zimbra, filter', '5.7.0', 'smtp; 554 5.7.0 Reject, id=12345-01 - SPAM', 'policy'],
  ['Domino', '5.1.1', 'X-Notes; User ana (ana@client.example) not listed in Domino Directory', 'hard'],
  ['Mailgun', '5.1.2', 'smtp; 550 5.1.2 No MX for client.example', 'hard'],
  ['Courier', '5.0.0', 'smtp; 550 User unknown.', 'hard'],
  [
    'IronPort',
    '5.1.0',
    "smtp; 5.1.0 - Unknown address error 554-'5.7.1 message refused for its reputation' (delivery attempts: 0)",
    'blocked',
  ],
  ['storage', '5.0.0', 'smtp; 552 Requested mail action aborted: exceeded storage allocation', 'full'],
  ['storage, later', '4.0.0', 'smtp; 452 Mailbox full, try again later', 'full'],
  ['size', '5.3.4', 'smtp; 552 5.3.4 Message size exceeds fixed limit', 'soft'],
  ['greylisted', '4.7.1', 'smtp; 451 4.7.1 Please try again later', 'greylisted'],
  [
    'greylisted, in words',
    '4.2.0',
    'smtp; 450 4.2.0 <ana@client.example>: Recipient address rejected: Greylisted, see http://postgrey.example',
    'greylisted',
  ],
  ['no reverse name', '4.7.25', 'smtp; 450 4.7.25 Client host rejected: cannot find your hostname', 'policy'],
  [
    'blocklist',
    '5.7.1',
    'smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using list.example',
    'blocked',
  ],
  ['unknown, called policy', '5.7.1', 'smtp; 550 5.7.1 No such user here', 'hard'],
  ['bad sender', '5.1.8', 'smtp; 553 5.1.8 <noor@agency.example>: Sender address rejected: Domain not found', 'policy'],
])('%s: %s %s', async (_, status, diagnostic, kind) => {
  const result = await classifyReport({
    subject: 'Undelivered Mail Returned to Sender',
    from: 'Mail Delivery System <MAILER-DAEMON@mx.client.example>',
    notice: 'Your message could not be delivered.',
    fields: recipient(status, diagnostic),
  });
  expect(result).toMatchObject({
    class: 'bounce',
    originalMessageId: '<m1@agency.example>',
    recipients: [{ address: 'ana@client.example', kind }],
  });
});

test('a delay tells why it waits', async () => {
  const result = await classifyReport({
    subject: 'Delivery Status Notification (Delay)',
    from: 'Mail Delivery Subsystem <mailer-daemon@mail.example>',
    notice: 'There was a temporary problem. We will keep trying for 46 hours.',
    fields: recipient('4.2.2', 'smtp; 452-4.2.2 The email account that you tried to reach is over quota', 'delayed'),
  });
  expect(result).toMatchObject({ class: 'delayed', recipients: [{ kind: 'full', status: '4.2.2' }] });
});

test('recipients are written in many ways', async () => {
  for (const field of [
    'Final-Recipient: RFC822; <Ana@Client.Example>',
    'Final-Recipient: rfc822;Ana@client.example',
    'Original-Recipient: rfc822;ana@client.example\nFinal-Recipient: rfc822; forwarded@elsewhere.example',
    'Final-Recipient: LOCAL;\\ana',
  ]) {
    const fields = `${field}\nAction: Failed (expired)\nStatus: 5.1.1 (bad mailbox)`;
    const result = await classifyReport({
      subject: 'Undeliverable: Offer',
      from: 'postmaster@client.example',
      notice: 'No.',
      fields,
    });
    expect(result.recipients).toMatchObject([{ address: 'ana@client.example', kind: 'hard', status: '5.1.1' }]);
  }
});

describe('notices without a standard report', () => {
  test.each([
    [
      'Domino',
      'From: Postmaster@client.example\nSubject: DELIVERY FAILURE: User ana (ana@client.example) not listed in Domino Directory',
      'Your message\n\n  Subject: Offer\n\nwas not delivered to:\n\n  ana@client.example\n\nbecause:\n\n  User ana (ana@client.example) not listed in Domino Directory\n',
      { class: 'bounce', recipients: [{ address: 'ana@client.example', kind: 'hard' }] },
    ],
    [
      'old Exchange',
      'From: System Administrator <admin@client.example>\nSubject: Undeliverable: Offer\nReturn-Path: <>',
      'Your message\n\n  To:      ana@client.example\n  Subject: Offer\n  Sent:    Mon, 2 Mar 2026 09:30:00 +0100\n\ndid not reach the following recipient(s):\n\nana@client.example on Mon, 2 Mar 2026 09:30:00 +0100\n    The recipient name is not recognized\n',
      { class: 'bounce', recipients: [{ address: 'ana@client.example', kind: 'hard' }] },
    ],
    [
      'qmail, host away',
      'From: MAILER-DAEMON@agency.example\nSubject: failure notice',
      "Hi. This is the qmail-send program at mail.agency.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ana@client.example>:\nSorry, I wasn't able to establish an SMTP connection. (#4.4.1)\nI'm not going to try again; this message has been in the queue too long.\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <noor@agency.example>\n",
      { class: 'bounce', recipients: [{ address: 'ana@client.example', kind: 'soft', status: '4.4.1' }] },
    ],
    [
      'Gmail, help addresses aside',
      'From: Mail Delivery Subsystem <mailer-daemon@mail.example>\nSubject: Delivery Status Notification (Failure)',
      'Delivery to the following recipient failed permanently:\n\n     ana@client.example\n\nTechnical details of permanent failure:\n552 5.2.2 The account is over quota. Write to support@client.example for help.\n\n----- Original message -----\n',
      { class: 'bounce', recipients: [{ address: 'ana@client.example', kind: 'full', status: '5.2.2' }] },
    ],
    [
      'Sendmail, waiting',
      'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.agency.example>\nSubject: Warning: could not send message for past 4 hours',
      '    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n\n   ----- The following addresses had transient non-fatal errors -----\n<ana@client.example>\n\n   ----- Transcript of session follows -----\n<ana@client.example>... Deferred: Connection timed out with mx.client.example.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n',
      { class: 'delayed', recipients: [{ address: 'ana@client.example', kind: 'soft' }] },
    ],
  ])('%s', async (_, headers, body, expected) => {
    expect(await classifySample(headers, body)).toMatchObject(expected);
  });
});

describe('people who write about bounces', () => {
  const bounced = 'Undelivered Mail Returned to Sender';
  test('are people when they forward one', async () => {
    const text = `Look what I got, can you mend this?\n\n---------- Forwarded message ---------\nFrom: MAILER-DAEMON@mx.client.example\nSubject: ${bounced}\n\n<ana@client.example>: 550 5.1.1 user unknown`;
    expect((await classifySample(`Subject: Fwd: ${bounced}`, text)).class).toBe('human');
  });

  test('also with the report itself attached', async () => {
    const report = reportBody('delivery-status', [
      ['text/plain', 'See below, please.'],
      [
        'message/delivery-status',
        `Reporting-MTA: dns; mx.client.example\n\n${recipient('5.1.1', 'smtp; 550 5.1.1 unknown')}`,
      ],
    ]);
    const headers = report.headers.replace('multipart/report; report-type=delivery-status', 'multipart/mixed');
    expect((await classifySample(`Subject: Fwd: ${bounced}\n${headers}`, report.body)).class).toBe('human');
  });

  test('are people when they only mention one, even a postmaster', async () => {
    expect(
      (
        await classifySample(
          'Subject: Re: Offer\nIn-Reply-To: <m1@agency.example>',
          'My first answer had a delivery failure, here it is again.',
        )
      ).class,
    ).toBe('human');
    expect(
      (
        await classifySample(
          'From: Ana <postmaster@client.example>\nSubject: Our talk',
          'We run 450 mailboxes here. What does it cost?',
        )
      ).class,
    ).toBe('human');
  });
});
