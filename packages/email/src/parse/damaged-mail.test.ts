import { describe, expect, test } from 'vitest';
import { parseMailBytes } from './index.ts';

const top = 'From: Ana <ana@client.example>\r\nSubject: Offer\r\n';
const read = (raw: string) => parseMailBytes(Buffer.from(raw, 'latin1'));
const utf8 = (text: string) => Buffer.from(text).toString('latin1');

test.each([
  [
    'a boundary that never occurs',
    `${top}Content-Type: multipart/mixed; boundary=zzz\r\n\r\nYes, gladly.\r\n`,
    'Yes, gladly.',
  ],
  ['no boundary and no parts', `${top}Content-Type: multipart/alternative\r\n\r\nYes, gladly.`, 'Yes, gladly.'],
  [
    'a boundary that occurs only at the end',
    `${top}Content-Type: multipart/mixed; boundary=b\r\n\r\nYes, gladly.\r\n--b--`,
    'Yes, gladly.',
  ],
  [
    'another boundary than the one named',
    `${top}Content-Type: multipart/mixed; boundary=a\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nYes, gladly.\r\n--b--`,
    'Yes, gladly.',
  ],
  [
    'a boundary with blanks behind it',
    `${top}Content-Type: multipart/mixed; boundary="b  "\r\n\r\n--b  \r\n\r\nYes, gladly.\r\n--b--  \r\n`,
    'Yes, gladly.',
  ],
  [
    'a multipart without its end',
    `${top}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nYes, gladly.\r\n`,
    'Yes, gladly.',
  ],
  [
    'a part without a header',
    `${top}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nYes, gladly.\r\n--b--`,
    'Yes, gladly.',
  ],
  [
    'a part behind the end',
    `${top}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nYes,\r\n--b--\r\n--b\r\n\r\ngladly.\r\n--b--`,
    'Yes,\n\ngladly.',
  ],
  [
    'an inner multipart with the same boundary',
    `${top}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nYes, gladly.\r\n--b--\r\n--b--`,
    'Yes, gladly.',
  ],
  [
    'an inner boundary that begins like the outer',
    `${top}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\n\r\nYes, gladly.\r\n--bb--\r\n--b--`,
    'Yes, gladly.',
  ],
  ['a type without a semicolon', `${top}Content-Type: text/plain\r\n charset=utf-8\r\n\r\n${utf8('Größe')}`, 'Größe'],
  [
    'the same with a charset that matters',
    `${top}Content-Type: text/plain charset=iso-8859-2\r\n\r\n\u00a3\u00f3d\u00bc`,
    'Łódź',
  ],
  ['a type that is none', `${top}Content-Type: text\r\n\r\nYes, gladly.`, 'Yes, gladly.'],
  ['a header without an empty line behind it', `${top}Yes, gladly.\r\nSee you`, 'Yes, gladly.\nSee you'],
  [
    'a damaged line within the header',
    `From: Ana <ana@client.example>\r\nthis is no field\r\nSubject: Offer\r\n\r\nYes, gladly.`,
    'Yes, gladly.',
  ],
  ['line ends of CR', `${top}\r\nYes, gladly.`.replaceAll('\r\n', '\r'), 'Yes, gladly.'],
  ['NUL bytes', `${top}\r\nYes\0, gladly.\0`, 'Yes, gladly.'],
  [
    'an empty plain part beside html',
    `${top}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\n \r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Yes, gladly.</p>\r\n--b--`,
    'Yes, gladly.',
  ],
  [
    'html whose head has no end',
    `${top}Content-Type: text/html\r\n\r\n<html><head><title>T</title><body>Yes, <p>gladly.`,
    'Yes,\n\ngladly.',
  ],
  [
    'a footer below base64',
    `${top}Content-Transfer-Encoding: base64\r\n\r\nWWVzLCBnbGFkbHku\r\nIA==\r\n-- \r\nsent to the list\r\n`,
    'Yes, gladly.',
  ],
  [
    'a text sent as a file and nothing else',
    `${top}Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nYes, gladly.`,
    'Yes, gladly.',
  ],
])('the text is shown in spite of %s', (_, raw, text) => {
  const mail = read(raw);
  expect(mail).toMatchObject({ from: { name: 'Ana', address: 'ana@client.example' }, subject: 'Offer', error: null });
  expect(mail.text.trim()).toBe(text);
});

test('a file saved as UTF-16 is a mail, too', () => {
  const raw = Buffer.from(`\ufeff${top}\r\nGröße`, 'utf16le');
  expect(parseMailBytes(raw)).toMatchObject({ subject: 'Offer', text: 'Größe\n' });
});

test('every part in sight is in the text, in its order; files are beside it with name, type and size', () => {
  const raw = [
    `${top}Content-Type: multipart/mixed; boundary=b`,
    '',
    '--b',
    'Content-Type: multipart/alternative; boundary=i',
    '',
    '--i',
    '',
    'First',
    '--i',
    'Content-Type: text/html',
    '',
    '<p>First</p>',
    '--i--',
    '--b',
    'Content-Type: application/pdf; name="offer.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'QUJD',
    '--b',
    'Content-Type: image/png',
    'Content-Disposition: inline',
    '',
    'x',
    '--b',
    'Content-Type: text/plain; name=notes.txt',
    'Content-Disposition: inline; filename=notes.txt',
    '',
    'Second',
    '--b--',
  ].join('\r\n');
  const mail = read(raw);
  expect(mail.text).toBe('First\n\nSecond\n');
  expect(mail.html).toBe('<p>First</p><div>Second</div>\n');
  expect(mail.attachments.map(({ name, type, size }) => [name, type, size])).toEqual([
    ['offer.pdf', 'application/pdf', 3],
    ['image.png', 'image/png', 1],
    ['notes.txt', 'text/plain', 6],
  ]);
});

test('names of files: in pieces, unquoted, escaped, with a semicolon forgotten, in the other field', () => {
  const name = (...fields: string[]) =>
    read(`${top}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${fields.join('\r\n')}\r\n\r\nx\r\n--b--`)
      .attachments[0]?.name;
  expect(
    name('Content-Type: a/b', 'Content-Disposition: attachment; filename*0="long-";\r\n filename*1="name.pdf"'),
  ).toBe('long-name.pdf');
  expect(
    name(
      'Content-Type: a/b',
      'Content-Disposition: attachment; filename*0*=utf-8\'\'Gr%C3;\r\n filename*1*=%B6%C3%9Fe; filename*2=".pdf"',
    ),
  ).toBe('Größe.pdf');
  expect(
    name(
      'Content-Type: a/b',
      'Content-Disposition: attachment; filename="x.pdf"; filename*=utf-8\'\'Gr%C3%B6%C3%9Fe.pdf',
    ),
  ).toBe('Größe.pdf');
  expect(name('Content-Type: a/b; name=my file.pdf')).toBe('my file.pdf');
  expect(name('Content-Type: a/b name="a b.pdf"', 'Content-Disposition: attachment')).toBe('a b.pdf');
  expect(name('Content-Type: a/b', 'Content-Disposition: attachment; filename="say \\"hi\\".pdf"')).toBe(
    'say "hi".pdf',
  );
  expect(name('Content-Type: a/b', 'Content-Disposition: filename=only.pdf')).toBe('only.pdf');
  expect(name('Content-Type: a/b; name="=?utf-8?Q?Gr=C3=B6=C3=9Fe?=.pdf"')).toBe('Größe.pdf');
});

test('lines that were parted for the way are joined, quotes and signatures are not', () => {
  const body = 'one \r\ntwo\r\n> quoted \r\n> on\r\n-- \r\nAna';
  expect(read(`${top}Content-Type: text/plain; format=flowed\r\n\r\n${body}`).text).toBe(
    'one two\n> quoted on\n-- \nAna\n',
  );
  expect(read(`${top}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\none \r\ntwo`).text).toBe('onetwo\n');
});

test('text made of html: lines, quotes, lists, links, cells; nothing of what is hidden', () => {
  const html =
    '<html><head><title>T</title><style>p{}</style></head><body><p>Hi&nbsp;Noor,</p><p>see <a href="https://client.example/x">this</a>' +
    '<br>or <a href="mailto:ana@client.example">ana@client.example</a></p><ul><li>one<li>two</ul><table><tr><td>a<td>b</table>' +
    '<script>no()</script><!-- no --><div>On Monday, Noor wrote:</div><blockquote>Hi<blockquote>inner</blockquote></blockquote>&lt;ok&gt;';
  expect(read(`${top}Content-Type: text/html\r\n\r\n${html}`).text).toBe(
    [
      'Hi Noor,',
      '',
      'see this [https://client.example/x]',
      'or ana@client.example',
      '',
      '* one',
      '* two',
      'a b',
      'On Monday, Noor wrote:',
      '',
      '> Hi',
      '>',
      '>> inner',
      '',
      '<ok>',
      '',
    ].join('\n'),
  );
});

describe('a body that is no base64, or not only', () => {
  const base64 = 'From: a@x.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n';
  test('is shown as it stands', () => {
    const mail = read(`${base64}Hello, this is no base64 at all. Please call me!`);
    expect(mail.text.trim()).toBe('Hello, this is no base64 at all. Please call me!');
  });
  test('ends where a list writes its footer', () => {
    const body = Buffer.from('Hello wörld').toString('base64');
    expect(read(`${base64}${body}\n\n-- \nfooter of a list`).text.trim()).toBe('Hello wörld');
  });
});
