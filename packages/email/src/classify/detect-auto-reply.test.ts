import { describe, expect, test } from 'vitest';
import { classifySample, reportBody } from './build-sample.ts';

const answered = 'In-Reply-To: <m1@agency.example>\nReferences: <m1@agency.example>';
const classOf = async (headers: string, body: string) => (await classifySample(headers, body)).class;

describe('absence notes', () => {
  test.each([
    [
      'Exchange',
      'Subject: Automatic reply: Offer\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: All',
      'Thank you for your e-mail. I am on annual leave until 16 March and have limited access to e-mail.',
    ],
    [
      'Exchange, de',
      'Subject: Automatische Antwort: Angebot\nX-Auto-Response-Suppress: All\nAuto-Submitted: auto-generated',
      'Vielen Dank für Ihre Nachricht. Ich bin bis 15.03. im Urlaub.',
    ],
    [
      'Exchange, fr',
      'Subject: Réponse automatique : Offre\nX-Auto-Response-Suppress: All\nAuto-Submitted: auto-generated',
      'Bonjour, je suis en congés jusqu’au 12 mars. Merci pour votre message.',
    ],
    [
      'Exchange, es',
      'Subject: Respuesta automática: Oferta\nAuto-Submitted: auto-generated',
      'Estaré fuera de la oficina hasta el lunes.',
    ],
    [
      'Exchange, it',
      'Subject: Risposta automatica: Offerta\nAuto-Submitted: auto-generated',
      'Sono in ferie, rientrerò il 3 aprile.',
    ],
    [
      'Exchange, pt',
      'Subject: Resposta automática: Proposta\nAuto-Submitted: auto-generated',
      'Estou de férias e regresso a 10 de abril.',
    ],
    [
      'Exchange, nl',
      'Subject: Automatisch antwoord: Aanbod\nAuto-Submitted: auto-generated',
      'Ik ben op vakantie en weer bereikbaar vanaf 5 mei.',
    ],
    [
      'Exchange, sv',
      'Subject: Automatiskt svar: Erbjudande\nAuto-Submitted: auto-generated',
      'Hej! Jag är på semester och är åter den 4 augusti.',
    ],
    [
      'Exchange, pl',
      'Subject: Odpowiedź automatyczna: Oferta\nAuto-Submitted: auto-generated',
      'Jestem na urlopie do 12 lipca.',
    ],
    [
      'Gmail',
      `Subject: Away this week Re: Offer\nPrecedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied\n${answered}`,
      'I am travelling with limited access to email.',
    ],
    ['Gmail, not threaded', 'Subject: Gone fishing\nPrecedence: bulk\nX-Autoreply: yes', "I'm out of office."],
    [
      'Zimbra',
      'Subject: Re: Offer\nAuto-Submitted: auto-replied (zimbra; vacation)\nPrecedence: bulk',
      'I am on vacation this week.',
    ],
    ['Apple', `Subject: Re: Offer\nAuto-Submitted: auto-replied (vacation)\n${answered}`, 'I am away from my desk.'],
    ['Sieve', 'Subject: Auto: Offer\nAuto-Submitted: auto-replied (vacation)', 'Je suis absente cette semaine.'],
    ['Domino', 'Subject: Ana Ruiz is out of the office (returning 09/03/2026)', 'I am out of the office.'],
    ['old Outlook', 'Subject: Out of Office AutoReply: Offer', 'Back on Monday.'],
    ['null sender', `Return-Path: <>\nSubject: Re: Offer\n${answered}`, 'Ich bin zurzeit nicht im Büro.'],
  ])('%s', async (_, headers, body) => expect(await classOf(headers, body)).toBe('out_of_office'));
});

describe('other automatic answers', () => {
  test.each([
    [
      'ticket system',
      'From: Client support <support@client.example>\nSubject: [SUP-123] We got your request\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: DR, RN, OOF, AutoReply',
      'Your ticket SUP-123 was opened. An agent will look at it.',
    ],
    [
      'help desk',
      `Subject: Re: Offer\nAuto-Submitted: auto-replied\nPrecedence: bulk\n${answered}`,
      'We have received your message and will get back to you within 24 hours.',
    ],
    [
      'Exchange, a shared mailbox',
      'Subject: Automatic reply: Offer\nAuto-Submitted: auto-generated',
      'Thank you for contacting us. This mailbox is not monitored.',
    ],
    [
      'someone left',
      'Subject: Automatic reply: Offer\nAuto-Submitted: auto-generated',
      'Ana Ruiz no longer works with us. Please write to office@client.example.',
    ],
    [
      'only a suppression',
      `Subject: Re: Offer\nX-Auto-Response-Suppress: All\n${answered}`,
      'Your message has been received.',
    ],
    ['no-reply', `From: no-reply@client.example\nSubject: Re: Offer\n${answered}`, 'Thanks, we have your mail.'],
    ['cPanel', 'Subject: Re: Offer\nX-Autorespond: Offer\nPrecedence: auto_reply', 'Thanks for your mail.'],
    [
      'challenge',
      `Subject: Please confirm your message\nAuto-Submitted: auto-replied\n${answered}`,
      'Click to prove that you are a person.',
    ],
  ])('%s', async (_, headers, body) => expect(await classOf(headers, body)).toBe('auto_reply'));

  test('a read receipt', async () => {
    const mdn = reportBody('disposition-notification', [
      ['text/plain', 'Your message was displayed on the screen of ana@client.example.'],
      [
        'message/disposition-notification',
        'Final-Recipient: rfc822; ana@client.example\nOriginal-Message-ID: <m1@agency.example>\nDisposition: manual-action/MDN-sent-manually; displayed',
      ],
    ]);
    expect(await classOf(`Subject: Read: Offer\n${mdn.headers}`, mdn.body)).toBe('auto_reply');
  });
});

describe('people', () => {
  test.each([
    ['Re: Offer', 'I was out of office last week. Send me the price list, please.'],
    ['Out of office furniture: your offer', 'We need forty desks. Do you deliver to Lyon?'],
    ['On leave next week, can we talk before?', 'Friday suits me.'],
    ['Re: Automatic reply tool', 'How many automatic replies can it send?'],
    ['AW: Angebot', 'Gern! Nächste Woche bin ich im Urlaub, danach passt es.'],
    [
      'Re: Offer',
      'Let us talk.\n\nOn Mon, 2 Mar 2026 at 09:30, Noor <noor@agency.example> wrote:\n> Automatic reply: I am out of the office\n> Unsubscribe here',
    ],
    [
      'RE: Offer',
      'Fine with me.\n\nFrom: Noor Haddad <noor@agency.example>\nSent: Monday, 2 March 2026 09:30\nTo: Ana\nSubject: Offer\n\nI am on vacation. Unsubscribe me? Click here.',
    ],
  ])('%s: %s', async (subject, body) => expect(await classOf(`Subject: ${subject}\n${answered}`, body)).toBe('human'));
});
