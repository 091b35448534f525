import { expect, test } from 'vitest';
import { inspectMail } from './inspect-mail.ts';

const head =
  'From: Ana <ana@client.example>\r\nTo: noor@agency.example\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nMessage-ID: <r@client.example>\r\n';
/** Every character is one byte. */
const bytes = (text: string) => Buffer.from(text, 'latin1');
const utf8 = (text: string) => Buffer.from(text).toString('latin1');
const parts = '--edge\r\nContent-Type: text/plain\r\n\r\nHello\r\n--edge--\r\n';

test.each([
  [
    'ISO-2022-JP',
    'Subject: =?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=\r\nContent-Type: text/plain; charset=ISO-2022-JP',
    '\u001b$B%F%9%H\u001b(B',
    'テスト',
  ],
  [
    'windows-1251',
    'Subject: =?windows-1251?Q?=CF=F0=E8=E2=E5=F2?=\r\nContent-Type: text/plain; charset=windows-1251',
    '\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2',
    'Привет',
  ],
  [
    'GB18030',
    'Subject: =?GB18030?B?xOO6ww==?=\r\nContent-Type: text/plain; charset=GB18030',
    '\u00c4\u00e3\u00ba\u00c3',
    '你好',
  ],
  [
    'bare Latin-1 in the headers',
    'Subject: Caf\u00e9\r\nContent-Type: text/plain; charset=iso-8859-1',
    'Caf\u00e9',
    'Café',
  ],
  [
    'bare windows-1251 in the headers',
    'Subject: \u00cf\u00f0\u00e8\u00e2\u00e5\u00f2\r\nContent-Type: text/plain; charset=windows-1251',
    '\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2',
    'Привет',
  ],
  [
    'bare UTF-8 in the headers',
    `Subject: ${utf8('Café')}\r\nContent-Type: text/plain; charset=utf-8`,
    utf8('Café'),
    'Café',
  ],
])('%s is read', async (_, headers, body, text) => {
  const mail = await inspectMail('x', bytes(`${head}${headers}\r\n\r\n${body}`));
  expect(mail).toMatchObject({ subject: text, text: `${text}\n`, class: 'human', error: null });
});

test.each([
  ['a byte order mark', `${utf8('\ufeff')}${head}Subject: x\r\n\r\nHello`],
  ['empty lines in front', `\r\n\n${head}Subject: x\r\n\r\nHello`],
  ['an mbox line', `From ana@client.example Mon Mar  2 10:00:00 2026\r\n${head}Subject: x\r\n\r\nHello`],
  ['line ends of CR', `${head}Subject: x\r\n\r\nHello`.replaceAll('\r\n', '\r')],
  ['line ends of LF', `${head}Subject: x\r\n\r\nHello`.replaceAll('\r\n', '\n')],
  ['NUL bytes', `${head}Sub\0ject: x\0\r\n\r\nHel\0lo`],
  ['no boundary', `${head}Subject: x\r\nContent-Type: multipart/mixed\r\n\r\n${parts}`],
  [
    'another boundary',
    `${head}Content-Type: multipart/alternative;\r\n boundary="other"\r\nSubject: x\r\n\r\n${parts}`,
  ],
  ['a charset nobody knows', `${head}Subject: x\r\nContent-Type: text/plain; charset="no such/thing"\r\n\r\nHello`],
])('%s does no harm', async (_, raw) => {
  expect(await inspectMail('x', bytes(raw))).toMatchObject({
    messageId: '<r@client.example>',
    date: '2026-03-02T09:00:00.000Z',
    from: { name: 'Ana', address: 'ana@client.example' },
    subject: 'x',
    text: 'Hello\n',
    class: 'human',
    error: null,
  });
});

test('addresses stay as they are written, with groups and comments opened; ids keep their order', async () => {
  const raw = [
    'From: "Ruiz, Ana (Sales)" <Ana.Ruiz@Client.Example>',
    'To: Team: a@x.example, "B, c" <b@X.example>;, d@x.example (Dee), Undisclosed recipients:;',
    'References: <1@a.example>\r\n <2@A.example>\t<1@a.example>',
    "In-Reply-To: <2@A.example> (Ana's message)",
    '',
    'Hi',
  ].join('\r\n');
  expect(await inspectMail('x', raw)).toMatchObject({
    from: { name: 'Ruiz, Ana (Sales)', address: 'Ana.Ruiz@Client.Example' },
    to: [
      { name: '', address: 'a@x.example' },
      { name: 'B, c', address: 'b@X.example' },
      { name: 'Dee', address: 'd@x.example' },
    ],
    inReplyTo: '<2@A.example>',
    references: ['<1@a.example>', '<2@A.example>'],
  });
});

test.each([
  ['Thu, 9 Apr 2026 23:34:45 JST', '2026-04-09T14:34:45.000Z'],
  ['9 Apr 26 23:34 -0000 (GMT)', '2026-04-09T23:34:00.000Z'],
  ['Thu, 9 Apr 2026 23:34:45', '2026-04-09T23:34:45.000Z'],
  ['2026-04-09T23:34:45+02:00', '2026-04-09T21:34:45.000Z'],
  ['never 1', null],
  ['Mon, 99 Foo 2026 10:00:00 +0000', null],
  ['31 Dec 9999999 10:00:00 +0000', null],
])('the date %s is %s, wherever it is read', async (date, iso) => {
  expect((await inspectMail('x', `From: a@x.example\r\nDate: ${date}\r\n\r\nHi`)).date).toBe(iso);
});

test('what cannot be opened is listed: mails in mails, Outlook containers, large files', async () => {
  const large = Buffer.alloc(7_500_000).toString('base64').replace(/.{76}/g, '$&\r\n');
  const files = [
    'Content-Type: message/rfc822\r\n\r\nFrom: q@z.example\r\nSubject: Inner\r\nContent-Type: multipart/mixed; boundary=inner\r\n\r\n--inner\r\n\r\nInner text\r\n--inner--',
    'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgA=',
    `Content-Type: application/zip; name="large.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${large}`,
  ];
  const body = ['Content-Type: text/plain\r\n\r\nHello', ...files].map((part) => `--edge\r\n${part}\r\n`).join('');
  const raw = `${head}Content-Type: multipart/mixed; boundary=edge\r\n\r\n${body}--edge--\r\n`;
  const mail = await inspectMail('x', bytes(raw));
  expect(mail).toMatchObject({ text: 'Hello\n', class: 'human', error: null });
  expect(mail.attachments).toEqual([
    { name: 'message.rfc822', type: 'message/rfc822', size: 116 },
    { name: 'winmail.dat', type: 'application/ms-tnef', size: 5 },
    { name: 'large.zip', type: 'application/zip', size: 7_500_000 },
  ]);
});

test('what is no mail says so', async () => {
  const junk = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919 + 13) % 256);
  for (const raw of [new Uint8Array(), '\r\n\r\n', junk]) {
    expect(await inspectMail('x', raw)).toMatchObject({ class: 'other', error: expect.stringContaining('no headers') });
  }
});
