import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMail } from '../parse/index.ts';
import { compileMessage, type MessageLinks } from './compile-message.ts';
import { composeReply } from './compose-reply.ts';
import { dotStuff } from './dot-stuff.ts';
import { MessageError } from './message-error.ts';

const fields = ['first_name', 'custom.site'];
const headers = {
  from: { name: 'Noor Haddad', address: 'noor@agency.example' },
  to: { address: 'ana@example.com' },
  messageId: 'm1@agency.example',
  date: new Date('2026-03-01T09:30:00Z'),
};
const latin = (raw: Uint8Array) => Buffer.from(raw).toString('latin1');

/** What every mail must be, whatever was put into it (RFC 5322, RFC 2045). */
function expectWellFormed(raw: Uint8Array): void {
  const source = latin(raw);
  expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(source).toMatch(/^[\t\r\n -~]*$/);
  const block = source.slice(0, source.indexOf('\r\n\r\n'));
  for (const name of ['From', 'Date', 'Message-ID', 'Subject']) {
    expect({ name, count: block.match(new RegExp(`^${name}:`, 'gm'))?.length }).toEqual({ name, count: 1 });
  }
}

describe('a campaign mail', () => {
  const html =
    '<html><body><h1>Hi {{ first_name | default: "there" }}</h1><a href="https://shop.example/?a=1&amp;n={{ first_name }}">Shop</a> ' +
    '<a href=\'{{ custom.site }}\'>Site</a> <a href=mailto:x@example.com>Mail</a> <a href="{{ unsubscribe_url }}">Stop</a></body></html>';
  const message = compileMessage({
    subject: 'Hello {{ first_name }}',
    html,
    fields,
    preheader: 'Tom & {{ first_name }}',
  });
  const links: MessageLinks = {
    click: (url, index) => `https://t.example/c/${index}?u=${encodeURIComponent(url)}`,
    openPixel: 'https://t.example/o/1.gif',
    unsubscribeUrl: 'https://t.example/u/1',
    footerHtml: '<p>Agency, Main St 1</p>',
    footerText: 'Agency, Main St 1',
  };
  const values = { first_name: 'Zoë', custom: { site: 'https://zoe.example/' } };

  test('is read back as it was meant: text and html, links rewritten, pixel and footer at the end', async () => {
    const raw = message.render({ values, headers, links });
    expectWellFormed(raw);
    const mail = await parseMail(raw);
    expect(mail.subject).toBe('Hello Zoë');
    expect(mail.text).toContain('Hi Zoë');
    expect(mail.text).toContain('Agency, Main St 1');
    expect(mail.text).not.toContain('Tom &');
    expect(mail.html).toContain('Tom &amp; Zoë');
    expect(mail.html).toContain('href="https://t.example/c/0?u=https%3A%2F%2Fshop.example%2F%3Fa%3D1%26n%3DZo%C3%AB"');
    expect(mail.html).toContain("href='https://t.example/c/1?u=https%3A%2F%2Fzoe.example%2F'");
    expect(mail.html).toContain('href="mailto:x@example.com"');
    expect(mail.html).toContain('href="https://t.example/u/1"');
    expect(mail.html).toMatch(/Main St 1<\/p><img src="https:\/\/t.example\/o\/1.gif"[^>]*><\/body>/);
    expect(message.links).toHaveLength(4);
  });

  test('is the same bytes for the same input', () => {
    const input = { values, headers, links };
    expect(message.render(input)).toEqual(message.render(input));
  });

  test('carries one-click unsubscribe as RFC 8058 asks', () => {
    const listUnsubscribe = { url: 'https://t.example/u/1', mailto: 'stop@t.example' };
    const source = latin(message.render({ values, headers: { ...headers, listUnsubscribe }, links }));
    expect(source).toContain('List-Unsubscribe: <https://t.example/u/1>,\r\n <mailto:stop@t.example>\r\n');
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(source).not.toContain('\u0002');
  });

  test('that needs the full engine says the same as a simple one', async () => {
    const source = html.replace('<h1>', '{% if first_name %}<h1>').replace('</h1>', '</h1>{% endif %}');
    const complex = compileMessage({
      subject: 'Hello {{ first_name }}',
      html: source,
      fields,
      preheader: 'Tom & {{ first_name }}',
    });
    const [a, b] = await Promise.all(
      [complex, message].map((one) => parseMail(one.render({ values, headers, links }))),
    );
    expect(a!.html).toBe(b!.html);
  });
});

test('links are found and read as a browser does', () => {
  const { links } = compileMessage({
    subject: 's',
    fields,
    html: `<a href="https://shop.example/gr&uuml;n?a=1&amp;b=2&copy=3">a</a><A CLASS='x' HREF = https://b.example/{{ first_name }}>b</a>
      <a href='https://c.example' href="https://not.example">c</a><area href="https://d.example"><abbr href="https://not.example">
      <!-- <a href="https://not.example"> --><a title="<a href='https://not.example'>" name=x>e</a><a href>f</a>
      <a href="https://g.example/?q=caf&eacute;&lt;">g</a>`,
  });
  expect(links).toEqual([
    'https://shop.example/grün?a=1&b=2&copy=3',
    'https://b.example/{{ first_name }}',
    'https://c.example',
    'https://d.example',
    'https://g.example/?q=café<',
  ]);
});

test('a line break that a filter writes is one in both parts', async () => {
  const message = compileMessage({ subject: 's', html: '<p>{{ custom.site | newline_to_br }}</p>', fields });
  const mail = await parseMail(message.render({ values: { custom: { site: 'one\ntwo' } }, headers }));
  expect(mail.html?.replaceAll('\r\n', '\n')).toContain('<p>one<br>\ntwo</p>');
  expect(mail.text).toContain('one\ntwo');
});

test('marks of tags that never close are words', () => {
  const html = `<p>${'{'.repeat(3)} and } and {</p><a href="https://a.example">{ x</a>`;
  expect(compileMessage({ subject: 's', html: html.replace('{{{', '{ {'), fields }).links).toEqual([
    'https://a.example',
  ]);
});

test('no value can start a header of its own', async () => {
  const evil = 'x\r\nBcc: all@example.com\r\n\r\nbody';
  const raw = compileMessage({ subject: '{{ first_name }}', text: 'a', fields }).render({
    values: { first_name: evil },
    headers: { ...headers, from: { name: evil, address: 'a@b.example' }, extra: [['X-Note', evil]] },
  });
  expectWellFormed(raw);
  expect((await parseMail(raw)).headers.bcc).toBeUndefined();
  const bad = { ...headers, to: { address: 'a@b.example>\r\nBcc: c@d.example' } };
  expect(() => composeReply({ ...bad, subject: 's', text: 't' })).toThrow(MessageError);
  expect(() => composeReply({ ...headers, messageId: 'a@b\r\nX: y', subject: 's', text: 't' })).toThrow(MessageError);
  expect(() => composeReply({ ...headers, extra: [['Subject', 'again']], subject: 's', text: 't' })).toThrow(
    MessageError,
  );
});

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.lorem({ maxCount: 40 }),
  fc.constantFrom('😀'.repeat(60), '=?UTF-8?Q?a?=', 'ä'.repeat(200), 'a'.repeat(900)),
);
// What no mail can carry: control characters, and white space at the ends of a header.
// oxlint-disable-next-line no-control-regex -- see above
const headerText = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').trim();

test('whatever is composed is read back the same: names, subjects, emoji, lines of dots', async () => {
  const line = fc.oneof(words, fc.constantFrom('.', '..', '. .', 'From x', ' ', '\t', '--', 'a '));
  // oxlint-disable-next-line no-control-regex -- no mail can carry them
  const body = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n').replace(/[\r\u0000]/g, ''));
  await fc.assert(
    fc.asyncProperty(words, words, body, body, async (name, subject, text, first_name) => {
      const message = compileMessage({
        subject: '{{ first_name }}',
        text: 'Dear {{ first_name }} ,\n{{ custom.site }}',
        fields,
      });
      const from = { name, address: 'noor@agency.example' };
      const raw = message.render({
        values: { first_name: subject, custom: { site: text } },
        headers: { ...headers, from },
      });
      expectWellFormed(raw);
      const mail = await parseMail(raw);
      expect(mail.subject.replace(/\s+/g, ' ')).toBe(headerText(subject).replace(/\s+/g, ' '));
      expect(mail.from?.name.replace(/\s+/g, ' ')).toBe(headerText(name).replace(/\s+/g, ' '));
      const reply = await parseMail(composeReply({ ...headers, subject: 's', text: `${first_name}|${text}` }));
      expect(reply.text.trimEnd()).toBe(Buffer.from(`${first_name}|${text}`).toString().trimEnd());
    }),
    { numRuns: 150 },
  );
});

test('an answer threads and carries files under names in any script', async () => {
  const content = new TextEncoder().encode('hello');
  const name = `Angebot für ${'日本'.repeat(20)}.txt`;
  const raw = composeReply({
    ...headers,
    subject: 'Re: Hi',
    text: 'See file',
    html: '<p>See file</p>',
    inReplyTo: '<q@example.com>',
    references: ['<p@example.com>', '<q@example.com>'],
    attachments: [{ name, type: 'text/csv', content }],
  });
  expectWellFormed(raw);
  const mail = await parseMail(raw);
  expect(mail).toMatchObject({ inReplyTo: '<q@example.com>', references: ['<p@example.com>', '<q@example.com>'] });
  expect(mail.attachments).toMatchObject([{ name, size: 5 }]);
});

test('dots are stuffed at line starts only', () => {
  expect(latin(dotStuff(Buffer.from('.a\r\n..\r\nb.c\r\n.')))).toBe('..a\r\n...\r\nb.c\r\n..');
});
