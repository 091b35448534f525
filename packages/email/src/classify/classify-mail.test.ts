import { describe, expect, test } from 'vitest';
import { parseMail } from '../parse/parse-mail.ts';
import { classifyMail } from './classify-mail.ts';

const classify = async (...lines: string[]) => classifyMail(await parseMail(lines.join('\r\n')));
/** A mail from a person, with further headers before the empty line. */
const person = (subject: string, body: string, ...headers: string[]) =>
  classify(
    'From: Ana Ruiz <ana@client.example>',
    'To: noor@agency.example',
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    'Message-ID: <r1@client.example>',
    ...headers,
    '',
    body,
  );
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

test('a complaint (RFC 5965) names the recipient and the mail', async () => {
  const result = await classify(
    'From: feedback@isp.example',
    'To: abuse@agency.example',
    'Subject: Abuse report',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is a report.',
    '',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Isp/1',
    'Version: 1',
    'Original-Rcpt-To: Ana@client.example',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <m1@agency.example>',
    'Subject: Offer',
    '',
    'Hi',
    '--b--',
    '',
  );
  expect(result).toMatchObject({
    class: 'complaint',
    originalMessageId: '<m1@agency.example>',
    recipients: [{ address: 'ana@client.example' }],
  });
});

describe('absence notes', () => {
  test.each([
    ['Automatic reply: Offer', 'I am out of the office until Monday, 9 March 2026. Ana', '9 March 2026'],
    ['Réponse automatique : Offre', "Je suis absente jusqu'au 12 mars 2026 inclus.", '12 mars 2026'],
    ['Abwesenheitsnotiz', 'Ich bin bis zum 15.03.2026 nicht im Büro.', '15.03.2026'],
    ['Respuesta automática: Oferta', 'Estoy fuera de la oficina hasta el 20 de marzo.', '20 de marzo'],
    ['Risposta automatica: Offerta', 'Sono fuori ufficio fino al 3 aprile.', '3 aprile'],
    ['Resposta automática: Oferta', 'Estou de férias até 10 de abril.', '10 de abril'],
    ['Automatisch antwoord: Aanbod', 'Ik ben afwezig tot en met 5 mei.', '5 mei'],
  ])('%s', async (subject, body, date) => {
    const result = await person(subject, body);
    expect(result.class).toBe('out_of_office');
    expect(result.returnsOn).toContain(date);
  });

  test('are known by their headers when the subject is ours', async () => {
    const result = await person(
      'Re: Offer',
      "I'm on annual leave, back on 2026-04-01.",
      'Auto-Submitted: auto-replied',
      'In-Reply-To: <m1@agency.example>',
    );
    expect(result).toMatchObject({
      class: 'out_of_office',
      originalMessageId: '<m1@agency.example>',
      returnsOn: '2026-04-01',
    });
  });
});

test.each(['Auto-Submitted: auto-replied', 'X-Autoreply: yes', 'X-Autorespond: Ticket', 'Precedence: auto_reply'])(
  'an automatic receipt is an auto-reply: %s',
  async (header) => {
    expect(
      (await person('Re: Offer', 'Thank you for contacting us. Your ticket #123 was created.', header)).class,
    ).toBe('auto_reply');
  },
);

describe('wishes to get no more mail', () => {
  test.each([
    'Please unsubscribe me.',
    'Remove me from your list!',
    'Bitte keine weiteren E-Mails mehr.',
    'Merci de me désabonner',
    'Por favor, denme de baja. No me escriban más.',
    'Vi prego di cancellarmi, disiscrivetemi',
    'Por favor, removam-me da lista',
    'Graag afmelden',
    'STOP',
  ])('%s', async (body) => {
    expect((await person('Re: Offer', body)).class).toBe('unsubscribe');
  });

  test('count in the subject of a fresh mail, not in an answer to ours', async () => {
    expect((await person('unsubscribe', '')).class).toBe('unsubscribe');
    expect((await person('Re: How people unsubscribe', 'Interesting, tell me more')).class).toBe('human');
  });

  test('do not count in quoted text', async () => {
    const quoted =
      'Sounds good, let us talk on Tuesday.\r\n\r\nOn Mon, 2 Mar 2026 at 09:30, Noor Haddad <noor@agency.example> wrote:\r\n> Hi Ana\r\n> Click here to unsubscribe';
    expect((await person('Re: Offer', quoted)).class).toBe('human');
    const outlook =
      'Klingt gut.\r\n\r\nVon: Noor Haddad\r\nGesendet: Montag, 2. März 2026\r\nAn: Ana\r\nBetreff: Angebot\r\n\r\nHier abmelden';
    expect((await person('AW: Angebot', outlook)).class).toBe('human');
  });
});

test('list mail and receipts are other', async () => {
  expect(
    (await person('March news', 'Hello', 'List-Id: <news.client.example>', 'List-Unsubscribe: <https://x.example>'))
      .class,
  ).toBe('other');
  expect((await person('March news', 'Unsubscribe here', 'Precedence: bulk')).class).toBe('other');
});

test('people are human, also when they write about absence, delivery or spam', async () => {
  for (const body of [
    'Yes please!',
    'I will be out of the office next week, can we talk today?',
    'Your last mail was in my spam folder.',
    'My colleague was on leave. What does it cost?',
  ]) {
    expect((await person('Re: Offer', body, 'In-Reply-To: <m1@agency.example>')).class).toBe('human');
  }
});
