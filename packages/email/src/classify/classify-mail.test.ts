import { describe, expect, test } from 'vitest';
import { parseMail } from '../parse/index.ts';
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
