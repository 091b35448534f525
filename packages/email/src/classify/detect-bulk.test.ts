import { expect, test } from 'vitest';
import { classifySample, reportBody } from './build-sample.ts';

const invitation = (method: string, disposition = '', words = 'Let us meet.') =>
  `--edge\nContent-Type: text/plain\n\n${words}\n--edge\nContent-Type: text/calendar; charset=utf-8${method ? `; method=${method}` : ''}\n${disposition}\n\nBEGIN:VCALENDAR\nVERSION:2.0\n${method ? `METHOD:${method}\n` : ''}BEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n--edge--\n`;
const mixed = 'Content-Type: multipart/mixed; boundary="edge"';

test.each([
  ['a newsletter', 'Subject: March news\nList-Unsubscribe: <https://news.example/u>', 'Hello! Unsubscribe here'],
  [
    'a newsletter that claims to be generated',
    'Subject: News\nList-Unsubscribe: <https://news.example/u>\nAuto-Submitted: auto-generated',
    'Hello',
  ],
  [
    'a newsletter without its headers',
    'From: Shop <hello@shop.example>\nSubject: Sale',
    'View in your browser\n\nAll shoes cheaper.\n\nUnsubscribe',
  ],
  ['a list', 'Subject: [dev] build\nList-Id: <dev.lists.example>\nPrecedence: list', 'It broke.'],
  ['an order', 'From: noreply@shop.example\nSubject: Your order', 'It is on its way.'],
  [
    'an accepted invitation',
    `Subject: Accepted: Talk\n${mixed}`,
    invitation('REPLY', '', 'Ana has accepted this invitation.'),
  ],
  ['a cancelled invitation', `Subject: Cancelled: Talk\n${mixed}`, invitation('CANCEL', '', '')],
  [
    "a room's answer",
    `Subject: Accepted: Talk\nAuto-Submitted: auto-generated\n${mixed}`,
    invitation('REPLY', '', 'Your request was accepted.'),
  ],
  [
    "a booking tool's invitation",
    `From: no-reply@tool.example\nSubject: Invitation: Talk\n${mixed}`,
    invitation('REQUEST'),
  ],
  [
    'a DMARC report',
    `From: noreply-dmarc@isp.example\nSubject: Report domain: agency.example Submitter: isp.example Report-ID: 1\n${mixed}`,
    '--edge\nContent-Type: application/gzip; name="isp.example!agency.example!1772406000!1772492399.xml.gz"\nContent-Transfer-Encoding: base64\n\nH4sIAAAAAAAA\n--edge--\n',
  ],
])('%s is other', async (_, headers, body) => expect((await classifySample(headers, body)).class).toBe('other'));

test.each([
  ['an invitation', 'Invitation: Talk', invitation('REQUEST')],
  ['an invitation without a word', 'Invitation: Talk', invitation('REQUEST', '', '')],
  ['an acceptance with words', 'Accepted: Talk', invitation('REPLY', '', 'Happy to meet, please bring the prices.')],
  ['a proposal of another time', 'New time proposed: Talk', invitation('COUNTER', '', '')],
  ['a cancellation with words', 'Cancelled: Talk', invitation('CANCEL', '', 'Sorry, something came up.')],
])("%s is a person's answer", async (_, subject, body) =>
  expect((await classifySample(`Subject: ${subject}\n${mixed}`, body)).class).toBe('human'),
);

test('a person who attaches a calendar file is a person', async () => {
  const result = await classifySample(
    `Subject: Re: Offer\n${mixed}`,
    invitation('', 'Content-Disposition: attachment; filename=talk.ics'),
  );
  expect(result.class).toBe('human');
});

const complaint = (fields: string, original: string) =>
  reportBody('feedback-report', [
    ['text/plain', 'This is an abuse report.'],
    ['message/feedback-report', `${fields}\nUser-Agent: Loop/1\nVersion: 1`],
    ['message/rfc822', `${original}\nMessage-ID: <m1@agency.example>\n\nHi`],
  ]);

test.each([
  [
    'standard',
    complaint('Feedback-Type: abuse\nOriginal-Rcpt-To: <ana@client.example>', 'To: undisclosed-recipients:;'),
  ],
  ['without recipient', complaint('Feedback-Type: abuse', 'To: Ana <ana@client.example>')],
  ['fraud', complaint('Feedback-Type: fraud\nRemoval-Recipient: ana@client.example', 'To: x@y.example')],
])('a complaint is one: %s', async (_, { headers, body }) => {
  expect(await classifySample(`From: feedback@isp.example\nSubject: FW: Offer\n${headers}`, body)).toMatchObject({
    class: 'complaint',
    originalMessageId: '<m1@agency.example>',
    recipients: [{ address: 'ana@client.example' }],
  });
});

test("a complaint in Microsoft's form", async () => {
  const body =
    '--edge\nContent-Type: message/rfc822\n\nX-HmXmrOriginalRecipient: ana@client.example\nMessage-ID: <m1@agency.example>\nTo: x@y.example\n\nHi\n--edge--\n';
  expect(
    await classifySample(`From: staff@hotmail.com\nSubject: complaint about message from 192.0.2.9\n${mixed}`, body),
  ).toMatchObject({ class: 'complaint', recipients: [{ address: 'ana@client.example' }] });
});

test('reports about forged mail and praise are no complaints', async () => {
  for (const type of ['auth-failure', 'not-spam']) {
    const { headers, body } = complaint(`Feedback-Type: ${type}`, 'To: ana@client.example');
    expect(await classifySample(`Subject: Report\n${headers}`, body)).toMatchObject({ class: 'other', recipients: [] });
  }
});
