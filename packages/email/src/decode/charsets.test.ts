import { describe, expect, test } from 'vitest';
import { parseMailBytes } from '../parse/index.ts';
import { decodeBytes } from './index.ts';

/** Texts and their octets, made by other programs. */
const samples: [charset: string, text: string, hex: string][] = [
  ['iso-8859-1', 'Grüße', '4772fcdf65'],
  ['iso-8859-15', 'Preis 5 €', '50726569732035 20a4'],
  ['windows-1252', '„5 €“ – Ž', '8435208093209620 8e'],
  ['iso-8859-2', 'Łódź', 'a3f364bc'],
  ['iso-8859-16', 'știință', 'ba7469696e fee3'],
  ['windows-1250', 'Łódź', 'a3f3649f'],
  ['windows-1251', 'Привет', 'cff0e8e2e5f2'],
  ['koi8-r', 'Привет', 'f0d2c9d7c5d4'],
  ['koi8-u', 'їжак', 'a7d6c1cb'],
  ['iso-8859-5', 'Привет', 'bfe0d8d2d5e2'],
  ['ibm866', 'Привет', '8fe0a8a2a5e2'],
  ['iso-8859-7', 'Καλημέρα', 'cae1ebe7ecddf1e1'],
  ['windows-1253', 'κόσμε', 'eafcf3ece5'],
  ['windows-1254', 'İşığ', 'ddfefdf0'],
  ['windows-1255', 'שלום', 'f9ece5ed'],
  ['iso-8859-8-i', 'שלום', 'f9ece5ed'],
  ['windows-1256', 'مرحبا', 'e3d1cdc8c7'],
  ['windows-874', 'สวัสดี', 'cac7d1cab4d5'],
  ['cp850', 'üä', '8184'],
  ['cp437', 'üä', '8184'],
  ['cp852', 'Łódź', '9da264ab'],
  ['macintosh', 'Grüße', '47729fa765'],
  ['shift_jis', 'テスト①', '8365835883678740'],
  ['euc-jp', 'テスト', 'a5c6a5b9a5c8'],
  ['iso-2022-jp', 'テスト', '1b24422546253925481b2842'],
  ['iso-2022-kr', '가나', '1b2429430e3021332a0f'],
  ['gb18030', '你好', 'c4e3bac3'],
  ['hz-gb-2312', '中文', '7e7b56504e447e7d'],
  ['big5', '您好', 'b17aa66e'],
  ['big5-hkscs', '你好嘅', 'a741a66e9def'],
  ['euc-kr', '안녕', 'bec8b3e7'],
  ['euc-kr', '똠', '8c63'],
  ['utf-7', 'Hi äb', '4869202b414f512d62'],
  ['utf-8', 'Zoë 🎉', '5a6fc3ab20f09f8e89'],
];
const octets = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex');
const mailOf = (type: string, body: Buffer, encoding: string) => {
  const head = `From: a@b.example\r\nSubject: x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  const quoted = [...body].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
  const encoded = { '8bit': body, base64: body.toString('base64'), 'quoted-printable': quoted }[encoding]!;
  return parseMailBytes(Buffer.concat([Buffer.from(head), Buffer.from(encoded as string)])); // Buffer.from copies either
};

test.each(samples)('%s: "%s" in every place where a mail has text', (charset, text, hex) => {
  const bytes = octets(hex);
  for (const encoding of ['8bit', 'base64', 'quoted-printable']) {
    expect(mailOf(`text/plain; charset="${charset}"`, bytes, encoding).text).toBe(`${text}\n`);
    const page = Buffer.concat([Buffer.from(`<meta charset=${charset}><p>`), bytes, Buffer.from('</p>')]);
    expect(mailOf('text/html', page, encoding).text).toBe(`${text}\n`);
  }
  const word = `=?${charset}?B?${bytes.toString('base64')}?=`;
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const mail = parseMailBytes(
    `From: ${word} <a@b.example>\r\nSubject: ${word}\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*=${charset}''${percent}\r\n\r\nx`,
  );
  expect(mail).toMatchObject({ subject: text, from: { name: text }, attachments: [{ name: text }] });
});

test.each([
  ['cp-850', 'cp850'],
  ['x-sjis', 'shift_jis'],
  ['windows-31j', 'shift_jis'],
  ['ms_kanji', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['ks_c_5601', 'euc-kr'],
  ['ks_c_5601-1987', 'euc-kr'],
  ['cp949', 'euc-kr'],
  ['unicode-1-1-utf-7', 'utf-7'],
  ['gb2312', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['cp936', 'gb18030'],
  ['cp1251', 'windows-1251'],
  ['win-1251', 'windows-1251'],
  ['koi8r', 'koi8-r'],
  ['latin1', 'iso-8859-1'],
  ['8859-2', 'iso-8859-2'],
  ['ISO_8859-15:1998', 'iso-8859-15'],
  ['tis-620', 'windows-874'],
  ['csISO2022JP', 'iso-2022-jp'],
  ['"utf8"', 'utf-8'],
  ['utf8mb4', 'utf-8'],
])('%s is another name of %s', (alias, charset) => {
  for (const [, text, hex] of samples.filter(([name]) => name === charset))
    expect(decodeBytes(octets(hex), alias)).toBe(text);
});

test.each([
  undefined,
  'us-ascii',
  'unknown-8bit',
  'x-no-such-charset',
  'iso-8859-1',
  'windows-1252',
  'iso-8859-15',
  'koi8-r',
  'utf-16',
])('what is plainly UTF-8 is read as that under the label %s', (label) =>
  expect(decodeBytes(Buffer.from('Grüße aus Köln'), label)).toBe('Grüße aus Köln'),
);

test('other labels are believed where the bytes may be what they say', () => {
  expect(decodeBytes(octets('c4e3bac3'), 'gb2312')).toBe('你好');
  expect(decodeBytes(octets('43616 6e9'.replace(/ /g, '')), 'utf-8')).toBe('Café');
  expect(decodeBytes(octets('436166e9'))).toBe('Café');
  expect(decodeBytes(octets('e0a1a1'), 'tis-620')).toBe('เกก');
});

test('escape sequences of ISO-2022-JP speak for themselves', () => {
  const bytes = Buffer.from('\u001b$B%F%9%H\u001b(B', 'latin1');
  for (const label of [undefined, 'us-ascii', 'utf-8', 'x-unknown']) expect(decodeBytes(bytes, label)).toBe('テスト');
});

test('a label that is a name of the language itself is no charset', () => {
  for (const label of ['constructor', '__proto__', 'toString', 'charset='])
    expect(decodeBytes(Buffer.from('Größe'), label)).toBe('Größe');
});

test('damaged UTF-8 keeps its whole letters', () => {
  expect(decodeBytes(octets('4772c3bcc39f65ff'), 'utf-8')).toBe('Grüße\ufffd');
  expect(decodeBytes(octets('4772c3bcc3'), 'utf-8')).toBe('Grü');
});

test.each([
  ['a letter cut between two words of base64, padded', '=?utf-8?B?WsM=?=\r\n =?utf-8?B?vHJpY2g=?='],
  ['not padded', '=?utf-8?B?WsM?=\r\n =?utf-8?B?vHJpY2g?='],
  ['between two Q words', '=?utf-8?Q?Z=C3?=\r\n =?utf-8?Q?=BCrich?='],
  ['between a Q word and a base64 word', '=?utf-8?Q?Z=C3?= =?UTF-8?B?vHJpY2g=?='],
  ['bare bytes within a word', `=?utf-8?Q?${Buffer.from('Zürich').toString('latin1')}?=`],
  ['bare bytes without a word', Buffer.from('Zürich').toString('latin1')],
  ['bare Latin-1', 'Z\u00fcrich'],
  ['a language', '=?utf-8*de?Q?Z=C3=BCrich?='],
  ['a word glued to its neighbour', 'Z=?utf-8?Q?=C3=BC?=rich'],
  ['a word broken by folding', '=?utf-8?B?WsO8\r\n cmljaA==?='],
])('a subject with %s is read', (_, subject) => {
  expect(parseMailBytes(Buffer.from(`Subject: ${subject}\r\n\r\nx`, 'latin1')).subject).toBe('Zürich');
});

test('a letter of Big5 that is not known is shown as such: nothing vanishes', () => {
  expect(mailOf('text/plain; charset=big5', octets('a741 8140 a66e'), '8bit').text).toBe('你\ufffd好\n');
});

test.each(['x-uuencode', 'uuencode', 'x-uue'])('a body encoded as %s is read', (encoding) => {
  const raw = `From: a@b.example\r\nSubject: x\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\nbegin 644 note.txt\r\n)2&5L;&\\@>6]U\r\n\`\r\nend\r\n`;
  expect(parseMailBytes(Buffer.from(raw)).text.trim()).toBe('Hello you');
  expect(parseMailBytes(Buffer.from(raw.replace('begin 644', 'began'))).text).toContain('note.txt');
});

describe('bytes without a label are read as what their letters spell', () => {
  test.each([
    [
      'windows-1251',
      'Здравствуйте, спасибо за ваше письмо',
      'c7e4f0e0e2f1f2e2f3e9f2e52c20f1efe0f1e8e1ee20e7e020e2e0f8e520efe8f1fcecee',
    ],
    [
      'koi8-r',
      'Здравствуйте, спасибо за ваше письмо',
      'fac4d2c1d7d3d4d7d5cad4c52c20d3d0c1d3c9c2cf20dac120d7c1dbc520d0c9d3d8cdcf',
    ],
    [
      'windows-1253',
      'Καλημέρα σας, ευχαριστώ για το μήνυμα',
      'cae1ebe7ecddf1e120f3e1f22c20e5f5f7e1f1e9f3f4fe20e3e9e120f4ef20ecdeedf5ece1',
    ],
    ['windows-1255', 'שלום רב, תודה על המכתב', 'f9ece5ed20f8e12c20fae5e3e420f2ec20e4eeebfae1'],
    [
      'shift_jis',
      'お世話になっております。ありがとうございます。',
      '82a890a2986282c982c882c182c482a882e882dc82b7814282a082e882aa82c682a482b282b482a282dc82b78142',
    ],
    [
      'euc-jp',
      'お世話になっております。ありがとうございます。',
      'a4aac0a4cfc3a4cba4caa4c3a4c6a4aaa4eaa4dea4b9a1a3a4a2a4eaa4aca4c8a4a6a4b4a4b6a4a4a4dea4b9a1a3',
    ],
    [
      'euc-kr',
      '안녕하세요 보내주신 메일 감사합니다',
      'bec8b3e7c7cfbcbcbfe420bab8b3bbc1d6bdc520b8dec0cf20b0a8bbe7c7d5b4cfb4d9',
    ],
    ['gb18030', '您好，谢谢您的来信，我们明天回复', 'c4fabac3a3acd0bbd0bbc4fab5c4c0b4d0c5a3acced2c3c7c3f7ccecbbd8b8b4'],
    ['big5', '您好，謝謝您的來信，我們明天回覆', 'b17aa66ea141c1c2c1c2b17aaabaa8d3ab48a141a7daadcca9faa4d1a65ec2d0'],
  ])('%s: %s', (_, text, hex) => {
    for (const type of ['text/plain', 'text/plain; charset=us-ascii', 'text/plain; charset=unknown-8bit'])
      expect(mailOf(type, octets(hex), '8bit').text).toBe(`${text}\n`);
    const raw = Buffer.concat([Buffer.from('From: a@b.example\r\nSubject: '), octets(hex), Buffer.from('\r\n\r\nHi')]);
    expect(parseMailBytes(raw).subject).toBe(text);
  });

  test.each([
    [
      'Grüße aus Köln, schöne Tage und gute Geschäfte',
      '4772fcdf6520617573204bf66c6e2c20736368f66e65205461676520756e642067757465204765736368e4667465',
    ],
    [
      'Très intéressé, à bientôt, répondez-moi dès que possible',
      '5472e87320696e74e972657373e92c20e0206269656e74f4742c2072e9706f6e64657a2d6d6f692064e8732071756520706f737369626c65',
    ],
    [
      '¿Cómo está? Mañana sí podría ser, señor Núñez',
      'bf43f36d6f20657374e13f204d61f1616e612073ed20706f6472ed61207365722c207365f16f72204efaf1657a',
    ],
    ['Não é possível, só amanhã à tarde', '4ee36f20e920706f7373ed76656c2c2073f320616d616e68e320e0207461726465'],
    [
      'Tack för mejlet, vi hörs på måndag, åka är för långt',
      '5461636b2066f672206d656a6c65742c2076692068f672732070e5206de56e6461672c20e56b6120e4722066f672206ce56e6774',
    ],
    ['“Fine” – she said – it’s €5', '9346696e6594209620736865207361696420962069749273208035'],
    ['ÄÖÜ äöü ß', 'c4d6dc20e4f6fc20df'],
  ])('and as Latin where they are: %s', (text, hex) => {
    expect(mailOf('text/plain', octets(hex), '8bit').text).toBe(`${text}\n`);
  });
});
