import { expect, test } from 'vitest';
import { parseMail, parseMailBytes, READ_LIMITS, readHeadersOnly } from './index.ts';

const top =
  'From: Ana <ana@client.example>\r\nSubject: Offer\r\nMessage-ID: <h@client.example>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\n';
const known = {
  from: { name: 'Ana', address: 'ana@client.example' },
  subject: 'Offer',
  messageId: '<h@client.example>',
  date: '2026-03-02T09:00:00.000Z',
};
const MEGABYTE = 1_000_000;
const fill = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const plain = (body: string, more = '') => `${top}Content-Type: text/plain; charset=utf-8${more}\r\n\r\n${body}`;
const html = (body: string) => `${top}Content-Type: text/html; charset=utf-8\r\n\r\n${body}`;
const mixed = (body: string) => `${top}Content-Type: multipart/mixed; boundary=b\r\n\r\n${body}`;

function nested(levels: number): string {
  const open = (level: number) =>
    `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n${level < levels ? `--b${level}\r\n` : ''}`;
  return `${top}${Array.from({ length: levels + 1 }, (_, level) => open(level)).join('')}innermost`;
}

// Each of them once took a minute, two gigabytes or the whole mail.
const shapes: [what: string, raw: string, truncated: string[]][] = [
  ['8 MB of line ends', plain(fill('\n', 8 * MEGABYTE)), ['text']],
  ['2 MB of lines of one letter', plain(fill('a\n', 2 * MEGABYTE)), ['text']],
  ['1 MB of opening tags', html(fill('<b>', MEGABYTE)), []],
  ['3,000 tags in each other', html(`${fill('<div>', 15_000)}innermost`), []],
  ['1 MB of quotes in quotes', html(fill('<blockquote>x', MEGABYTE)), ['text']],
  ['1 MB of <', html(fill('<', MEGABYTE)), []],
  ['100,000 parts', mixed(fill('--b\r\n\r\n', 700_000)), ['parts']],
  [
    '20 MB of base64 in one line',
    plain(fill('QUJD', 20 * MEGABYTE), '\r\nContent-Transfer-Encoding: base64'),
    ['text'],
  ],
  [
    '20 MB of base64, every group padded',
    plain(fill('QQ==', 20 * MEGABYTE), '\r\nContent-Transfer-Encoding: base64'),
    ['text'],
  ],
  ['20 MB of format=flowed', plain(fill('word word \r\n', 20 * MEGABYTE), '; format=flowed'), ['text']],
  ['5 MB of soft line breaks', plain(fill('=\n', 5 * MEGABYTE), '\r\nContent-Transfer-Encoding: quoted-printable'), []],
  ['a header of 5 MB', `${top}X-A: ${fill('x', 5 * MEGABYTE)}\r\n\r\nhi`, ['headers']],
  ['a header of a million lines', `${top}X-A: x\r\n${fill(' x\r\n', 4 * MEGABYTE)}\r\nhi`, ['headers']],
  ['500,000 header fields', `${top}${fill('X-A: x\r\n', 4 * MEGABYTE)}\r\nhi`, ['headers']],
  ['1 MB of half encoded words', `${top}X-A: ${fill('=?utf-8?q?a', MEGABYTE)}\r\n\r\nhi`, []],
  ['multiparts in multiparts, 2,000 deep', nested(2_000), ['depth']],
  ['1 MB of lines that are nearly a boundary', mixed(`--b\r\n\r\nhi${fill('\n--b x', MEGABYTE)}`), ['text']],
  [
    '5 MB of spaces in a parameter',
    `${top}Content-Type: text/plain; charset${fill(' ', 5 * MEGABYTE)}\r\n\r\nhi`,
    ['headers'],
  ],
];

test.each(shapes)('%s leave the header readable and everything within its limit', async (_, raw, truncated) => {
  const bytes = Buffer.from(raw);
  const mail = await parseMail(bytes);
  expect(mail).toMatchObject({ ...known, error: null });
  expect(readHeadersOnly(bytes)).toMatchObject(known);
  for (const one of truncated) expect(mail.truncated).toContain(one);
  expect(mail.text.length).toBeLessThanOrEqual(READ_LIMITS.textBytes * 2);
  expect(mail.text.split('\n').length).toBeLessThanOrEqual(READ_LIMITS.lines + 1);
  expect(mail.html?.length ?? 0).toBeLessThanOrEqual(READ_LIMITS.textBytes);
  expect(mail.attachments.length).toBeLessThanOrEqual(READ_LIMITS.parts);
});

test('what is within the limits is whole, however deep or long', () => {
  expect(parseMailBytes(html(`${fill('<div>', 15_000)}innermost`)).text).toBe('innermost\n');
  expect(parseMailBytes(nested(20)).text).toContain('innermost');
  expect(parseMailBytes(nested(2_000)).text).toContain('innermost');
  const line = `${fill('word ', 900_000)}end`;
  expect(parseMailBytes(plain(line))).toMatchObject({ text: `${line}\n`, truncated: [] });
});

test('a mail beyond the size is read as far as that, and says so', () => {
  const raw = plain(fill('word\n', 100_000));
  const mail = parseMailBytes(raw, { bytes: 50_000 });
  expect(mail).toMatchObject({ ...known, truncated: ['size'] });
  expect(mail.text.length).toBeLessThan(50_000);
});

test('limits of the caller hold: parts, fields, lines, contents', () => {
  const parts = mixed(
    Array.from({ length: 9 }, (_, index) => `--b\r\nContent-Type: x/y; name=${index}\r\n\r\n12345\r\n`).join('') +
      '--b--',
  );
  expect(parseMailBytes(parts, { parts: 4 }).attachments).toHaveLength(4);
  const files = parseMailBytes(parts, { contentBytes: 12 }).attachments;
  expect(files.map(({ size, content }) => [size, content.length])).toEqual([
    [5, 5],
    [5, 5],
    ...Array.from({ length: 7 }, () => [5, 0]),
  ]);
  expect(Object.keys(parseMailBytes(plain('hi'), { headerFields: 2 }).headers)).toEqual(['from', 'subject']);
  expect(parseMailBytes(plain('1\n2\n3\n4'), { lines: 2 })).toMatchObject({ text: '1\n2\n', truncated: ['text'] });
});

test('the report of a bounce is read although contents are not kept', () => {
  const raw = `${top}Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\n--b--`;
  const mail = parseMailBytes(raw, { contentBytes: 0 });
  expect(mail.report.deliveryStatus[1]).toEqual({ 'final-recipient': 'rfc822; a@b.example', action: 'failed' });
  expect(mail.attachments[0]?.content).toHaveLength(0);
});
